/* SPDX-License-Identifier: MIT */
#include "change/likeness.h"

#include "change/written.h"
#include "model/visit.h"
#include "support/hash.h"
#include "support/map.h"
#include "support/utf8.h"
#include "text/marker.h"

#include <string.h>

enum { RUNES_MOST = 64 };

/* Puts a number among those before it. */
static void
insert(uint64_t *sorted, uint32_t count, uint64_t number)
{
	for (; count && sorted[count - 1] > number; count--)
		sorted[count] = sorted[count - 1];
	sorted[count] = number;
}

struct likeness_name
likeness_name(const char *name, struct arena *arena)
{
	struct likeness_name like = {arena_array(arena, RUNES_MOST, sizeof *like.pairs), 0};
	name += marker_of(name, name + strlen(name)).length;
	const char *text = utf8_fold(arena, name, FOLD_CASE);
	uint32_t before = ' ';
	while (*text && like.count < RUNES_MOST) {
		uint32_t rune = utf8_next(&text);
		insert(like.pairs, like.count++, (uint64_t)before << 32 | rune);
		before = rune;
	}
	return like;
}

double
likeness_of_names(const struct likeness_name *a, const struct likeness_name *b)
{
	uint32_t i = 0, k = 0, common = 0;
	while (i < a->count && k < b->count) {
		uint64_t one = a->pairs[i], other = b->pairs[k];
		common += one == other;
		i += one <= other;
		k += other <= one;
	}
	return a->count + b->count ? 2.0 * common / (a->count + b->count) : 0;
}

/* True for what the likeness of contents is about. */
static bool
is_content(const struct field *field)
{
	return !(field->flags & (F_ID | F_NAME | F_BESIDE));
}

static uint64_t
hash_written(uint64_t hash, const struct written *written)
{
	hash = hash_mix(hash, (uint64_t)written->type);
	if (written->field)
		hash = hash_mix(hash, written->field->id);
	if (written->key)
		hash = hash_mix(hash, hash_bytes(written->key, strlen(written->key)));
	if (written->text)
		return hash_mix(hash, hash_bytes(written->text, strlen(written->text)));
	for (written = written->first; written; written = written->next)
		hash = hash_written(hash, written);
	return hash;
}

/* How much of two values is alike: of lists and mappings the share of their items. */
static double
share(const struct written *a, const struct written *b)
{
	if (!a || !b || a->type != b->type || a->type == WRITTEN_TEXT)
		return written_same(a, b);
	struct map there = {0};
	uint32_t all = 0, common = 0;
	for (const struct written *item = a->first; item; item = item->next, all++) {
		void **place = map_at_number(&there, hash_written(0, item));
		*place = (char *)*place + 1;
	}
	for (const struct written *item = b->first; item; item = item->next, all++) {
		void **place = map_at_number(&there, hash_written(0, item));
		common += *place != NULL;
		*place = *place ? (char *)*place - 1 : NULL;
	}
	map_free(&there);
	return all ? 2.0 * common / all : 1;
}

double
likeness_of_contents(const struct model *was, const struct entity *a, const struct model *is,
		     const struct entity *b)
{
	const struct voice earlier = {.model = was}, later = {.model = is};
	struct arena scratch = {0};
	uint32_t said = 0;
	double alike = 0;
	for (const struct field *field = kind_info(a->kind)->fields; field->kind == a->kind;
	     field++) {
		if (!is_content(field))
			continue;
		const struct written *one = written_field(&earlier, a, field, &scratch),
				     *other = written_field(&later, b, field, &scratch);
		said += one || other;
		alike += one || other ? share(one, other) : 0;
		arena_clear(&scratch);
	}
	arena_free(&scratch);
	return said ? alike / said : 0;
}

uint64_t
likeness_hash(const struct model *model, const struct entity *entity)
{
	const struct voice voice = {.model = model};
	struct arena scratch = {0};
	uint64_t hash = 0;
	for (const struct field **field = model->fields[entity->kind]; *field; field++) {
		const struct written *value =
		    is_content(*field) ? written_field(&voice, entity, *field, &scratch) : NULL;
		if (value)
			hash = hash_mix(hash_written(hash, value), (*field)->id);
	}
	arena_free(&scratch);
	return hash;
}
