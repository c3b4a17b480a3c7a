/* SPDX-License-Identifier: MIT */
/* Open addressing with linear probing, at most two thirds full. */
#include "support/map.h"

#include "support/hash.h"
#include "support/memory.h"

#include <string.h>

enum { LEAST = 32 };

static struct map_slot *
slot_find(const struct map *map, const char *key, uint64_t hash)
{
	size_t mask = map->capacity - 1;
	size_t at = (size_t)hash & mask;
	while (map->slots[at].key &&
	       (map->slots[at].hash != hash || strcmp(map->slots[at].key, key) != 0))
		at = (at + 1) & mask;
	return &map->slots[at];
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
			*slot_find(&bigger, map->slots[i].key, map->slots[i].hash) = map->slots[i];
	memory_free(map->slots);
	*map = bigger;
}

void *
map_get(const struct map *map, const char *key)
{
	return map->count ? slot_find(map, key, hash_bytes(key, strlen(key)))->value : NULL;
}

void **
map_at(struct map *map, const char *key)
{
	map_reserve(map, map->count + 1);
	uint64_t hash = hash_bytes(key, strlen(key));
	struct map_slot *slot = slot_find(map, key, hash);
	if (!slot->key) {
		*slot = (struct map_slot){key, NULL, hash};
		map->count++;
	}
	return &slot->value;
}

void
map_free(struct map *map)
{
	memory_free(map->slots);
	*map = (struct map){0};
}
