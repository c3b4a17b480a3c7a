/* SPDX-License-Identifier: MIT */
#include "edit/roster.h"

#include "edit/anew.h"
#include "edit/piece.h"
#include "edit/replace.h"
#include "edit/thing.h"
#include "edit/value.h"
#include "model/fields.h"
#include "text/slug.h"

#include <string.h>

/* A list of things at work. */
struct roster_work {
	struct roster *roster;
	struct editor *editor;
	const struct entity *owner;
	const struct field *field;
	const struct list *list;
};

static bool
goes(const struct roster *roster, const struct entity *thing)
{
	return map_get_number(&roster->going, (uintptr_t)thing);
}

const struct entity *
roster_owner(const struct change *change)
{
	switch (change->what) {
	case CHANGE_ADD:
		return change->thing;
	case CHANGE_REMOVE:
		return change->thing->parent;
	case CHANGE_MOVE:
		return change->to;
	case CHANGE_SET:
	case CHANGE_UNSET:
	case CHANGE_RENAME:
		break;
	}
	return NULL;
}

void
roster_note(struct roster *roster, const struct changes *changes)
{
	roster->changes = changes;
	for (uint32_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];
		if (change->what == CHANGE_REMOVE || change->what == CHANGE_MOVE)
			*map_at_number(&roster->going, (uintptr_t)change->thing) =
			    (void *)(uintptr_t)change;
	}
}

/* The sibling that a change comes behind, NULL: it comes first. A change behind another that comes
 * comes behind the same sibling, later. */
static const struct entity *
anchor_of(struct roster_work *w, const struct change *change)
{
	const struct entity *after = change->after;
	if (change->behind)
		after = map_get_number(&w->roster->anchors, (uintptr_t)change->behind);
	*map_at_number(&w->roster->anchors, (uintptr_t)change) = (void *)(uintptr_t)after;
	return after;
}

/* A thing of the list in its file; what is only mentioned there is an item of its list. */
static bool
find_seat(struct roster_work *w, const struct entity *thing, struct seat *seat)
{
	if (thing->parent == w->owner)
		return seat_of(w->editor, thing, seat);
	struct pos pos;
	uint32_t holder = seat_value(w->editor, w->owner, w->field, &pos), at = 0;
	const struct span_tree *tree = spans_tree(w->editor->spans, pos.file);
	if (holder == SPAN_NONE || !seat_is_list(&tree->nodes[holder]))
		return false;
	while (at < w->list->count && w->list->items[at] != thing)
		at++;
	uint32_t item = seat_first(tree, holder);
	for (; at && item != SPAN_NONE; at--)
		item = seat_next(tree, item);
	*seat = (struct seat){pos.file, item, item, SPAN_NONE, holder};
	return item != SPAN_NONE;
}

/* True where nothing of the list stays in the holder before an item: between brackets the comma
 * that goes is then the one behind it. */
static bool
is_first(struct roster_work *w, const struct seat *seat, const struct entity *thing)
{
	uint32_t at = 0;
	if (!seat_is_flow(&editor_nodes(w->editor, seat->file)[seat->holder]))
		return false;
	while (at < w->list->count && w->list->items[at] != thing)
		at++;
	while (at-- > 0) {
		struct seat other;
		if (!goes(w->roster, w->list->items[at]))
			return !find_seat(w, w->list->items[at], &other) ||
			       other.file != seat->file || other.holder != seat->holder;
	}
	return true;
}

static enum phrase
take_out(struct roster_work *w, const struct entity *thing)
{
	struct seat seat;
	if (!find_seat(w, thing, &seat))
		return PHRASE_EDIT_NO_PLACE;
	if (seat.holder == SPAN_NONE)
		return PHRASE_EDIT_NO_PLACE;
	bool first = is_first(w, &seat, thing);
	editor_put(w->editor, seat.file, piece_going(w->editor, seat.file, seat.item, first),
		   &(struct buf){0});
	return PHRASE_NONE;
}

/* Whether the things of a mapping are called in it by their names. */
static bool
is_keyed_by_name(const struct entity *sibling)
{
	const struct field *name = field_flagged(sibling->kind, F_NAME);
	struct pos pos = name ? field_pos(sibling, name) : (struct pos){0};
	return sibling->keyed && pos.line == sibling->pos.line && pos.column == sibling->pos.column;
}

/* A thing without one of its pairs. */
static struct written *
without(const struct written *map, const struct written *pair, struct arena *arena)
{
	struct written *rest = arena_alloc(arena, sizeof *rest), *last = NULL;
	*rest = (struct written){.type = WRITTEN_MAP};
	for (const struct written *one = map->first; one; one = one->next) {
		if (one == pair)
			continue;
		struct written *copy = arena_alloc(arena, sizeof *copy);
		*copy = *one;
		copy->next = NULL;
		if (last)
			last->next = copy;
		else
			rest->first = copy;
		last = copy;
	}
	return rest;
}

static const struct written *
pair_flagged(const struct written *thing, enum field_flag flag)
{
	const struct written *pair = thing->first;
	while (pair && !(pair->field && pair->field->flags & flag))
		pair = pair->next;
	return pair;
}

/* A thing as a pair of a mapping: under its id, or its name where that is how the others are
 * called. What is left may be one text. */
static struct written
pair_of(struct roster_work *w, const struct written *thing, const struct entity *sibling)
{
	struct arena *arena = w->editor->arena;
	enum kind kind = (enum kind)w->field->argument;
	const struct field *plain = field_flagged(kind, F_VALUE);
	const struct written *name =
				 thing->type == WRITTEN_MAP ? pair_flagged(thing, F_NAME) : thing,
			     *id = thing->type == WRITTEN_MAP ? pair_flagged(thing, F_ID) : NULL;
	bool by_name =
	    !id && (!field_flagged(kind, F_ID) || kind == KIND_TERM || is_keyed_by_name(sibling));
	struct written pair = {.type = WRITTEN_MAP};
	const char *called = name ? name->text : "";
	pair.key = id ? id->text : by_name ? called : slug_of(arena, called);
	if (thing->type == WRITTEN_MAP)
		pair.first = without(thing, id ? id : by_name ? name : NULL, arena)->first;
	else if (!by_name)
		pair = (struct written){.type = WRITTEN_TEXT, .key = pair.key, .text = called};
	const struct written *one = pair.first;
	bool bare = one && !one->next && one->type == WRITTEN_TEXT && one->field &&
		    (one->field == plain || (!plain && one->field->flags & F_NAME));
	if (bare)
		pair = (struct written){.type = WRITTEN_TEXT, .key = pair.key, .text = one->text};
	return pair;
}

/* A thing as an item among others, in the form that a sibling has. */
static void
write_item(struct roster_work *w, const struct written *thing, const struct entity *sibling,
	   const struct seat *seat, struct buf *out)
{
	const struct span_node *nodes = editor_nodes(w->editor, seat->file);
	struct edit_piece piece = piece_of(w->editor, seat->file, seat->item);
	struct value_place place = {editor_manner(w->editor, seat->file), piece.column,
				    thing_language(w->editor, sibling), piece.flow};
	if (seat_is_map(&nodes[seat->holder])) {
		struct written pair = pair_of(w, thing, sibling);
		bool alone = pair.type == WRITTEN_MAP && !pair.first &&
			     sibling->kind == KIND_TERM && !place.flow;
		if (alone) { /* a term may stand there with its key alone */
			value_put_key(out, &pair, place.lang);
			buf_putc(out, ':');
		} else {
			value_put_pairs(out, &pair, &place);
		}
		return;
	}
	buf_puts(out, place.flow ? "" : "- ");
	value_put_item(out, thing, nodes[seat->value].style == SPAN_FLOW_MAP, &place);
}

/* The first thing of the list that does not go. */
static const struct entity *
first_staying(const struct roster_work *w)
{
	uint32_t i = 0;
	while (i < w->list->count && goes(w->roster, w->list->items[i]))
		i++;
	return i < w->list->count ? w->list->items[i] : NULL;
}

/* Between brackets: the thing that stands alone, and the one that comes. */
static void
widen_in_flow(struct roster_work *w, const struct written *thing, bool before,
	      const struct seat *seat, const struct value_place *place)
{
	struct span span = spans_of(w->editor->spans, seat->file, seat->value);
	struct buf head = {0}, tail = {0};
	buf_putc(&head, '[');
	buf_puts(&tail, before ? "" : ", ");
	value_put_item(before ? &head : &tail, thing, false, place);
	buf_puts(&head, before ? ", " : "");
	buf_putc(&tail, ']');
	editor_put(w->editor, seat->file, (struct span){span.start, span.start}, &head);
	editor_put(w->editor, seat->file, (struct span){span.end, span.end}, &tail);
}

/* `шаги: Запрос`: the thing stands alone; it becomes an item of a list. */
static enum phrase
widen(struct roster_work *w, const struct written *thing, const struct entity *sibling, bool before,
      const struct seat *seat)
{
	const struct span_node *nodes = editor_nodes(w->editor, seat->file);
	struct text_index *index = editor_index(w->editor, seat->file);
	const struct manner *manner = editor_manner(w->editor, seat->file);
	struct span span = spans_of(w->editor->spans, seat->file, seat->value);
	enum span_style style = (enum span_style)nodes[seat->value].style;
	uint32_t key = seat_key(nodes, seat->value);
	if (style == SPAN_MAP || style == SPAN_ALIAS || key == SPAN_NONE ||
	    memchr(index->text + span.start, '\n', span.end - span.start))
		return PHRASE_EDIT_NO_PLACE;
	struct value_place place = {
	    manner, replace_column(w->editor, seat->file, seat->value) + manner->hyphen,
	    thing_language(w->editor, sibling), seat_is_flow(&nodes[nodes[key].parent])};
	if (place.flow) {
		widen_in_flow(w, thing, before, seat, &place);
		return PHRASE_NONE;
	}
	const char *item =
	    arena_printf(w->editor->arena, "%s%*s- ", manner->line_end, (int)place.column, "");
	struct buf head = {0}, tail = {0};
	buf_puts(before ? &head : &tail, item);
	value_put_item(before ? &head : &tail, thing, false, &place);
	buf_puts(&head, item);
	size_t colon = piece_colon(w->editor, seat->file, seat->value),
	       end = manner_line_end(index, span.end);
	editor_put(w->editor, seat->file, (struct span){colon, span.start}, &head);
	editor_put_beside(w->editor, seat->file, end, seat->value, &tail);
	return PHRASE_NONE;
}

/* Puts a thing behind a sibling, or before it. */
static enum phrase
put_beside(struct roster_work *w, const struct written *thing, const struct entity *sibling,
	   bool before, const struct seat *seat)
{
	if (seat->holder == SPAN_NONE)
		return widen(w, thing, sibling, before, seat);
	struct buf out = {0};
	write_item(w, thing, sibling, seat, &out);
	if (before)
		piece_put_before(w->editor, seat->file, seat->item, &out);
	else
		piece_put_behind(w->editor, seat->file, seat->item, &out);
	return PHRASE_NONE;
}

static enum phrase
bring_in(struct roster_work *w, const struct change *change)
{
	const struct entity *after = anchor_of(w, change),
			    *sibling = after ? after : first_staying(w);
	struct seat seat;
	if (!sibling || !find_seat(w, sibling, &seat))
		return PHRASE_EDIT_NO_PLACE;
	return put_beside(w, change->is, sibling, !after, &seat);
}

/* True where a piece may come to stand as it is. */
static bool
is_alike(struct editor *editor, const struct seat *a, const struct seat *b)
{
	const struct span_node *nodes = editor_nodes(editor, a->file);
	return a->holder != SPAN_NONE && b->holder != SPAN_NONE &&
	       nodes[a->holder].style == nodes[b->holder].style;
}

/* The list that a thing moves out of. */
static struct roster_work
list_left(const struct roster_work *w, const struct entity *thing)
{
	struct roster_work old = *w;
	old.owner = thing->parent;
	old.field = entity_holder(thing);
	old.list = field_value(old.owner, old.field);
	return old;
}

/* True when something comes to a list. */
static bool
is_filled(const struct roster_work *w)
{
	const struct changes *changes = w->roster->changes;
	for (uint32_t i = 0; i < changes->count; i++)
		if (roster_owner(&changes->items[i]) == w->owner &&
		    changes->items[i].what != CHANGE_REMOVE && changes->items[i].field == w->field)
			return true;
	return false;
}

/* The bytes that go with a thing that moves away: with the last of a list its key. */
static enum phrase
going_of(struct roster_work *w, const struct entity *thing, const struct seat *seat,
	 struct span *going)
{
	struct roster_work old = list_left(w, thing);
	uint32_t node = seat->item;
	bool last = !first_staying(&old) && !is_filled(&old);
	if (last)
		node = seat_key(editor_nodes(w->editor, seat->file),
				seat->holder == SPAN_NONE ? seat->value : seat->holder);
	if (node == SPAN_NONE || (last && old.list->count > 1))
		return PHRASE_EDIT_NO_PLACE;
	bool first = !last && is_first(&old, seat, thing);
	*going = piece_going(w->editor, seat->file, node, first);
	return PHRASE_NONE;
}

/* What comes to where things are written in another form; NULL: it cannot. */
static const struct written *
take_over(struct roster_work *w, const struct entity *thing)
{
	struct seat from;
	struct span going;
	if (entity_is_within(w->owner, thing) || !seat_of(w->editor, thing, &from) ||
	    from.file != w->owner->pos.file || going_of(w, thing, &from, &going))
		return NULL;
	const struct written *written = anew_written(w->editor, w->roster->changes, thing, &from);
	if (written)
		patch_leave(&w->editor->patches[from.file], going);
	return written;
}

static enum phrase
move_over(struct roster_work *w, const struct change *change)
{
	const struct entity *after = anchor_of(w, change),
			    *sibling = after ? after : first_staying(w);
	struct seat from, to;
	struct span going;
	if (!sibling || !find_seat(w, sibling, &to) || !seat_of(w->editor, change->thing, &from))
		return PHRASE_EDIT_NO_PLACE;
	if (from.file != to.file)
		return PHRASE_EDIT_OTHER_FILE;
	struct edit_piece piece = piece_of(w->editor, from.file, from.item),
			  beside = piece_of(w->editor, to.file, to.item);
	if (!is_alike(w->editor, &from, &to) || (piece.shares && !piece.flow)) {
		const struct written *thing = take_over(w, change->thing);
		return thing ? put_beside(w, thing, sibling, !after, &to) : PHRASE_EDIT_NO_PLACE;
	}
	if (entity_is_within(w->owner, change->thing) || going_of(w, change->thing, &from, &going))
		return PHRASE_EDIT_NO_PLACE;
	struct piece_joint joint = after ? piece_joint_behind(w->editor, to.file, to.item)
					 : piece_joint_before(w->editor, to.file, to.item);
	struct span lines = {piece.lines.start + piece.column, piece.lines.end};
	const struct patch_move move = {.from = piece.flow ? piece.whole : lines,
					.before = joint.before,
					.after = joint.after,
					.shift = (int)beside.column - (int)piece.column};
	patch_move(&w->editor->patches[from.file], &move, going, joint.at,
		   editor_depth(w->editor, to.file, to.item));
	return PHRASE_NONE;
}

/* What comes, as a value of the field: a list, or a mapping of a kind that is written so. False
 * when what moves there cannot. */
static bool
list_of(struct roster_work *w, const struct change *const *changes, uint32_t count,
	struct written *list)
{
	bool paired = kind_info((enum kind)w->field->argument)->flags & K_PAIRED;
	const struct written **end = &list->first;
	*list = (struct written){.type = paired ? WRITTEN_MAP : WRITTEN_LIST, .field = w->field};
	for (uint32_t i = 0; i < count; i++) {
		if (changes[i]->what == CHANGE_REMOVE)
			continue;
		const struct written *thing = changes[i]->what == CHANGE_ADD
						  ? changes[i]->is
						  : take_over(w, changes[i]->thing);
		if (!thing)
			return false;
		struct written *item = arena_alloc(w->editor->arena, sizeof *item);
		*item = paired ? pair_of(w, thing, NULL) : *thing;
		item->next = NULL;
		*end = item;
		end = &item->next;
	}
	return true;
}

/* Where nothing stays of what the list has: it goes with its key, or holds what comes. */
static enum phrase
empty_out(struct roster_work *w, const struct change *const *changes, uint32_t count,
	  const struct change **refused)
{
	struct written list;
	struct pos pos;
	uint32_t value = seat_value(w->editor, w->owner, w->field, &pos);
	*refused = changes[0];
	if (!list_of(w, changes, count, &list))
		return PHRASE_EDIT_NO_PLACE;
	if (value == SPAN_NONE)
		return field_is_set(w->owner, w->field) ? PHRASE_EDIT_NO_PLACE
							: thing_put(w->editor, w->owner, &list);
	uint32_t key = seat_key(editor_nodes(w->editor, pos.file), value);
	if (key == SPAN_NONE)
		return PHRASE_EDIT_NO_PLACE;
	if (list.first) {
		const struct replacement replacement = {pos.file, value, NULL, &list,
							thing_language(w->editor, w->owner)};
		return replace_value(w->editor, &replacement) ? PHRASE_NONE : PHRASE_EDIT_NO_PLACE;
	}
	editor_put(w->editor, pos.file, piece_going(w->editor, pos.file, key, false),
		   &(struct buf){0});
	return PHRASE_NONE;
}

enum phrase
roster_edit(struct roster *roster, struct editor *editor, const struct change *const *changes,
	    uint32_t count, const struct change **refused)
{
	struct roster_work w = {
	    .roster = roster, .editor = editor, .owner = roster_owner(changes[0])};
	w.field = changes[0]->field;
	w.list = field_value(w.owner, w.field);
	if (!first_staying(&w))
		return empty_out(&w, changes, count, refused);
	enum phrase fault = PHRASE_NONE;
	for (uint32_t i = 0; i < count && !fault; i++) {
		*refused = changes[i];
		if (changes[i]->what == CHANGE_REMOVE)
			fault = take_out(&w, changes[i]->thing);
		else if (changes[i]->what == CHANGE_ADD)
			fault = bring_in(&w, changes[i]);
		else
			fault = move_over(&w, changes[i]);
	}
	return fault;
}

void
roster_free(struct roster *roster)
{
	map_free(&roster->going);
	map_free(&roster->anchors);
}
