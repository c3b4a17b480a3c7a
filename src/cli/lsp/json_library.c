/* SPDX-License-Identifier: MIT */
/* With LIBRARIES_LINKED the functions are those the linker finds: for the static binary, which can
 * load nothing. */
#include "cli/lsp/json_library.h"

/* Its version of today; a later one would be another interface. */
#define VERSION "1"

const char *
json_library_package(void)
{
	return "libcjson" VERSION;
}

#ifdef LIBRARIES_LINKED

bool
json_library_load(struct json_library *library)
{
	*library = (struct json_library){
#define CALL(name) .name = name,
#include "cli/lsp/json_calls.def"
#undef CALL
	};
	return true;
}

#else

#include "support/loaded.h"

static const struct loaded_call calls[] = {
#define CALL(name) {#name, offsetof(struct json_library, name)},
#include "cli/lsp/json_calls.def"
#undef CALL
};

bool
json_library_load(struct json_library *library)
{
	return loaded_fill("libcjson.so." VERSION, calls, sizeof calls / sizeof *calls, library);
}

#endif
