/* SPDX-License-Identifier: MIT */
/* Open addressing with linear probing, at most two thirds full. Two numbers never share a hash, for
 * hash_mix can be undone: of a number nothing but the hash is compared. */
#include "support/map.h"

#include "support/hash.h"
#include "support/memory.h"

#include <string.h>

enum { LEAST = 32 };

static const char number_key[] = ""; /* of every slot of a number */

/* What is looked for: a text of so many bytes, or no bytes of number_key. */
struct wanted {
	const char *text;
	size_t length;
	uint64_t hash;
};

/* One half of the hash is the length, so that texts of one hash are of one length. */
static struct wanted
wanted_text(const char *text, size_t length)
{
	return (struct wanted){text, length,
			       (uint64_t)length << 32 | (uint32_t)hash_bytes(text, length)};
}

static struct wanted
wanted_number(uint64_t number)
{
	return (struct wanted){number_key, 0, hash_mix(0, number)};
}

static inline struct map_slot *
slot_find(const struct map *map, struct wanted wanted)
{
	size_t mask = map->capacity - 1, at = (size_t)wanted.hash & mask;
	for (struct map_slot *slot; (slot = &map->slots[at])->key; at = (at + 1) & mask)
		if (slot->hash == wanted.hash && memcmp(slot->key, wanted.text, wanted.length) == 0)
			return slot;
	return &map->slots[at];
}

/* Where a key that no slot has yet is to stand. */
static struct map_slot *
slot_free(const struct map *map, uint64_t hash)
{
	size_t mask = map->capacity - 1, at = (size_t)hash & mask;
	while (map->slots[at].key)
		at = (at + 1) & mask;
	return &map->slots[at];
}

static void *
get(const struct map *map, struct wanted wanted)
{
	return map->count ? slot_find(map, wanted)->value : NULL;
}

static void **
at(struct map *map, struct wanted wanted)
{
	map_reserve(map, map->count + 1);
	struct map_slot *slot = slot_find(map, wanted);
	if (!slot->key) {
		*slot = (struct map_slot){wanted.text, NULL, wanted.hash};
		map->count++;
	}
	return &slot->value;
}

void
map_reserve(struct map *map, size_t count)
{
	struct map bigger = {.capacity = map->capacity ? map->capacity : LEAST,
			     .count = map->count};
	while (count * 3 > bigger.capacity * 2)
		bigger.capacity *= 2;
	if (bigger.capacity == map->capacity)
		return;
	bigger.slots = block_new(bigger.capacity * sizeof *bigger.slots);
	for (size_t i = 0; i < map->capacity; i++)
		if (map->slots[i].key)
			*slot_free(&bigger, map->slots[i].hash) = map->slots[i];
	memory_free(map->slots);
	*map = bigger;
}

void *
map_get(const struct map *map, const char *key)
{
	return get(map, wanted_text(key, strlen(key)));
}

void *
map_get_piece(const struct map *map, const char *piece, size_t length)
{
	return get(map, wanted_text(piece, length));
}

void *
map_get_number(const struct map *map, uint64_t number)
{
	return get(map, wanted_number(number));
}

void **
map_at(struct map *map, const char *key)
{
	return at(map, wanted_text(key, strlen(key)));
}

void **
map_at_number(struct map *map, uint64_t number)
{
	return at(map, wanted_number(number));
}

void
map_free(struct map *map)
{
	memory_free(map->slots);
	*map = (struct map){0};
}
