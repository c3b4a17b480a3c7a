/* SPDX-License-Identifier: MIT */
/* A hash table from strings, or from numbers, to pointers. The keys of one map are all of one sort.
 * Iteration is not offered: nothing may depend on hash order. */
#ifndef PRESALE_SUPPORT_MAP_H
#define PRESALE_SUPPORT_MAP_H

#include <stddef.h>
#include <stdint.h>

struct map_slot {
	const char *key; /* NULL: it is free */
	void *value;
	uint64_t hash;
};

struct map {
	struct map_slot *slots;
	size_t capacity; /* a power of two, or 0 */
	size_t count;
};

/* The value under key, or NULL. */
void *
map_get(const struct map *map, const char *key);

/* The value under a key that is a piece of a text: so many bytes, none of which is zero. */
void *
map_get_piece(const struct map *map, const char *piece, size_t length);

/* The place of key's value, added as NULL when missing. The key is not copied. Valid until the next
 * map_at. */
void **
map_at(struct map *map, const char *key);

/* The same of a number, which may be an address. */
void *
map_get_number(const struct map *map, uint64_t number);
void **
map_at_number(struct map *map, uint64_t number);

/* Takes memory for so many keys in all, which spares a map that becomes large from growing step by
 * step. */
void
map_reserve(struct map *map, size_t count);

/* Frees the table, not what it points to. */
void
map_free(struct map *map);

#endif
