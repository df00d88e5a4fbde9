// Debian's libgdk-pixbuf-2.0-dev. g_signal_connect is a macro around a cast that Swift cannot make: below, the one
// signal we listen to, with the shape of its callback.
#ifndef NEEDME_CGDKPIXBUF_SHIM_H
#define NEEDME_CGDKPIXBUF_SHIM_H

#include <gdk-pixbuf/gdk-pixbuf.h>

/// The shape of "size-prepared", which comes before anything is decoded.
typedef void (*cgdkpixbuf_size_callback)(GdkPixbufLoader *loader, int width, int height, void *context);

static inline gulong cgdkpixbuf_on_size(GdkPixbufLoader *loader, cgdkpixbuf_size_callback callback, void *context) {
    return g_signal_connect(loader, "size-prepared", G_CALLBACK(callback), context);
}

#endif
