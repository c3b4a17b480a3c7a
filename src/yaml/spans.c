/* SPDX-License-Identifier: MIT */
#include "yaml/spans.h"

#include "support/search.h"

#include <stdlib.h>
#include <string.h>

enum { STYLE_BITS = 4, NOTE_MOST = 20, DIGIT_BITS = 7, MORE = 1 << DIGIT_BITS };

struct spans {
	struct sources *sources;
	struct span_tree *trees;
	uint32_t file_count; /* the tree behind the last is of no file */
	struct scalar_map map;
	struct pos map_pos; /* the text it is of; line 0 when none */
};

static unsigned char *
put_number(unsigned char *out, size_t number)
{
	for (; number >= MORE; number >>= DIGIT_BITS)
		*out++ = (unsigned char)(number | MORE);
	*out++ = (unsigned char)number;
	return out;
}

static size_t
take_number(const unsigned char **notes)
{
	size_t number = 0, shift = 0;
	for (; **notes & MORE; shift += DIGIT_BITS)
		number |= (size_t)(*(*notes)++ & (MORE - 1)) << shift;
	return number | (size_t)*(*notes)++ << shift;
}

void
span_log_add(struct span_log *log, enum span_style style, size_t start, size_t end)
{
	unsigned char *notes = (unsigned char *)buf_reserve(log->notes, NOTE_MOST), *out = notes;
	size_t from = start > log->at ? start : log->at;
	out = put_number(out, (from - log->at) << STYLE_BITS | style);
	log->at = from;
	if (style < SPAN_LIST) {
		log->at = end > from ? end : from;
		out = put_number(out, log->at - from);
	}
	buf_filled(log->notes, (size_t)(out - notes));
}

struct spans *
spans_open(struct sources *sources)
{
	struct spans *spans = memory_alloc(sizeof *spans);
	uint32_t count = sources_model(sources)->file_count;
	*spans = (struct spans){.sources = sources, .file_count = count};
	spans->trees = memory_alloc((count + 1) * sizeof *spans->trees);
	memset(spans->trees, 0, (count + 1) * sizeof *spans->trees);
	return spans;
}

void
spans_close(struct spans *spans)
{
	if (!spans)
		return;
	for (uint32_t i = 0; i < spans->file_count; i++)
		memory_free(spans->trees[i].nodes);
	memory_free(spans->trees);
	scalar_map_free(&spans->map);
	memory_free(spans);
}

/* What is read of the notes. */
struct notes_reading {
	struct span_tree *tree;
	uint32_t at;   /* in characters */
	uint32_t open; /* the innermost node that holds the next, or SPAN_NONE */
	bool odd;      /* it holds a key without its value */
};

static bool
is_map(enum span_style style)
{
	return style == SPAN_MAP || style == SPAN_FLOW_MAP;
}

static void
close_node(struct notes_reading *r)
{
	struct span_node *node = &r->tree->nodes[r->open];
	node->end = r->at;
	node->after = r->tree->count;
	r->open = node->parent;
	r->odd = node->key;
}

static void
add_node(struct notes_reading *r, enum span_style style, uint32_t length)
{
	struct span_tree *tree = r->tree;
	tree->nodes = list_grow(tree->nodes, tree->count, sizeof *tree->nodes);
	uint32_t number = tree->count++;
	bool in_map = r->open != SPAN_NONE && is_map((enum span_style)tree->nodes[r->open].style);
	tree->nodes[number] = (struct span_node){.start = r->at,
						 .end = r->at + length,
						 .parent = r->open,
						 .after = number + 1,
						 .style = (uint8_t)style,
						 .key = in_map && !r->odd};
	r->odd = tree->nodes[number].key;
	r->at += length;
	if (style >= SPAN_LIST) {
		r->open = number;
		r->odd = false;
	}
}

static void
read_notes(struct span_tree *tree, const struct buf *notes)
{
	struct notes_reading r = {.tree = tree, .open = SPAN_NONE};
	const unsigned char *at = (const unsigned char *)buf_text(notes), *end = at + notes->length;
	while (at < end) {
		size_t head = take_number(&at);
		enum span_style style = (enum span_style)(head & ((1u << STYLE_BITS) - 1));
		r.at += (uint32_t)(head >> STYLE_BITS);
		if (style == SPAN_END)
			close_node(&r);
		else
			add_node(&r, style, style < SPAN_LIST ? (uint32_t)take_number(&at) : 0);
	}
	while (r.open != SPAN_NONE)
		close_node(&r);
}

const struct span_tree *
spans_tree(struct spans *spans, unsigned file)
{
	struct span_tree *tree = &spans->trees[file < spans->file_count ? file : spans->file_count];
	if (!tree->nodes && file < spans->file_count)
		read_notes(tree, &sources_model(spans->sources)->files[file].nodes);
	return tree;
}

static bool
starts_before(const void *nodes, size_t i, size_t character)
{
	return ((const struct span_node *)nodes)[i].start < character;
}

/* How many nodes of a tree begin before a character. */
static uint32_t
count_before(const struct span_tree *tree, size_t character)
{
	return (uint32_t)search_before(tree->nodes, tree->count, character, starts_before);
}

static size_t
character_at(struct spans *spans, struct pos pos)
{
	struct text_index *index = sources_index(spans->sources, pos.file);
	return text_index_characters(index, text_index_byte(index, pos));
}

uint32_t
spans_before(struct spans *spans, struct pos pos)
{
	const struct span_tree *tree = spans_tree(spans, pos.file);
	if (!tree->count || !pos.line)
		return SPAN_NONE;
	uint32_t count = count_before(tree, character_at(spans, pos) + 1);
	return count ? count - 1 : SPAN_NONE;
}

uint32_t
spans_find(struct spans *spans, struct pos pos, bool inner)
{
	const struct span_tree *tree = spans_tree(spans, pos.file);
	if (!tree->count || !pos.line)
		return SPAN_NONE;
	size_t character = character_at(spans, pos);
	uint32_t node =
	    inner ? count_before(tree, character + 1) - 1 : count_before(tree, character);
	return node < tree->count && tree->nodes[node].start == character ? node : SPAN_NONE;
}

static bool
is_block(enum span_style style)
{
	return style == SPAN_LITERAL || style == SPAN_FOLDED || style == SPAN_LIST ||
	       style == SPAN_MAP;
}

struct span
spans_of(struct spans *spans, unsigned file, uint32_t number)
{
	const struct span_node *node = &spans_tree(spans, file)->nodes[number];
	struct text_index *index = sources_index(spans->sources, file);
	struct span span = {text_index_byte_of_character(index, node->start),
			    text_index_byte_of_character(index, node->end)};
	size_t end = span.end;
	if (!is_block((enum span_style)node->style))
		return span;
	while (end > span.start && strchr(" \t\r\n", index->text[end - 1]))
		end--;
	while (end < span.end && index->text[end] != '\r' && index->text[end] != '\n')
		end++;
	return (struct span){span.start, end};
}

/* The child of a node's parent before it, or SPAN_NONE. */
static uint32_t
sibling_before(const struct span_tree *tree, uint32_t number)
{
	uint32_t parent = tree->nodes[number].parent, before = number - 1;
	if (parent == SPAN_NONE || before == parent)
		return SPAN_NONE;
	while (tree->nodes[before].parent != parent)
		before = tree->nodes[before].parent;
	return before;
}

/* The hyphen of an item of a block list: what is between it and the item before, or the list's
 * beginning, is blank or a comment. */
static size_t
hyphen_of(struct spans *spans, unsigned file, uint32_t number, size_t start)
{
	const struct span_tree *tree = spans_tree(spans, file);
	uint32_t parent = tree->nodes[number].parent, before = sibling_before(tree, number);
	size_t from = before == SPAN_NONE ? spans_of(spans, file, parent).start
					  : spans_of(spans, file, before).end;
	return scalar_skip_properties(sources_index(spans->sources, file)->text, from, start);
}

bool
spans_section(struct spans *spans, unsigned file, uint32_t number, struct section *section)
{
	const struct span_tree *tree = spans_tree(spans, file);
	if (number >= tree->count)
		return false;
	uint32_t parent = tree->nodes[number].parent;
	enum span_style holder =
	    parent == SPAN_NONE ? SPAN_END : (enum span_style)tree->nodes[parent].style;
	uint32_t key = tree->nodes[number].key ? number
		       : is_map(holder)        ? sibling_before(tree, number)
					       : SPAN_NONE;
	uint32_t value = key == number ? tree->nodes[number].after : number;
	if (key == number && (value >= tree->count || tree->nodes[value].parent != parent))
		value = number; /* of a file that ends in an error */
	section->value = section->whole = spans_of(spans, file, value);
	section->key = (struct span){section->value.start, section->value.start};
	if (key != SPAN_NONE)
		section->key = spans_of(spans, file, key);
	section->whole.start = holder == SPAN_LIST
				   ? hyphen_of(spans, file, number, section->value.start)
				   : section->key.start;
	return true;
}

/* The indent of the mapping or list around a text: where its first key or hyphen stands. */
static int
outer_indent(struct spans *spans, unsigned file, uint32_t number)
{
	const struct span_tree *tree = spans_tree(spans, file);
	uint32_t parent = tree->nodes[number].parent;
	if (parent == SPAN_NONE)
		return -1;
	struct text_index *index = sources_index(spans->sources, file);
	size_t start = text_index_byte_of_character(index, tree->nodes[parent].start),
	       first = text_index_byte_of_character(index, tree->nodes[parent + 1].start);
	return (int)text_index_pos(index, scalar_skip_properties(index->text, start, first))
		   .column -
	       1;
}

static bool
same_pos(struct pos a, struct pos b)
{
	return a.line == b.line && a.column == b.column && a.file == b.file;
}

/* Makes the map of the text at a place; an empty one when there is none. */
static void
map_text(struct spans *spans, struct pos pos)
{
	uint32_t number = spans_find(spans, pos, true);
	scalar_map_free(&spans->map);
	spans->map_pos = pos;
	const struct span_node *node =
	    number == SPAN_NONE ? NULL : &spans_tree(spans, pos.file)->nodes[number];
	if (!node || node->style > SPAN_FOLDED)
		return;
	struct text_index *index = sources_index(spans->sources, pos.file);
	struct span span = {text_index_byte_of_character(index, node->start),
			    text_index_byte_of_character(index, node->end)};
	bool block = node->style == SPAN_LITERAL || node->style == SPAN_FOLDED;
	spans->map = scalar_map(index->text, span, (enum scalar_style)node->style,
				block ? outer_indent(spans, pos.file, number) : -1);
}

bool
spans_words(struct spans *spans, struct pos pos, size_t offset, size_t length, struct span *words)
{
	if (!same_pos(spans->map_pos, pos))
		map_text(spans, pos);
	return scalar_place(&spans->map, offset, length, words);
}
