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
	bool ok = handle != NULL;
	for (size_t i = 0; i < count && ok; i++) {
		void *address = dlsym(handle, calls[i].name);
		memcpy((char *)functions + calls[i].offset, &address, sizeof address);
		ok = address != NULL;
	}
	if (!handle && errno == ENOMEM)
		memory_exhausted();
	if (!ok)
		errno = ELIBACC;
	return ok;
}
