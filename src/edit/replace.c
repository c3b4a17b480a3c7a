/* SPDX-License-Identifier: MIT */
#include "edit/replace.h"

#include "edit/piece.h"
#include "edit/value.h"
#include "support/map.h"
#include "support/utf8.h"

#include <string.h>

enum { FOLDED_WIDTH = 80 };

size_t
replace_column(struct editor *editor, unsigned file, uint32_t node)
{
	const struct span_node *nodes = editor_nodes(editor, file);
	uint32_t key = seat_key(nodes, node);
	struct section section = {0};
	spans_section(editor->spans, file, key == SPAN_NONE ? node : key, &section);
	return text_index_pos(editor_index(editor, file), section.whole.start).column - 1u;
}

static struct value_place
place_of(struct editor *editor, unsigned file, uint32_t node, int lang)
{
	const struct span_node *nodes = editor_nodes(editor, file);
	uint32_t parent = nodes[node].parent;
	return (struct value_place){.manner = editor_manner(editor, file),
				    .column = replace_column(editor, file, node),
				    .lang = lang,
				    .flow = nodes[node].key ||
					    (parent != SPAN_NONE && seat_is_flow(&nodes[parent]))};
}

/* The widest line of a text that is folded, so that the new one is no wider. */
static size_t
width_of(const struct text_index *index, struct span span)
{
	size_t width = 0;
	for (size_t at = manner_line_start(index, span.start); at < span.end;) {
		size_t end = manner_line_end(index, at),
		       columns = utf8_width(index->text + at, end - at);
		width = columns > width ? columns : width;
		at = manner_next_line(index, end);
		if (at == end)
			break;
	}
	return width > FOLDED_WIDTH ? width : FOLDED_WIDTH;
}

void
replace_text(struct editor *editor, unsigned file, uint32_t node, const char *text)
{
	const struct span_node *nodes = editor_nodes(editor, file);
	struct text_index *index = editor_index(editor, file);
	struct span span = spans_of(editor->spans, file, node);
	span.start = scalar_skip_properties(index->text, span.start, span.end);
	struct value_place place = place_of(editor, file, node, 0);
	struct buf out = {0};
	if (span.start == span.end && span.start && index->text[span.start - 1] == ':')
		buf_putc(&out, ' '); /* where nothing was */
	value_put_text(&out, text, (enum span_style)nodes[node].style, width_of(index, span),
		       &place);
	editor_put(editor, file, span, &out);
}

/* The bytes behind the colon of a value's key, comments apart; or the value's own where there is no
 * key. False where a comment stands between them and the new value goes on in the key's line. */
static bool
span_behind(struct editor *editor, unsigned file, uint32_t node, bool one_line, struct span *span)
{
	struct text_index *index = editor_index(editor, file);
	struct section section;
	spans_section(editor->spans, file, node, &section);
	*span = section.value;
	if (section.key.start == section.key.end)
		return true;
	size_t colon = piece_colon(editor, file, node);
	size_t line = manner_line_start(index, section.value.start);
	bool below = line > colon;
	bool comment = below && memchr(index->text + colon, '#', line - colon);
	if (comment && one_line)
		return false;
	span->start = comment ? manner_line_end(index, colon) : colon;
	for (size_t end; comment && (end = manner_next_line(index, span->start)) < line;)
		span->start = manner_line_end(index, end);
	return true;
}

static bool
replace_whole(struct editor *editor, const struct replacement *r)
{
	struct value_place place = place_of(editor, r->file, r->node, r->lang);
	uint32_t key = seat_key(editor_nodes(editor, r->file), r->node);
	struct buf out = {0};
	struct span span;
	if (key == SPAN_NONE)
		value_put_item(&out, r->is, false, &place);
	else
		value_put(&out, r->is, &place);
	if (!span_behind(editor, r->file, r->node, !strpbrk(buf_text(&out), "\r\n"), &span)) {
		buf_free(&out);
		return false;
	}
	editor_put(editor, r->file, span, &out);
	return true;
}

/* The items of a list that is written and its nodes, side by side. */
struct sides {
	const struct written **was;
	uint32_t *nodes;
	uint32_t count;
};

static bool
sides_of(struct editor *editor, const struct replacement *r, struct sides *sides)
{
	const struct span_tree *tree = spans_tree(editor->spans, r->file);
	uint32_t count = 0, nodes = 0;
	for (const struct written *item = r->was->first; item; item = item->next)
		count++;
	for (uint32_t node = seat_first(tree, r->node); node != SPAN_NONE;
	     node = seat_next(tree, node))
		nodes++;
	if (count != nodes || !count)
		return false;
	sides->was = arena_array(editor->arena, count, sizeof *sides->was);
	sides->nodes = arena_array(editor->arena, count, sizeof *sides->nodes);
	uint32_t node = seat_first(tree, r->node);
	for (const struct written *item = r->was->first; item;
	     item = item->next, node = seat_next(tree, node)) {
		if (item->type != WRITTEN_TEXT || !seat_is_text(&tree->nodes[node]))
			return false;
		sides->was[sides->count] = item;
		sides->nodes[sides->count++] = node;
	}
	return true;
}

/* By text which item of the old list says it, counted from 1, the first that says it so. */
static void
sides_index(const struct sides *sides, struct map *index)
{
	for (uint32_t i = sides->count; i > 0; i--)
		*map_at(index, sides->was[i - 1]->text) = (void *)(uintptr_t)i;
}

static void
put_item(struct editor *editor, const struct replacement *r, const struct sides *sides,
	 uint32_t behind, const char *text)
{
	const struct span_node *nodes = editor_nodes(editor, r->file);
	bool flow = seat_is_flow(&nodes[r->node]);
	uint32_t beside = sides->nodes[behind ? behind - 1 : 0];
	enum span_style style = (enum span_style)nodes[beside].style;
	struct edit_piece piece = piece_of(editor, r->file, beside);
	struct value_place place = {editor_manner(editor, r->file), piece.column, r->lang, flow};
	struct buf out = {0};
	buf_puts(&out, flow ? "" : "- ");
	if (style != SPAN_SINGLE && style != SPAN_DOUBLE)
		style = SPAN_PLAIN;
	value_put_text(&out, text, style, 0, &place);
	if (behind)
		piece_put_behind(editor, r->file, beside, &out);
	else
		piece_put_before(editor, r->file, beside, &out);
}

/* The items from one to another are gone; `stays` tells whether any before them stays. */
static void
drop_items(struct editor *editor, const struct replacement *r, const struct sides *sides,
	   uint32_t from, uint32_t to, bool stays)
{
	for (uint32_t i = from; i < to; i++)
		editor_put(editor, r->file, piece_going(editor, r->file, sides->nodes[i], !stays),
			   &(struct buf){0});
}

/* How many items of the new list, from one on, say something that the old has no more of behind
 * `at`. */
static uint32_t
new_items(const struct written *item, const struct map *index, uint32_t at)
{
	uint32_t count = 0;
	for (; item; item = item->next, count++)
		if ((uintptr_t)map_get(index, item->text) > at)
			break;
	return count;
}

/* Items that both have in one order stay; between them the new ones take the place of the old. */
static void
replace_items(struct editor *editor, const struct replacement *r, const struct sides *sides)
{
	struct map index = {0};
	sides_index(sides, &index);
	uint32_t at = 0, last = 0;
	const struct written *item = r->is->first;
	while (item || at < sides->count) {
		uint32_t come = new_items(item, &index, at);
		const struct written *same = item;
		for (uint32_t i = 0; i < come; i++)
			same = same->next;
		uint32_t next =
		    same ? (uint32_t)(uintptr_t)map_get(&index, same->text) - 1 : sides->count;
		for (; come && at < next; come--, item = item->next, last = ++at)
			replace_text(editor, r->file, sides->nodes[at], item->text);
		for (; come; come--, item = item->next)
			put_item(editor, r, sides, last, item->text);
		drop_items(editor, r, sides, at, next, last > 0);
		if (!same)
			break;
		at = last = next + 1;
		item = same->next;
	}
	map_free(&index);
}

static bool
all_texts(const struct written *list)
{
	const struct written *item = list->first;
	while (item && item->type == WRITTEN_TEXT)
		item = item->next;
	return !item;
}

/* The key of a pair, as it is written. */
static const char *
key_text(struct editor *editor, unsigned file, uint32_t key)
{
	struct span span = spans_of(editor->spans, file, key);
	const char *text = editor_index(editor, file)->text;
	span.start = scalar_skip_properties(text, span.start, span.end);
	if (span.end > span.start + 1 && strchr("\"'", text[span.start])) {
		span.start++;
		span.end--;
	}
	return arena_copy(editor->arena, text + span.start, span.end - span.start);
}

static bool
is_key_of(const char *key, const struct written *pair, struct arena *arena)
{
	if (pair->key)
		return strcmp(key, pair->key) == 0;
	const char *folded = utf8_fold(arena, key, FOLD_KEY);
	return field_spelling_matches(pair->field->keys[0], folded) ||
	       field_spelling_matches(pair->field->keys[1], folded);
}

/* The pair of a mapping that is written for a key of the file, or NULL. */
static const struct written *
pair_of(struct editor *editor, const char *key, const struct written *map)
{
	const struct written *pair = map->first;
	while (pair && !is_key_of(key, pair, editor->arena))
		pair = pair->next;
	return pair;
}

static bool
is_same_pair(const struct written *a, const struct written *b)
{
	return a->field == b->field && !a->key == !b->key &&
	       (!a->key || strcmp(a->key, b->key) == 0);
}

static const struct written *
find_pair(const struct written *map, const struct written *like)
{
	const struct written *pair = map->first;
	while (pair && !is_same_pair(pair, like))
		pair = pair->next;
	return pair;
}

/* The pairs that only the new mapping has, behind what it has before them. */
static bool
put_pairs(struct editor *editor, const struct replacement *r)
{
	const struct span_tree *tree = spans_tree(editor->spans, r->file);
	uint32_t last = SPAN_NONE;
	for (const struct written *pair = r->is->first; pair; pair = pair->next) {
		uint32_t key = seat_first(tree, r->node);
		while (key != SPAN_NONE &&
		       !is_key_of(key_text(editor, r->file, key), pair, editor->arena))
			key = seat_next_key(tree, key);
		if (key != SPAN_NONE) {
			last = key;
			continue;
		}
		uint32_t beside = last != SPAN_NONE ? last : seat_first(tree, r->node);
		struct written one = *pair;
		one.next = NULL;
		struct edit_piece piece = piece_of(editor, r->file, beside);
		struct value_place place = {editor_manner(editor, r->file), piece.column, r->lang,
					    piece.flow};
		struct buf out = {0};
		value_put_pairs(&out, &one, &place);
		if (last != SPAN_NONE)
			piece_put_behind(editor, r->file, beside, &out);
		else
			piece_put_before(editor, r->file, beside, &out);
	}
	return true;
}

/* Pair by pair; false, with nothing done, when the file has other keys than are known. */
static bool
replace_pairs(struct editor *editor, const struct replacement *r)
{
	const struct span_tree *tree = spans_tree(editor->spans, r->file);
	bool stays = false, any = false;
	for (const struct written *pair = r->is->first; pair; pair = pair->next)
		any = any || find_pair(r->was, pair);
	if (!any || seat_first(tree, r->node) == SPAN_NONE)
		return false;
	for (uint32_t key = seat_first(tree, r->node); key != SPAN_NONE;
	     key = seat_next_key(tree, key)) {
		if (!pair_of(editor, key_text(editor, r->file, key), r->was))
			return false;
	}
	for (uint32_t key = seat_first(tree, r->node); key != SPAN_NONE;
	     key = seat_next_key(tree, key)) {
		const struct written *was = pair_of(editor, key_text(editor, r->file, key), r->was);
		const struct written *is = find_pair(r->is, was);
		struct replacement inner = {r->file, tree->nodes[key].after, was, is, r->lang};
		if (!is)
			editor_put(editor, r->file, piece_going(editor, r->file, key, !stays),
				   &(struct buf){0});
		else if (!written_same(was, is) && !replace_value(editor, &inner))
			return false;
		stays = stays || is;
	}
	return put_pairs(editor, r);
}

/* The one text of a list that says one, or SPAN_NONE: `[Запрос]`. */
static uint32_t
lone_text(struct editor *editor, const struct replacement *r)
{
	const struct span_tree *tree = spans_tree(editor->spans, r->file);
	bool one = r->was && r->was->type == WRITTEN_TEXT && r->is->type == WRITTEN_TEXT &&
		   seat_is_list(&tree->nodes[r->node]);
	uint32_t item = one ? seat_first(tree, r->node) : SPAN_NONE;
	bool lone = item != SPAN_NONE && seat_next(tree, item) == SPAN_NONE &&
		    seat_is_text(&tree->nodes[item]);
	return lone ? item : SPAN_NONE;
}

bool
replace_value(struct editor *editor, const struct replacement *r)
{
	const struct span_node *node = &editor_nodes(editor, r->file)[r->node];
	uint32_t lone = lone_text(editor, r);
	struct sides sides = {0};
	if (lone != SPAN_NONE) {
		replace_text(editor, r->file, lone, r->is->text);
		return true;
	}
	if (r->is->type == WRITTEN_TEXT && seat_is_text(node)) {
		replace_text(editor, r->file, r->node, r->is->text);
		return true;
	}
	bool lists = r->was && r->was->type == WRITTEN_LIST && r->is->type == WRITTEN_LIST;
	if (lists && r->is->first && seat_is_list(node) && all_texts(r->is) &&
	    sides_of(editor, r, &sides)) {
		replace_items(editor, r, &sides);
		return true;
	}
	bool maps = r->was && r->was->type == WRITTEN_MAP && r->is->type == WRITTEN_MAP;
	if (maps && seat_is_map(node) && replace_pairs(editor, r))
		return true;
	return replace_whole(editor, r);
}
