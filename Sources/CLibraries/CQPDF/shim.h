// Debian's libqpdf-dev, by its C interface. Every function we call is an ordinary C function: nothing to add.
#include <qpdf/qpdf-c.h>
