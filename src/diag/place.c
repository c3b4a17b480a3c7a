/* SPDX-License-Identifier: MIT */
/* Where exactly a finding is: in the file, and in the process. */
#include "diag/diag.h"
#include "model/field.h"
#include "source/source.h"
#include "support/utf8.h"

#include <string.h>

enum { MARKUP_ROOM = 256 }; /* what indents and quotes may add to a text in its file */

static bool
same_pos(struct pos a, struct pos b)
{
	return a.line == b.line && a.column == b.column && a.file == b.file && a.line;
}

/* Where the finding before was in its list: the next one of a long list is looked for from there
 * on, and then from the beginning. */
struct last_item {
	const void *list;
	uint32_t item;
};

static uint32_t
item_of_texts(const struct texts *texts, struct pos pos, uint32_t start)
{
	for (uint32_t i = 0; i < texts->count; i++) {
		uint32_t item = (start + i) % texts->count;
		if (same_pos(texts->items[item].pos, pos))
			return item + 1;
	}
	return 0;
}

static uint32_t
item_of_refs(const struct refs *refs, struct pos pos, uint32_t start)
{
	for (uint32_t i = 0; i < refs->count; i++) {
		uint32_t item = (start + i) % refs->count;
		if (same_pos(refs->items[item].pos, pos))
			return item + 1;
	}
	return 0;
}

/* The place of pos in a field's list, 0 when it is not there. */
static uint32_t
item_at(const void *value, enum field_type type, struct pos pos, uint32_t *count,
	struct last_item *last)
{
	uint32_t item = 0, start = last->list == value ? last->item : 0;
	if (type == TYPE_TEXTS || type == TYPE_PROSES) {
		*count = ((const struct texts *)value)->count;
		item = item_of_texts(value, pos, start);
	} else if (type == TYPE_REFS) {
		*count = ((const struct refs *)value)->count;
		item = item_of_refs(value, pos, start);
	}
	if (item)
		*last = (struct last_item){value, item};
	return item;
}

static bool
notes_hold(const struct notes *notes, struct pos pos)
{
	for (uint32_t i = 0; i < notes->count; i++)
		if (same_pos(notes->items[i].key.pos, pos) ||
		    item_of_texts(&notes->items[i].texts, pos, 0))
			return true;
	return false;
}

/* Which field of the thing stands at the finding's place; false when none does. */
static bool
find_field(const struct model *model, struct diagnostic *d, struct last_item *last)
{
	if (!d->entity || d->entity->kind == KIND_END || d->entity->kind >= KIND_COUNT)
		return false;
	for (const struct field **field = model->fields[d->entity->kind]; *field; field++) {
		uint32_t count = 0;
		const void *value = field_value(d->entity, *field);
		bool structured = (*field)->type == TYPE_MANY || (*field)->type == TYPE_ONE;
		bool own = !structured && same_pos(field_pos(d->entity, *field), d->pos);
		uint32_t item = item_at(value, (*field)->type, d->pos, &count, last);
		if (own && (*field)->flags & F_NAME && !d->words)
			return true; /* at its name stands what is said of the whole thing */
		if (own || item || ((*field)->type == TYPE_NOTES && notes_hold(value, d->pos))) {
			d->field = *field;
			d->item = count > 1 ? item : 0;
			return true;
		}
	}
	return same_pos(d->pos, d->entity->pos);
}

static bool
begins_behind(const struct entity *entity, struct pos pos)
{
	struct pos start = entity->pos;
	return start.file == pos.file &&
	       (start.line > pos.line || (start.line == pos.line && start.column > pos.column));
}

/* What a thing says before it begins it took over from an anchor. There the words stand, but others
 * may take them over as well: the finding goes to the thing. True when it was such a one. */
static bool
move_to_thing(struct diagnostic *d)
{
	const struct entity *thing = NULL;
	for (const struct entity *at = d->entity; at; at = at->parent)
		thing = begins_behind(at, d->pos) ? at : thing;
	if (!thing)
		return false;
	if (!d->related.line)
		d->related = d->pos;
	d->pos = thing->pos;
	return true;
}

/* The finding before: the next of its rule in the same text is looked for behind it. */
struct trail {
	enum rule rule;
	struct pos text, end;
	size_t passed; /* bytes from the text's beginning */
};

/* Moves the place from the beginning of a text to the words that are meant. */
static bool
find_words(struct diagnostic *d, struct sources *sources, struct trail *trail)
{
	bool goes_on = trail->rule == d->rule && same_pos(trail->text, d->pos);
	if (!goes_on)
		*trail = (struct trail){d->rule, d->pos, d->pos, 0};
	const char *at = sources_at(sources, trail->end);
	if (!at)
		return false;
	size_t length = strlen(d->words), room = 2 * (size_t)d->room + MARKUP_ROOM;
	room = room > trail->passed ? room - trail->passed : 0;
	size_t rest = strnlen(at, room);
	for (const char *p = at; (p = memchr(p, d->words[0], rest - (size_t)(p - at))) != NULL;
	     p++) {
		if ((size_t)(p - at) + length > rest)
			return false;
		if (memcmp(p, d->words, length) != 0)
			continue;
		d->pos = sources_after(sources, trail->end, (size_t)(p - at));
		d->end = trail->end = sources_after(sources, d->pos, length);
		trail->passed += (size_t)(p - at) + length;
		return true;
	}
	return false;
}

void
diag_settle(struct diagnostics *diags, struct sources *sources)
{
	struct trail trail = {.rule = RULE_NONE};
	struct last_item last = {0};
	for (size_t i = 0; i < diags->count; i++) {
		struct diagnostic *d = &diags->items[i];
		bool moved = find_field(sources_model(sources), d, &last) && move_to_thing(d);
		if (!d->pos.line || (d->words && !moved && find_words(d, sources, &trail)))
			continue;
		d->end = sources_after(sources, d->pos, sources_token(sources, d->pos));
	}
	diag_sort(diags);
}

/* An id as part of a path: as it is when nothing in it could be taken for the path's own signs. */
static void
put_key(struct buf *out, const char *id)
{
	bool plain = *id != '\0';
	for (const char *p = id; *p && plain;) {
		uint32_t rune = utf8_next(&p);
		plain = utf8_is_letter(rune) || (rune >= '0' && rune <= '9') || rune == '-' ||
			rune == '_';
	}
	if (plain) {
		buf_printf(out, ".%s", id);
		return;
	}
	buf_puts(out, "[\"");
	for (const char *p = id; *p; p++) {
		if (*p == '"' || *p == '\\')
			buf_putc(out, '\\');
		buf_putc(out, *p);
	}
	buf_puts(out, "\"]");
}

enum { DEEPEST = 16 };

void
diag_path(const struct diagnostic *d, bool stable, struct buf *out)
{
	const struct entity *chain[DEEPEST];
	int depth = 0;
	size_t start = out->length;
	for (const struct entity *at = d->entity; at && at->parent && depth < DEEPEST;
	     at = at->parent)
		chain[depth++] = at;
	while (depth-- > 0) {
		const struct entity *entity = chain[depth];
		const struct field *field = entity_holder(entity);
		unsigned flags = kind_info(entity->kind)->flags;
		bool by_id = flags & K_ID && entity->id && (stable || !(flags & K_SCOPED));
		const char *name = field                         ? field->member
				   : entity->kind == KIND_IGNORE ? "ignore"
								 : kind_info(entity->kind)->member;
		buf_printf(out, "%s%s", out->length > start ? "." : "", name);
		if (field && field->type == TYPE_ONE)
			continue;
		if (by_id)
			put_key(out, entity->id);
		else
			buf_printf(out, "[%u]", (unsigned)entity->number);
	}
	if (!d->field)
		return;
	buf_printf(out, "%s%s", out->length > start ? "." : "", d->field->member);
	if (d->item)
		buf_printf(out, "[%u]", (unsigned)d->item);
}
