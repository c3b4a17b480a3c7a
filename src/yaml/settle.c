/* SPDX-License-Identifier: MIT */
#include "yaml/settle.h"

#include "model/field.h"
#include "yaml/spans.h"

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
		if (own && (*field)->flags & F_NAME && !d->words.length)
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
	struct last_item last = {0};
	for (size_t i = 0; i < diags->count; i++) {
		struct diagnostic *d = &diags->items[i];
		bool moved = find_field(sources_model(sources), d, &last) && move_to_thing(d);
		if (d->related.line)
			d->related_end = end_of(spans, sources, d->related);
		bool known = !moved && (d->end.line || move_to_words(d, spans, sources));
		if (d->pos.line && !known)
			d->end = end_of(spans, sources, d->pos);
	}
	spans_close(spans);
	diag_sort(diags);
}
