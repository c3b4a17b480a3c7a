/* SPDX-License-Identifier: MIT */
#include "cli/work/told.h"

#include "cli/call/library.h"
#include "support/map.h"
#include "support/memory.h"

struct told_once {
	struct map seen;
	struct arena keys;
};

struct told_once *
told_open(void)
{
	return memory_zeros(sizeof(struct told_once));
}

void
told_close(struct told_once *told)
{
	if (!told)
		return;
	map_free(&told->seen);
	arena_free(&told->keys);
	memory_free(told);
}

static bool
is_new(struct told_once *told, const struct presale_finding *found)
{
	const char *key =
	    arena_printf(&told->keys, "%s:%lu:%lu:%s:%s", found->file, (unsigned long)found->line,
			 (unsigned long)found->column, found->rule, found->message);
	void **place = map_at(&told->seen, key);
	bool new = !*place;
	*place = told;
	return new;
}

void
told_leave_new(struct told_once *told, struct presale *library)
{
	struct arena scratch = {0};
	size_t count;
	const struct presale_finding *found = presale_findings(library, &count);
	unsigned char *kept = arena_alloc(&scratch, count + 1);
	for (size_t i = 0; i < count; i++)
		kept[i] = is_new(told, &found[i]);
	if (count)
		library_fared(library, presale_keep(library, kept));
	arena_free(&scratch);
}
