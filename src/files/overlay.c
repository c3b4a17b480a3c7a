/* SPDX-License-Identifier: MIT */
#include "files/overlay.h"

#include "files/path.h"
#include "support/memory.h"

#include <stdlib.h>
#include <string.h>

static struct overlay *
find(const struct overlays *overlays, const char *real)
{
	for (size_t i = 0; i < overlays->count; i++)
		if (strcmp(overlays->items[i].path, real) == 0)
			return &overlays->items[i];
	return NULL;
}

static struct overlay *
add(struct overlays *overlays, const char *real)
{
	size_t length = strlen(real) + 1;
	overlays->items = list_grow(overlays->items, overlays->count, sizeof *overlays->items);
	struct overlay *one = &overlays->items[overlays->count];
	*one = (struct overlay){.path = memory_alloc(length)};
	memcpy(one->path, real, length);
	overlays->count++;
	return one;
}

static void
drop(struct overlays *overlays, struct overlay *one)
{
	memory_free(one->path);
	buf_free(&one->text);
	*one = overlays->items[--overlays->count];
}

bool
overlays_put(struct overlays *overlays, const char *path, const char *text, size_t length)
{
	struct arena scratch = {0};
	const char *real = path_real(&scratch, path);
	struct overlay *one = real ? find(overlays, real) : NULL;
	if (one)
		drop(overlays, one);
	if (real && text)
		buf_add(&add(overlays, real)->text, text, length);
	arena_free(&scratch);
	return real != NULL;
}

const struct buf *
overlays_find(const struct overlays *overlays, const char *path)
{
	if (!overlays || !overlays->count)
		return NULL;
	struct arena scratch = {0};
	const char *real = path_real(&scratch, path);
	const struct overlay *one = real ? find(overlays, real) : NULL;
	arena_free(&scratch);
	return one ? &one->text : NULL;
}

void
overlays_free(struct overlays *overlays)
{
	while (overlays->count)
		drop(overlays, overlays->items);
	memory_free(overlays->items);
	overlays->items = NULL;
}
