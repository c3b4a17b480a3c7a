/* SPDX-License-Identifier: MIT */
/* With LIBRARIES_LINKED the functions are those the linker finds: for the static binary, which can
 * load nothing. */
#include "files/http_library.h"

#include "files/http.h"

/* Its version of today; a later one would be another interface. */
#define VERSION "12"

const char *
http_library_package(void)
{
	return "libmicrohttpd" VERSION;
}

#ifdef LIBRARIES_LINKED

bool
http_library_load(struct http_library *library)
{
	*library = (struct http_library){
#define CALL(name) .name = name,
#include "files/http_calls.def"
#undef CALL
	};
	return true;
}

#else

#include "support/loaded.h"

static const struct loaded_call calls[] = {
#define CALL(name) {#name, offsetof(struct http_library, name)},
#include "files/http_calls.def"
#undef CALL
};

bool
http_library_load(struct http_library *library)
{
	return loaded_fill("libmicrohttpd.so." VERSION, calls, sizeof calls / sizeof *calls,
			   library);
}

#endif
