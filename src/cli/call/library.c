/* SPDX-License-Identifier: MIT */
#include "cli/call/library.h"

#include "support/memory.h"

struct presale *
library_open(int lang)
{
	struct presale *library = presale_open();
	if (!library)
		memory_exhausted();
	presale_set(library, "lang", lang ? "ru" : "en");
	return library;
}
