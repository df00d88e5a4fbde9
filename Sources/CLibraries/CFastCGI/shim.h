// Debian's libfcgi-dev. Every function we call is an ordinary C function: nothing to add.
#include <fcgiapp.h>
// Linux's signalfd, which Swift's Glibc module leaves out.
#include <sys/signalfd.h>
