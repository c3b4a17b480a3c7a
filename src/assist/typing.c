/* SPDX-License-Identifier: MIT */
#include "assist/typing.h"

#include "assist/typing_line.h"
#include "model/fields.h"
#include "model/variant.h"
#include "support/utf8.h"

#include <string.h>

enum { DEEPEST = 64, BRACKETS_ABOVE = 64 };

/* What is open at a place: the keys of a thing, the value of a field, an item of it, or something
 * that nobody knows. */
enum typing_spot { SPOT_KEYS, SPOT_VALUE, SPOT_ITEM, SPOT_LOST };

struct typing_walk {
	const struct model *model;
	const char *text;
	size_t length, byte;
	struct arena *arena;
	struct typing_token path[DEEPEST]; /* from the innermost on */
	unsigned depth;
	enum typing_spot spot;
	enum kind kind;
	const struct field *field;
	struct typing typing;
};

static const char *
folded_of(const struct typing_walk *w, size_t start, size_t end)
{
	while (end > start && strchr(" \t", w->text[end - 1]))
		end--;
	if (end > start + 1 && strchr("\"'", w->text[start])) {
		start++;
		end--;
	}
	return utf8_fold(w->arena, arena_copy(w->arena, w->text + start, end - start), FOLD_KEY);
}

/* The field of a kind that a key means, in either language; NULL: none. */
static const struct field *
typing_field(const struct model *model, enum kind kind, const char *folded)
{
	for (const struct field **field = model->fields[kind]; *field; field++)
		if (field_spelling_matches((*field)->keys[0], folded) ||
		    field_spelling_matches((*field)->keys[1], folded))
			return *field;
	return NULL;
}

static void
lose(struct typing_walk *w)
{
	w->spot = SPOT_LOST;
}

static void
go_into(struct typing_walk *w, enum kind kind, const char *folded)
{
	w->field = typing_field(w->model, kind, folded);
	w->spot = w->field ? SPOT_VALUE : SPOT_LOST;
}

/* A key within what a field holds: of the thing itself, or what the thing is called by. */
static void
go_into_things(struct typing_walk *w, const char *folded)
{
	enum kind kind = (enum kind)w->field->argument;
	if (typing_field(w->model, kind, folded))
		go_into(w, kind, folded);
	else if (!field_is_list(w->field))
		lose(w);
	else if (w->spot == SPOT_ITEM || !field_spelling_matches(VARIANTS_ITEMS, folded)) {
		w->spot = SPOT_KEYS;
		w->kind = kind;
	}
}

static void
step_key(struct typing_walk *w, const char *folded)
{
	for (const char *c = folded; *c; c++)
		w->typing.russian = w->typing.russian || (unsigned char)*c >= 0x80;
	if (w->spot == SPOT_LOST)
		return;
	if (w->spot == SPOT_KEYS)
		go_into(w, w->kind, folded);
	else if (field_is(w->field, LEAF_THING))
		go_into_things(w, folded);
	else if (field_terms(w->field) && typing_field(w->model, KIND_TERMS, folded))
		go_into(w, KIND_TERMS, folded);
	else if (!field_beside(w->field, KIND_BY_VARIANT))
		lose(w);
}

static void
step_hyphen(struct typing_walk *w)
{
	if (w->spot != SPOT_LOST)
		w->spot = w->spot == SPOT_KEYS ? SPOT_LOST : SPOT_ITEM;
}

static void
push(struct typing_walk *w, const struct typing_token *token)
{
	if (w->depth < DEEPEST)
		w->path[w->depth++] = *token;
}

/* The tokens of a line that are about what begins at a column; the column of the outermost. A
 * hyphen may stand right below the key of its list. */
static size_t
push_line(struct typing_walk *w, const struct typing_line *line, unsigned count, size_t bound,
	  bool hyphen)
{
	while (count--) {
		const struct typing_token *token = &line->tokens[count];
		bool about =
		    token->column < bound || (hyphen && token->key && token->column == bound);
		if (!about)
			continue;
		push(w, token);
		bound = token->column;
		hyphen = !token->key;
	}
	return bound;
}

/* Climbs from a column of a line to the top of the file. */
static void
climb(struct typing_walk *w, size_t line_start, size_t bound)
{
	while (line_start) {
		bool hyphen = w->depth && !w->path[w->depth - 1].key;
		if (!bound && !hyphen)
			break;
		struct typing_line line = typing_line_at(w->text, w->length, line_start - 1, true);
		if (!line.empty)
			bound = push_line(w, &line, line.count, bound, hyphen);
		line_start = line.start;
	}
}

static void
note_present(struct typing_walk *w, size_t start, size_t end)
{
	struct typing *t = &w->typing;
	t->present = arena_grow(w->arena, t->present, t->present_count, 1, sizeof *t->present);
	t->present[t->present_count++] = folded_of(w, start, end);
}

/* The keys at a column of a line; false where the mapping ends there. */
static bool
note_line(struct typing_walk *w, const struct typing_line *line, size_t column)
{
	bool more = line->empty || !line->count || line->tokens[0].column >= column;
	for (unsigned i = 0; i < line->count; i++)
		if (line->tokens[i].key && line->tokens[i].column == column)
			note_present(w, line->tokens[i].start, line->tokens[i].end);
	return more;
}

/* The keys beside a word at a column: above it to the beginning of the mapping, below to its end.
 */
static void
note_siblings(struct typing_walk *w, const struct typing_line *own, size_t column)
{
	bool more = !own->count; /* behind a hyphen the mapping begins here */
	for (size_t at = own->start; at && more;) {
		struct typing_line line = typing_line_at(w->text, w->length, at - 1, true);
		more = note_line(w, &line, column);
		at = line.start;
	}
	struct typing_line here = typing_line_at(w->text, w->length, w->byte, true);
	for (size_t at = here.end + 1; at < w->length;) {
		struct typing_line line = typing_line_at(w->text, w->length, at, true);
		if (!line.empty && line.count && line.tokens[0].column < column)
			break;
		if (!line.empty && line.count && !line.tokens[0].key &&
		    line.tokens[0].column <= column)
			break;
		note_line(w, &line, column);
		at = line.end + 1;
	}
}

/* From the top of the file down to the place. */
static void
descend(struct typing_walk *w)
{
	w->spot = SPOT_KEYS;
	w->kind = KIND_DOCUMENT;
	while (w->depth--) {
		const struct typing_token *token = &w->path[w->depth];
		if (token->key)
			step_key(w, folded_of(w, token->start, token->end));
		else
			step_hyphen(w);
	}
	w->depth = 0;
}

/* A bracket that is open at the place. */
struct open_bracket {
	char sign;
	bool valued; /* behind the colon of a key */
	size_t key, key_end, item;
};

struct open_brackets {
	struct open_bracket items[DEEPEST];
	unsigned depth;
};

static size_t
scan_sign(struct typing_walk *w, struct open_brackets *open, size_t at)
{
	struct open_bracket *top = open->depth ? &open->items[open->depth - 1] : NULL;
	char c = w->text[at];
	if ((c == '{' || c == '[') && open->depth < DEEPEST) {
		open->items[open->depth++] = (struct open_bracket){.sign = c, .item = at + 1};
	} else if ((c == '}' || c == ']') && top) {
		open->depth--;
	} else if (c == ',' && top) {
		top->valued = false;
		top->item = at + 1;
	} else if (c == ':' && top && !top->valued && strchr(" \t\r\n", w->text[at + 1])) {
		top->valued = true;
		top->key = top->item;
		top->key_end = at;
		top->item = at + 1;
	}
	return at + 1;
}

/* The brackets that are open at the place, of those that begin at a byte. */
static void
scan(struct typing_walk *w, size_t from, struct open_brackets *open)
{
	bool begins = true; /* a quote within a word is none */
	for (size_t at = from; at < w->byte;) {
		char c = w->text[at];
		if ((c == '"' || c == '\'') && begins) {
			size_t end = at + 1;
			while (end < w->byte && w->text[end] != c)
				end++;
			at = end < w->byte ? end + 1 : w->byte;
			continue;
		}
		begins = strchr("{[,: \t\n", c);
		at = scan_sign(w, open, at);
		if (!open->depth)
			return;
	}
}

/* Where the value begins with a bracket that is open at the place, in this line or one above; the
 * line of it. */
static bool
find_brackets(struct typing_walk *w, struct open_brackets *open, struct typing_line *line)
{
	size_t at = w->byte;
	for (int i = 0; i < BRACKETS_ABOVE; i++) {
		*line = typing_line_at(w->text, w->length, at, i > 0);
		open->depth = 0;
		if (line->rest < w->byte && strchr("{[", w->text[line->rest]))
			scan(w, line->rest, open);
		if (open->depth)
			return true;
		if (!line->start)
			return false;
		at = line->start - 1;
	}
	return false;
}

static size_t
skip_blanks(const struct typing_walk *w, size_t at)
{
	while (at < w->byte && strchr(" \t\r\n", w->text[at]))
		at++;
	return at;
}

/* The keys of a bracket that were written before the place. */
static void
note_flow(struct typing_walk *w, size_t from)
{
	struct open_brackets open = {.depth = 0};
	size_t until = w->byte, key = 0;
	for (size_t at = from; at < until;) {
		at = scan_sign(w, &open, at);
		if (open.depth == 1 && open.items[0].valued && open.items[0].key_end != key) {
			key = open.items[0].key_end;
			note_present(w, skip_blanks(w, open.items[0].key), key);
		}
	}
}

static void
type_in_brackets(struct typing_walk *w, const struct typing_line *line,
		 const struct open_brackets *open)
{
	size_t bound = push_line(w, line, line->count, SIZE_MAX, false);
	climb(w, line->start, bound);
	descend(w);
	bool keys = false;
	for (unsigned i = 0; i < open->depth; i++) {
		const struct open_bracket *one = &open->items[i];
		keys = one->sign == '{' && !one->valued;
		if (one->sign == '[')
			step_hyphen(w);
		else if (one->valued)
			step_key(w, folded_of(w, skip_blanks(w, one->key), one->key_end));
	}
	const struct open_bracket *last = &open->items[open->depth - 1];
	w->typing.flow = true;
	w->typing.start = skip_blanks(w, last->item);
	if (keys && w->spot != SPOT_LOST && w->spot != SPOT_KEYS &&
	    field_is(w->field, LEAF_THING)) {
		w->kind = (enum kind)w->field->argument;
		bool called = w->spot == SPOT_VALUE && field_is_list(w->field) &&
			      kind_info(w->kind)->flags & K_ID;
		w->spot = called ? SPOT_LOST : SPOT_KEYS;
	} else if (keys && w->spot != SPOT_KEYS) {
		lose(w);
	}
	for (size_t at = last->item; keys && at > line->rest; at--)
		if (w->text[at - 1] == '{') {
			note_flow(w, at - 1);
			break;
		}
}

static void
type_in_block(struct typing_walk *w)
{
	struct typing_line line = typing_line_at(w->text, w->length, w->byte, false);
	bool valued = line.count && line.tokens[line.count - 1].key;
	size_t column = line.rest - line.start;
	size_t bound = push_line(w, &line, line.count, column + 1, false);
	climb(w, line.start, line.count ? bound : column);
	descend(w);
	w->typing.start = line.rest;
	if (valued && w->spot == SPOT_KEYS)
		lose(w); /* `id: `: the thing stands below, or is a text */
	bool below = !valued && w->spot == SPOT_VALUE;
	if (w->spot == SPOT_ITEM || below) {
		bool things = field_is(w->field, LEAF_THING) &&
			      (w->spot == SPOT_ITEM || !field_is_list(w->field));
		bool terms = below && field_terms(w->field);
		if (things || terms)
			w->typing.kind = terms ? KIND_TERMS : (enum kind)w->field->argument;
		if (below)
			w->field = NULL;
	}
	if (!valued)
		note_siblings(w, &line, column);
}

/* A comment, or a line of a text that goes on, says nothing of keys. */
static bool
is_silent(const struct typing_walk *w)
{
	struct typing_line line = typing_line_at(w->text, w->length, w->byte, false);
	for (size_t at = line.start; at < w->byte; at++)
		if (w->text[at] == '#' && (at == line.start || strchr(" \t", w->text[at - 1])))
			return true;
	return false;
}

/* Whether the innermost key above holds a text of several lines. */
static bool
is_in_text(const struct typing_walk *w, const struct typing_token *key)
{
	size_t at = key->end + 1;
	while (at < w->length && strchr(" \t", w->text[at]))
		at++;
	return key->key && at < w->length && strchr("|>", w->text[at]) &&
	       memchr(w->text + at, '\n', w->byte > at ? w->byte - at : 0);
}

struct typing
typing_at(const struct model *model, const char *text, size_t length, size_t byte,
	  struct arena *arena)
{
	struct typing_walk w = {
	    .model = model, .text = text, .length = length, .byte = byte, .arena = arena};
	struct open_brackets open;
	struct typing_line line;
	w.typing.start = byte;
	if (is_silent(&w))
		return w.typing;
	if (find_brackets(&w, &open, &line))
		type_in_brackets(&w, &line, &open);
	else
		type_in_block(&w);
	if (w.path[0].key && is_in_text(&w, &w.path[0]))
		return (struct typing){.start = byte};
	if (w.spot == SPOT_KEYS && !w.typing.kind)
		w.typing.kind = w.kind;
	if (w.spot == SPOT_VALUE || w.spot == SPOT_ITEM)
		w.typing.field = w.field;
	return w.typing;
}
