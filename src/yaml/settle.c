/* SPDX-License-Identifier: MIT */
#include "yaml/settle.h"

#include "model/visit.h"
#include "yaml/fix.h"
#include "yaml/spans.h"

static bool
same_pos(struct pos a, struct pos b)
{
	return a.line == b.line && a.column == b.column && a.file == b.file && a.line;
}

/* Where the last finding was in its list. The next one of a long list is looked for from there on,
 * and after that from the beginning. */
struct last_item {
	const void *list;
	uint32_t item;
};

static bool
is_at(const struct leaf *leaf, struct pos pos)
{
	return same_pos(leaf->type == LEAF_REF ? leaf_ref(leaf)->pos : leaf_text(leaf)->pos, pos);
}

/* Whether an item of a value, from the one that leaves begin with to before end, stands at pos;
 * *item counts from 1. */
static bool
is_between(struct leaves leaves, uint32_t end, struct pos pos, uint32_t *item)
{
	struct leaf leaf;
	while (leaves_next(&leaves, &leaf) && leaf.item < end)
		if (is_at(&leaf, pos)) {
			*item = leaf.item + 1;
			return true;
		}
	return false;
}

/* Whether a text or reference of a value stands at pos, and which one. */
static bool
holds(struct leaves all, struct pos pos, struct last_item *last, uint32_t *item)
{
	struct leaves rest = all;
	rest.item = last->list == all.value ? last->item : 0;
	bool found =
	    is_between(rest, all.count, pos, item) || is_between(all, rest.item, pos, item);
	if (found)
		*last = (struct last_item){all.value, *item};
	return found;
}

/* Which field of the thing stands at the finding's place; false when none does. */
static bool
find_field(const struct model *model, struct diagnostic *d, struct last_item *last)
{
	if (!d->entity || d->entity->kind == KIND_END || d->entity->kind >= KIND_COUNT)
		return false;
	for (const struct field **field = model->fields[d->entity->kind]; *field; field++) {
		uint32_t item = 0;
		struct leaves leaves =
		    leaves_of(d->entity, *field, LEAF_TEXT | LEAF_PROSE | LEAF_REF);
		bool own =
		    !field_is(*field, LEAF_THING) && same_pos(field_pos(d->entity, *field), d->pos);
		if (own && (*field)->flags & F_NAME && !d->words.length)
			return true; /* at its name stands what is said of the whole thing */
		if (holds(leaves, d->pos, last, &item) || own) {
			d->field = *field;
			d->item = leaves.count > 1 && !field_is(*field, LEAF_NOTE) ? item : 0;
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

/* A thing took over from an anchor what stands before its own beginning. Others may have taken
 * these words over as well, so the finding moves to the thing. True when it was such a one. */
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

/* Behind the character at a place, or at the line's end there. */
static struct pos
after_character(struct sources *sources, struct pos pos)
{
	size_t length;
	struct text_index *index = sources_index(sources, pos.file);
	const char *line = text_index_line(index, pos.line, &length);
	size_t byte = text_index_byte(index, pos);
	if (!line || byte >= (size_t)(line - index->text) + length)
		return pos;
	size_t character = text_index_characters(index, byte);
	return text_index_pos(index, text_index_byte_of_character(index, character + 1));
}

/* Behind what begins at a place: a key, a value, or else a character. */
static struct pos
end_of(struct spans *spans, struct sources *sources, struct pos pos)
{
	uint32_t node = spans_find(spans, pos, true);
	if (node == SPAN_NONE)
		return after_character(sources, pos);
	size_t end = spans_of(spans, pos.file, node).end;
	return text_index_pos(sources_index(sources, pos.file), end);
}

/* From the beginning of a text to the words of it that are meant. */
static bool
move_to_words(struct diagnostic *d, struct spans *spans, struct sources *sources)
{
	struct span words;
	struct text_index *index = sources_index(sources, d->pos.file);
	if (!d->words.length ||
	    !spans_words(spans, d->pos, d->words.start, d->words.length, &words))
		return false;
	d->pos = text_index_pos(index, words.start);
	d->end = text_index_pos(index, words.end);
	return true;
}

void
settle_findings(struct diagnostics *diags, struct sources *sources)
{
	struct spans *spans = spans_open(sources);
	struct fixer fixer = {.sources = sources, .spans = spans};
	struct last_item last = {0};
	for (size_t i = 0; i < diags->count; i++) {
		struct diagnostic *d = &diags->items[i];
		bool moved = find_field(sources_model(sources), d, &last) && move_to_thing(d);
		if (d->related.line)
			d->related_end = end_of(spans, sources, d->related);
		bool known = !moved && (d->end.line || move_to_words(d, spans, sources));
		if (d->pos.line && !known)
			d->end = end_of(spans, sources, d->pos);
		if (!moved)
			fixer_give(&fixer, diags, d);
	}
	fixer_close(&fixer);
	spans_close(spans);
	diag_sort(diags);
}
