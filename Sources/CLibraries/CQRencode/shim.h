// Debian's libqrencode-dev. Every function we call is an ordinary C function: nothing to add.
#include <qrencode.h>
