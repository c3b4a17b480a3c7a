/* SPDX-License-Identifier: MIT */
/* With LIBRARIES_LINKED the functions are those the linker finds: for the static binary, which
 * can load nothing. */
#include "emit/xlsx/library.h"

#include "emit/emit.h"

const char *
emit_library_package(void)
{
	return "libxlsxwriter" LXW_SOVERSION;
}

#ifdef LIBRARIES_LINKED

bool
xlsx_library_load(struct xlsx_library *library)
{
	*library = (struct xlsx_library){
#define CALL(name) .name = name,
#include "emit/xlsx/calls.def"
#undef CALL
	};
	return true;
}

#else

#include "support/loaded.h"

/* The version whose headers this was compiled with: its structs are ours. */
static const char file_name[] = "libxlsxwriter.so." LXW_SOVERSION;

static const struct loaded_call calls[] = {
#define CALL(name) {#name, offsetof(struct xlsx_library, name)},
#include "emit/xlsx/calls.def"
#undef CALL
};

bool
xlsx_library_load(struct xlsx_library *library)
{
	return loaded_fill(file_name, calls, sizeof calls / sizeof *calls, library);
}

#endif
