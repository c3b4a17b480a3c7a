/* SPDX-License-Identifier: MIT */
#include "edit/thing.h"

#include "edit/piece.h"
#include "edit/replace.h"
#include "edit/value.h"
#include "model/visit.h"

#include <string.h>

/* A thing whose fields change, where it is written, and what it does not have yet: pairs in the
 * table's order. */
struct thing_work {
	struct editor *editor;
	const struct entity *entity;
	struct seat seat;
	int lang;
	const struct written *bare; /* what the bare text that stands for it is to say, or NULL */
	struct written *coming;
	uint32_t coming_count;
	uint32_t *going; /* keys of its mapping that go */
	uint32_t going_count;
};

static const struct span_tree *
tree_of(const struct thing_work *w)
{
	return spans_tree(w->editor->spans, w->seat.file);
}

/* The key of a field within the thing's own mapping, or SPAN_NONE: what an anchor gave stands
 * elsewhere. */
static uint32_t
own_key(const struct thing_work *w, const struct field *field)
{
	struct pos pos;
	uint32_t value = seat_value(w->editor, w->entity, field, &pos);
	if (value == SPAN_NONE || pos.file != w->seat.file || w->seat.keys == SPAN_NONE ||
	    tree_of(w)->nodes[value].parent != w->seat.keys)
		return SPAN_NONE;
	return tree_of(w)->nodes[value].key ? value : seat_key(tree_of(w)->nodes, value);
}

static int
key_language(const struct thing_work *w, uint32_t key)
{
	struct span span = spans_of(w->editor->spans, w->seat.file, key);
	const char *text = editor_index(w->editor, w->seat.file)->text;
	for (size_t i = span.start; i < span.end; i++)
		if ((unsigned char)text[i] >= 0x80)
			return 1;
	return 0;
}

int
thing_language(struct editor *editor, const struct entity *entity)
{
	for (; entity; entity = entity->parent) {
		struct thing_work w = {.editor = editor, .entity = entity};
		if (!seat_of(editor, entity, &w.seat) || w.seat.keys == SPAN_NONE)
			continue;
		const struct field **field = editor->model->fields[entity->kind];
		for (; *field; field++) {
			uint32_t key = own_key(&w, *field);
			if (key != SPAN_NONE)
				return key_language(&w, key);
		}
	}
	return choice_language(editor->model->lang);
}

/* Where a field stands among those of its kind. */
static uint32_t
order_of(const struct thing_work *w, const struct field *field)
{
	const struct field **fields = w->editor->model->fields[w->entity->kind];
	uint32_t order = 0;
	while (fields[order] && fields[order] != field)
		order++;
	return order;
}

/* Puts one pair among the keys of the thing: behind the last that the table has before it. */
static void
put_pair(struct thing_work *w, const struct written *pair)
{
	const struct field **field = w->editor->model->fields[w->entity->kind];
	uint32_t behind = SPAN_NONE, key;
	for (; *field && *field != pair->field; field++)
		if ((key = own_key(w, *field)) != SPAN_NONE)
			behind = key;
	uint32_t beside = behind != SPAN_NONE ? behind : seat_first(tree_of(w), w->seat.keys);
	struct buf out = {0};
	if (beside == SPAN_NONE) { /* `{}` */
		struct value_place place = {.flow = true, .lang = w->lang};
		size_t at = spans_of(w->editor->spans, w->seat.file, w->seat.keys).end - 1;
		value_put_pairs(&out, pair, &place);
		editor_put(w->editor, w->seat.file, (struct span){at, at}, &out);
		return;
	}
	struct edit_piece piece = piece_of(w->editor, w->seat.file, beside);
	struct value_place place = {editor_manner(w->editor, w->seat.file), piece.column, w->lang,
				    piece.flow};
	value_put_pairs(&out, pair, &place);
	if (behind != SPAN_NONE)
		piece_put_behind(w->editor, w->seat.file, beside, &out);
	else
		piece_put_before(w->editor, w->seat.file, beside, &out);
}

/* The field that a text stands for which is the whole thing, or all of it but its key. */
static const struct field *
bare_field(const struct thing_work *w)
{
	const struct field **field = w->editor->model->fields[w->entity->kind];
	struct pos pos;
	while (*field && seat_value(w->editor, w->entity, *field, &pos) != w->seat.value)
		field++;
	return *field;
}

/* The text of a field, of one that has one. */
static const char *
text_of(const struct entity *entity, const struct field *field)
{
	struct leaves leaves = leaves_of(entity, field, LEAF_TEXT | LEAF_PROSE | LEAF_REF);
	struct leaf leaf;
	if (!leaves_next(&leaves, &leaf))
		return NULL;
	return leaf.type == LEAF_REF ? leaf_ref(&leaf)->raw : leaf_text(&leaf)->s;
}

/* A bare text that becomes a mapping. */
struct unfolding {
	struct span text;   /* the bytes of the text */
	struct span behind; /* from the colon of its key on, or from the text */
	struct value_place place;
	bool below; /* its keys begin on the line below */
};

static struct unfolding
unfolding_of(struct thing_work *w)
{
	const struct span_node *nodes = tree_of(w)->nodes;
	struct text_index *index = editor_index(w->editor, w->seat.file);
	uint32_t parent = nodes[w->seat.value].parent, key = seat_key(nodes, w->seat.value);
	struct unfolding u = {.text = spans_of(w->editor->spans, w->seat.file, w->seat.value)};
	u.place = (struct value_place){.manner = editor_manner(w->editor, w->seat.file),
				       .lang = w->lang,
				       .flow = parent != SPAN_NONE && seat_is_flow(&nodes[parent])};
	u.behind = u.text;
	u.place.column = text_index_pos(index, u.text.start).column - 1u;
	if (key == SPAN_NONE || u.place.flow)
		return u;
	u.below = true;
	u.place.column =
	    replace_column(w->editor, w->seat.file, w->seat.value) + u.place.manner->step;
	u.behind.start = piece_colon(w->editor, w->seat.file, w->seat.value);
	if (u.text.start < u.behind.start) /* nothing stands there */
		u.text = u.behind = (struct span){u.behind.start, u.behind.start};
	return u;
}

static void
new_line(struct buf *out, const struct unfolding *u)
{
	buf_printf(out, "%s%*s", u->place.manner->line_end, (int)u->place.column, "");
}

/* Puts the pairs from one on that come before the bare one, or all behind it. */
static const struct written *
put_coming(struct buf *out, const struct thing_work *w, const struct written *pair, uint32_t until,
	   const struct unfolding *u, bool first)
{
	for (; pair && order_of(w, pair->field) < until; pair = pair->next, first = false) {
		struct written one = *pair;
		one.next = NULL;
		if (!first && u->place.flow)
			buf_puts(out, ", ");
		else if (!first)
			new_line(out, u);
		value_put_pairs(out, &one, &u->place);
	}
	return pair;
}

/* The bare text with its key, in the bytes that it has if nothing keeps it from that. */
static void
put_bare(struct buf *out, struct thing_work *w, const struct field *field,
	 const struct unfolding *u)
{
	const char *text = editor_index(w->editor, w->seat.file)->text + u->text.start;
	size_t length = u->text.end - u->text.start;
	const char *says = w->bare ? w->bare->text : text_of(w->entity, field);
	struct arena scratch = {0};
	buf_printf(out, "%s: ", field_key(field, w->lang, &scratch));
	arena_free(&scratch);
	if (!w->bare && !memchr(text, '\n', length) && !memchr(text, '\r', length))
		buf_add(out, text, length);
	else
		value_put_text(out, says, (enum span_style)tree_of(w)->nodes[w->seat.value].style,
			       0, &u->place);
}

/* A bare text becomes a mapping, with what comes. */
static enum phrase
unfold(struct thing_work *w)
{
	const struct field *field = bare_field(w);
	struct unfolding u = unfolding_of(w);
	struct text_index *index = editor_index(w->editor, w->seat.file);
	struct buf out = {0}, rest = {0};
	if (!field && u.text.start < u.text.end)
		return PHRASE_EDIT_NO_PLACE;
	if (u.place.flow)
		buf_putc(&out, '{');
	else if (u.below)
		new_line(&out, &u);
	const struct written *left = put_coming(&out, w, w->coming_count ? w->coming : NULL,
						field ? order_of(w, field) : UINT32_MAX, &u, true);
	if (field) {
		if (left != w->coming && u.place.flow)
			buf_puts(&out, ", ");
		else if (left != w->coming)
			new_line(&out, &u);
		put_bare(&out, w, field, &u);
	}
	put_coming(&rest, w, left, UINT32_MAX, &u, false);
	size_t end = u.place.flow ? u.text.end : manner_line_end(index, u.text.end);
	if (u.place.flow)
		buf_putc(&rest, '}');
	editor_put(w->editor, w->seat.file, (struct span){u.behind.start, u.text.end}, &out);
	editor_put_beside(w->editor, w->seat.file, end, w->seat.value, &rest);
	return PHRASE_NONE;
}

/* Adds a pair to what comes, in the table's order. */
static void
add_coming(struct thing_work *w, const struct written *value, const struct field *field)
{
	uint32_t order = order_of(w, field), at = w->coming_count++;
	for (; at && order_of(w, w->coming[at - 1].field) > order; at--)
		w->coming[at] = w->coming[at - 1];
	w->coming[at] = *value;
	w->coming[at].field = field;
	w->coming[at].key = NULL;
	for (uint32_t i = 0; i < w->coming_count; i++)
		w->coming[i].next = i + 1 < w->coming_count ? &w->coming[i + 1] : NULL;
}

/* True for what is at once the name and the id of the thing, in a mapping of things: the name alone
 * changes by a key of its own. */
static bool
is_id_too(const struct thing_work *w, const struct field *field)
{
	return field->flags & F_NAME && w->entity->kind != KIND_TERM &&
	       field_flagged(w->entity->kind, F_ID);
}

/* True for a value in the thing's own mapping. */
static bool
is_own(const struct thing_work *w, uint32_t value)
{
	const struct span_node *node = &tree_of(w)->nodes[value];
	return !node->key && w->seat.keys != SPAN_NONE && node->parent == w->seat.keys;
}

static enum phrase
set_field(struct thing_work *w, const struct change *change)
{
	struct pos pos;
	uint32_t value = seat_value(w->editor, w->entity, change->field, &pos);
	const struct span_node *nodes = tree_of(w)->nodes;
	struct replacement replacement = {w->seat.file, value, change->was, change->is, w->lang};
	bool here = value != SPAN_NONE && pos.file == w->seat.file;
	if (!w->entity->parent && value != SPAN_NONE) { /* the document: of any file */
		replacement.file = pos.file;
		return replace_value(w->editor, &replacement) ? PHRASE_NONE : PHRASE_EDIT_NO_PLACE;
	}
	if (here && nodes[value].key && !is_id_too(w, change->field) &&
	    change->is->type == WRITTEN_TEXT) {
		replace_text(w->editor, w->seat.file, value, change->is->text);
	} else if (here && value == w->seat.value && change->is->type == WRITTEN_TEXT &&
		   seat_is_text(&nodes[value])) {
		w->bare = change->is;
	} else if (here && (value == w->seat.value || is_own(w, value))) {
		if (!replace_value(w->editor, &replacement))
			return PHRASE_EDIT_NO_PLACE;
	} else {
		add_coming(w, change->is, change->field);
	}
	return PHRASE_NONE;
}

/* `Клиент: Кто платит`: the text that says all of it but its key goes. A term may stand there with
 * its key alone. */
static void
clear_bare(struct thing_work *w)
{
	struct unfolding u = unfolding_of(w);
	struct buf out = {0};
	buf_puts(&out, w->entity->kind == KIND_TERM && !u.place.flow ? "" : " {}");
	editor_put(w->editor, w->seat.file, u.behind, &out);
}

static enum phrase
unset_field(struct thing_work *w, const struct change *change)
{
	uint32_t key = own_key(w, change->field);
	struct pos pos;
	uint32_t value = seat_value(w->editor, w->entity, change->field, &pos);
	if (value != SPAN_NONE && value == w->seat.value && w->entity->keyed) {
		clear_bare(w);
		return PHRASE_NONE;
	}
	if (key == SPAN_NONE)
		return PHRASE_EDIT_MERGED;
	w->going[w->going_count++] = key;
	return PHRASE_NONE;
}

static bool
goes(const struct thing_work *w, uint32_t key)
{
	uint32_t i = 0;
	while (i < w->going_count && w->going[i] != key)
		i++;
	return i < w->going_count;
}

/* Takes out what goes, in the order of the file. */
static void
take_out(struct thing_work *w)
{
	bool stays = false;
	uint32_t key = w->going_count ? seat_first(tree_of(w), w->seat.keys) : SPAN_NONE;
	for (; key != SPAN_NONE; key = seat_next_key(tree_of(w), key)) {
		if (goes(w, key))
			editor_put(w->editor, w->seat.file,
				   piece_going(w->editor, w->seat.file, key, !stays),
				   &(struct buf){0});
		else
			stays = true;
	}
}

/* Puts what the thing did not have. */
static enum phrase
put_all(struct thing_work *w)
{
	const struct span_node *nodes = tree_of(w)->nodes;
	if (w->coming_count && w->seat.keys == SPAN_NONE) {
		bool text = seat_is_text(&nodes[w->seat.value]);
		return text ? unfold(w) : PHRASE_EDIT_MERGED;
	}
	if (w->bare)
		replace_text(w->editor, w->seat.file, w->seat.value, w->bare->text);
	for (uint32_t i = 0; i < w->coming_count; i++) {
		struct written one = w->coming[i];
		one.next = NULL;
		put_pair(w, &one);
	}
	return PHRASE_NONE;
}

enum phrase
thing_edit(struct editor *editor, const struct change *const *changes, uint32_t count,
	   const struct change **refused)
{
	struct thing_work w = {.editor = editor, .entity = changes[0]->thing};
	*refused = changes[0];
	if (!seat_of(editor, w.entity, &w.seat))
		return PHRASE_EDIT_NO_PLACE;
	w.lang = thing_language(editor, w.entity);
	w.coming = arena_array(editor->arena, count, sizeof *w.coming);
	w.going = arena_array(editor->arena, count, sizeof *w.going);
	enum phrase fault = PHRASE_NONE;
	for (uint32_t i = 0; i < count && !fault; i++) {
		*refused = changes[i];
		fault = changes[i]->what == CHANGE_UNSET ? unset_field(&w, changes[i])
							 : set_field(&w, changes[i]);
	}
	take_out(&w);
	return fault ? fault : put_all(&w);
}

enum phrase
thing_put(struct editor *editor, const struct entity *entity, const struct written *value)
{
	struct thing_work w = {.editor = editor, .entity = entity};
	if (!seat_of(editor, entity, &w.seat))
		return PHRASE_EDIT_NO_PLACE;
	w.lang = thing_language(editor, entity);
	w.coming = arena_array(editor->arena, 1, sizeof *w.coming);
	add_coming(&w, value, value->field);
	return put_all(&w);
}
