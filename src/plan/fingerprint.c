/* SPDX-License-Identifier: MIT */
#include "plan/fingerprint.h"

#include "model/fields.h"
#include "plan/meaning.h"
#include "plan/part.h"

#include <stdlib.h>
#include <string.h>

/* The recipe: how meaning.c writes, what is put together here, and how many bytes are shown. */
#define RECIPE "1-"
enum { SHOWN = 6, PART_SHOWN = 3, PART_DIGITS = 2 * PART_SHOWN };

static struct fingerprint_part
part_of(const struct model *model, const struct entity *thing, struct arena *scratch)
{
	const char *text = meaning_of(model, thing, scratch);
	struct fingerprint_part part = {thing, sha256_of(text, strlen(text))};
	arena_clear(scratch);
	return part;
}

static int
compare_digests(const void *left, const void *right)
{
	const struct fingerprint_part *a = left, *b = right;
	return memcmp(a->digest.bytes, b->digest.bytes, SHA256_SIZE);
}

/* Roles stand in no order, stages in theirs. */
static struct sha256
whole_of(const struct fingerprint_part *parts, uint32_t count, uint32_t roles)
{
	struct arena scratch = {0};
	struct fingerprint_part *all = arena_array(&scratch, count, sizeof *all);
	struct buf out = {0};
	memcpy(all, parts, count * sizeof *all);
	if (roles > 1)
		qsort(all + 1, roles, sizeof *all, compare_digests);
	for (uint32_t i = 0; i < count; i++)
		buf_add(&out, (const char *)all[i].digest.bytes, SHA256_SIZE);
	struct sha256 digest = sha256_of(buf_text(&out), out.length);
	buf_free(&out);
	arena_free(&scratch);
	return digest;
}

const struct fingerprint *
fingerprint_of(const struct model *model, struct arena *arena)
{
	const struct list *roles = &model->document->roles, *stages = &model->document->stages;
	uint32_t count = 1 + roles->count + stages->count;
	struct fingerprint_part *parts = arena_array(arena, count, sizeof *parts), *part = parts;
	struct fingerprint *fingerprint = arena_alloc(arena, sizeof *fingerprint);
	struct arena scratch = {0};
	*part++ = part_of(model, &model->document->base, &scratch);
	for (uint32_t i = 0; i < roles->count; i++)
		*part++ = part_of(model, roles->items[i], &scratch);
	for (uint32_t i = 0; i < stages->count; i++)
		*part++ = part_of(model, stages->items[i], &scratch);
	arena_free(&scratch);
	*fingerprint = (struct fingerprint){whole_of(parts, count, roles->count), parts, count};
	return fingerprint;
}

static void
put_digits(struct buf *out, const struct sha256 *digest, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_printf(out, "%02x", digest->bytes[i]);
}

/* The text, which is freed, in arena. */
static const char *
keep(struct buf *out, struct arena *arena)
{
	const char *text = arena_copy(arena, buf_text(out), out->length);
	buf_free(out);
	return text;
}

const char *
fingerprint_text(const struct fingerprint *fingerprint, struct arena *arena)
{
	struct buf out = {0};
	buf_puts(&out, RECIPE);
	put_digits(&out, &fingerprint->digest, SHOWN);
	return keep(&out, arena);
}

/* ---- parts */

static bool
takes_part(const struct role *role, const struct list *steps)
{
	bool found = false;
	for (uint32_t i = 0; i < steps->count && !found; i++)
		found = part_in(steps->items[i], role).own ||
			takes_part(role, &step_at(steps, i)->steps);
	return found;
}

/* A role of the process that a cut one is of: what was cut has things of its own. */
static const struct entity *
whole_role(const struct fingerprint *fingerprint, const struct entity *role)
{
	for (uint32_t i = 0; role && i < fingerprint->count; i++) {
		const struct entity *thing = fingerprint->parts[i].thing;
		if (thing->kind == KIND_ROLE && thing->serial == role->serial)
			return thing;
	}
	return role;
}

/* Who takes part in a step only has to know its stage. */
static bool
is_for(const struct entity *thing, const struct entity *role)
{
	if (!role || thing->kind != KIND_STAGE)
		return !role || thing == role;
	return part_in(thing, role_of(role)).own ||
	       takes_part(role_of(role), &stage_of(thing)->steps);
}

const char *
fingerprint_parts(const struct fingerprint *fingerprint, const struct entity *role,
		  struct arena *arena)
{
	struct buf out = {0};
	role = whole_role(fingerprint, role);
	for (uint32_t i = 0; i < fingerprint->count; i++) {
		if (!is_for(fingerprint->parts[i].thing, role))
			continue;
		buf_puts(&out, out.length ? " " : "");
		put_digits(&out, &fingerprint->parts[i].digest, PART_SHOWN);
	}
	return keep(&out, arena);
}

/* ---- comparing */

enum fingerprint_verdict
fingerprint_match(const struct fingerprint *fingerprint, const char *text)
{
	if (!fingerprint || !text)
		return FINGERPRINT_UNTOLD;
	size_t head = strlen(RECIPE);
	if (strncmp(text, RECIPE, head) != 0 ||
	    strspn(text + head, "0123456789abcdef") != 2 * SHOWN || text[head + 2 * SHOWN])
		return FINGERPRINT_STRANGE;
	struct arena scratch = {0};
	bool same = strcmp(text, fingerprint_text(fingerprint, &scratch)) == 0;
	arena_free(&scratch);
	return same ? FINGERPRINT_SAME : FINGERPRINT_CHANGED;
}

const struct entity **
fingerprint_changed(const struct fingerprint *fingerprint, const struct entity *role,
		    const char *parts, uint32_t *gone, struct arena *arena)
{
	const struct entity **changed = arena_array(arena, fingerprint->count + 1, sizeof *changed);
	uint32_t count = 0, kept = 0;
	role = whole_role(fingerprint, role);
	for (uint32_t i = 0; i < fingerprint->count; i++) {
		struct buf digits = {0};
		const struct fingerprint_part *part = &fingerprint->parts[i];
		put_digits(&digits, &part->digest, PART_SHOWN);
		bool found = strstr(parts, buf_text(&digits));
		buf_free(&digits);
		if (is_for(part->thing, role) && found)
			kept++;
		else if (is_for(part->thing, role))
			changed[count++] = part->thing;
	}
	uint32_t all = (uint32_t)((strlen(parts) + 1) / (PART_DIGITS + 1));
	*gone = all > kept ? all - kept : 0;
	changed[count] = NULL;
	return changed;
}
