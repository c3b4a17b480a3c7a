/* SPDX-License-Identifier: MIT */
/* With XLSX_LIBRARY_LINKED the functions are those the linker finds: for the static binary, which
 * can load nothing. */
#include "emit/xlsx/library.h"

#include "emit/emit.h"

const char *
emit_library_package(void)
{
	return "libxlsxwriter" LXW_SOVERSION;
}

#ifdef XLSX_LIBRARY_LINKED

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

#include "support/memory.h"

#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>
#include <string.h>

/* The version whose headers this was compiled with: its structs are ours. */
static const char file_name[] = "libxlsxwriter.so." LXW_SOVERSION;

static const struct {
	const char *name;
	size_t offset;
} calls[] = {
#define CALL(name) {#name, offsetof(struct xlsx_library, name)},
#include "emit/xlsx/calls.def"
#undef CALL
};

bool
xlsx_library_load(struct xlsx_library *library)
{
	errno = 0;
	void *handle = dlopen(file_name, RTLD_LAZY | RTLD_LOCAL);
	bool whole = handle != NULL;
	for (size_t i = 0; i < sizeof calls / sizeof *calls && whole; i++) {
		void *address = dlsym(handle, calls[i].name);
		memcpy((char *)library + calls[i].offset, &address, sizeof address);
		whole = address != NULL;
	}
	if (!handle && errno == ENOMEM)
		memory_exhausted();
	if (!whole)
		errno = ELIBACC;
	return whole;
}

#endif
