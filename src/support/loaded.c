/* SPDX-License-Identifier: MIT */
#include "support/loaded.h"

#include "support/memory.h"

#include <dlfcn.h>
#include <errno.h>
#include <string.h>

bool
loaded_fill(const char *file, const struct loaded_call *calls, size_t count, void *functions)
{
	errno = 0;
	void *handle = dlopen(file, RTLD_LAZY | RTLD_LOCAL);
	bool whole = handle != NULL;
	for (size_t i = 0; i < count && whole; i++) {
		void *address = dlsym(handle, calls[i].name);
		memcpy((char *)functions + calls[i].offset, &address, sizeof address);
		whole = address != NULL;
	}
	if (!handle && errno == ENOMEM)
		memory_exhausted();
	if (!whole)
		errno = ELIBACC;
	return whole;
}
