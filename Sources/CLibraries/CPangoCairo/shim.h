// Debian's libpango1.0-dev, which brings cairo and fontconfig. Every function we call is an ordinary C function.
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
