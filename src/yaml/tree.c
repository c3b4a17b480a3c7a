/* SPDX-License-Identifier: MIT */
/* Builds the tree from libyaml's events; but for tree_probe.c the only file that calls libyaml.
 * What the parser leaves to its callers is decided here: depth and expansion limits, anchors,
 * merges. Its complaints are turned into advice by trap.c. */
#include "yaml/tree.h"

#include "support/map.h"
#include "support/utf8.h"
#include "yaml/cure.h"
#include "yaml/escape.h"
#include "yaml/numbered.h"
#include "yaml/spans.h"
#include "yaml/tree_merge.h"
#include "yaml/tree_probe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

/* So many mistakes are told of a file that YAML refuses, and so many bytes read for them. */
enum { MOST_MENDS = 200, MENDS_LIMIT = 64 << 20 };

struct anchor {
	struct node *node;
	struct pos pos;
	bool open; /* still being read: an alias to it would contain itself */
};

struct tree_builder {
	struct arena *arena;
	struct arena *texts;
	struct diagnostics *diags;
	struct trap_text source;
	struct escapes escapes;
	struct heads heads;
	struct mends mends;
	struct span_log log;
	struct map anchors;
	struct map keys; /* texts of keys seen, so that a repeated key is stored once */
	yaml_parser_t parser;
	yaml_event_t event; /* the one under way */
	struct memory_ending ending;
	uint64_t nodes;  /* of the text itself */
	uint64_t copies; /* that aliases and merges add to them */
	bool failed;
	bool refused;     /* by YAML, which the last finding says */
	uint32_t stopped; /* the line where that was noticed */
	bool misplaced;   /* the parser stopped at a key that cannot stand where it does */
};

struct frame {
	struct node *node;
	struct node **tail;
	struct anchor *anchor;
	struct node *last; /* child that is not empty */
	uint32_t count;    /* children so far */
	bool flow;         /* within [ ] or { } */
};

/* Whether the parser was given the text of the file as it is. */
static inline bool
reads_as_written(const struct tree_builder *b)
{
	return !b->mends.count && !b->heads.count && !b->heads.shift_count;
}

static size_t
index_of(const struct tree_builder *b, yaml_mark_t mark)
{
	return reads_as_written(b) ? mark.index
				   : mends_index(&b->mends, heads_index(&b->heads, mark.index));
}

/* The place of a character of the file. */
static struct pos
place_of(struct trap_text *source, size_t character)
{
	return trap_place(source, text_index_byte_of_character(&source->index, character));
}

static struct pos
pos_of(struct tree_builder *b, yaml_mark_t mark)
{
	if (b->mends.count)
		return place_of(&b->source, index_of(b, mark));
	size_t column = mark.column;
	if (!reads_as_written(b))
		column += heads_moved(&b->heads, mark.index);
	return trap_pos(&b->source, index_of(b, mark), (uint32_t)mark.line + 1,
			(uint32_t)column + 1);
}

static void
fail(struct tree_builder *b)
{
	b->failed = true;
}

/* The last finding says why the text has to be mended to be read. */
static void
refuse(struct tree_builder *b, uint32_t line)
{
	b->refused = true;
	b->stopped = line;
	fail(b);
}

static struct node *
node_new(struct tree_builder *b, enum node_type type, yaml_mark_t mark)
{
	struct node *node = arena_alloc(b->arena, sizeof *node);
	node->type = type;
	node->pos = pos_of(b, mark);
	node->size = 1;
	return node;
}

static void
anchor_add(struct tree_builder *b, struct frame *frame, struct node *node, const yaml_char_t *name)
{
	if (!name)
		return;
	struct anchor **place =
	    (struct anchor **)map_at(&b->anchors, arena_string(b->arena, (const char *)name));
	if (*place) {
		diag1(b->diags, RULE_YAML_ANCHOR, node->pos, (const char *)name)->related =
		    (*place)->pos;
		return;
	}
	*place = arena_alloc(b->arena, sizeof **place);
	**place = (struct anchor){.node = node, .pos = node->pos, .open = frame != NULL};
	if (frame)
		frame->anchor = *place;
}

static const char *
key_text(struct tree_builder *b, const char *bytes, size_t length)
{
	const char *known = map_get(&b->keys, bytes);
	if (known)
		return known;
	char *text =
	    arena_copy(b->texts, bytes, length); /* it may be a thing's name and outlive the tree */
	*map_at(&b->keys, text) = text;
	return text;
}

static void
note_scalar(struct tree_builder *b, const yaml_event_t *event)
{
	static const enum span_style styles[] = {
	    [YAML_PLAIN_SCALAR_STYLE] = SPAN_PLAIN,
	    [YAML_SINGLE_QUOTED_SCALAR_STYLE] = SPAN_SINGLE,
	    [YAML_DOUBLE_QUOTED_SCALAR_STYLE] = SPAN_DOUBLE,
	    [YAML_LITERAL_SCALAR_STYLE] = SPAN_LITERAL,
	    [YAML_FOLDED_SCALAR_STYLE] = SPAN_FOLDED,
	};
	span_log_add(&b->log, styles[event->data.scalar.style], index_of(b, event->start_mark),
		     index_of(b, event->end_mark));
}

static struct node *
node_of_scalar(struct tree_builder *b, yaml_event_t *event, bool is_key)
{
	struct node *node = node_new(b, NODE_TEXT, event->start_mark);
	const char *bytes = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;
	note_scalar(b, event);
	if (length > TREE_TEXT_LIMIT) {
		diag1(b->diags, RULE_YAML_SIZE, node->pos, "1 MiB");
		bytes = "…"; /* not empty: that would be reported, too */
		length = strlen(bytes);
	}
	if (b->escapes.count) {
		bool quoted = event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
		bytes = escapes_apply(&b->escapes, b->arena, b->diags, &b->source,
				      index_of(b, event->start_mark), index_of(b, event->end_mark),
				      quoted, bytes, &length);
	}
	node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	node->heads = heads_ends(&b->heads, event->end_mark.index);
	node->text = is_key && length < 64 ? key_text(b, bytes, length)
					   : arena_copy(b->texts, bytes, length);
	if (node->plain) {
		struct pos end = pos_of(b, event->end_mark);
		trap_plain(b->diags, &b->source, node->pos, node->text, end);
		if (event->data.scalar.length <= TREE_TEXT_LIMIT)
			numbered_find(node, b->arena, b->texts, &b->source, end);
		if (!is_key && !numbered_is_list(node))
			trap_dash(b->diags, node->pos, node->text);
	}
	bool numbered = heads_moved(&b->heads, event->start_mark.index);
	if (node->heads)
		diag2(b->diags, RULE_YAML_HEAD, node->pos, node->text,
		      numbered ? PHRASE_HEAD_HYPHEN : PHRASE_HEAD_COLON);
	anchor_add(b, NULL, node, event->data.scalar.anchor);
	return node;
}

/* A copy of the anchored node that shares its children. */
static struct node *
node_of_alias(struct tree_builder *b, yaml_event_t *event)
{
	const char *name = (const char *)event->data.alias.anchor;
	struct anchor *anchor = map_get(&b->anchors, name);
	struct pos pos = pos_of(b, event->start_mark);
	span_log_add(&b->log, SPAN_ALIAS, index_of(b, event->start_mark),
		     index_of(b, event->end_mark));
	if (!anchor || anchor->open) {
		diag1(b->diags, anchor ? RULE_YAML_RECURSIVE : RULE_YAML_ALIAS, pos, name)->end =
		    pos_of(b, event->end_mark);
		refuse(b, pos.line);
		return NULL;
	}
	struct node *node = arena_alloc(b->arena, sizeof *node);
	*node = *anchor->node;
	node->next = NULL;
	node->pos = pos;
	return node;
}

/* A tag may say what a value is anyhow: a text, a list, a mapping. Any other tag asks for something
 * that is not done. */
static void
check_tag(struct tree_builder *b, yaml_event_t *event, const yaml_char_t *tag, const char *usual)
{
	static const char prefix[] = "tag:yaml.org,2002:";
	const char *name = (const char *)tag;
	bool own = name && strncmp(name, prefix, sizeof prefix - 1) == 0;
	const char *rest = own ? name + sizeof prefix - 1 : name;
	if (!name || strcmp(name, "!") == 0 || (own && strcmp(rest, usual) == 0))
		return;
	const char *written = own ? arena_printf(b->arena, "!!%s", rest) : name;
	diag1(b->diags, RULE_YAML_TAG, pos_of(b, event->start_mark), written);
}

/* False when there are too many values: as the file has them, or as aliases would have them
 * copied. */
static bool
count_nodes(struct tree_builder *b, const struct node *node, bool is_alias)
{
	b->nodes++;
	b->copies += is_alias ? node->size : 0;
	if (b->copies <= TREE_EXPANSION_LIMIT && b->nodes <= TREE_NODES_LIMIT)
		return true;
	char limit[32];
	snprintf(limit, sizeof limit, "%d",
		 b->copies > TREE_EXPANSION_LIMIT ? TREE_EXPANSION_LIMIT : TREE_NODES_LIMIT);
	diag1(b->diags, b->copies > TREE_EXPANSION_LIMIT ? RULE_YAML_EXPANSION : RULE_YAML_SIZE,
	      node->pos, limit);
	fail(b);
	return false;
}

static void
frame_close(struct tree_builder *b, struct frame *frame, const yaml_event_t *event)
{
	/* what has no bracket ends with what it holds; the parser says so where the next begins */
	span_log_add(&b->log, SPAN_END, frame->flow ? index_of(b, event->end_mark) : 0, 0);
	if (frame->anchor)
		frame->anchor->open = false;
	if (frame->node->type == NODE_MAP)
		b->copies += tree_merge(b->arena, b->diags, frame->node);
}

bool
node_is_empty(const struct node *node)
{
	if (node->type != NODE_TEXT)
		return false;
	for (const char *text = node->text; *text;)
		if (!utf8_is_blank(utf8_next(&text)))
			return false;
	return true;
}

static void
attach(struct frame *frame, struct node *node)
{
	*frame->tail = node;
	frame->tail = &node->next;
	if (!node_is_empty(node))
		frame->last = node;
	frame->count++;
	uint32_t left = UINT32_MAX - frame->node->size;
	frame->node->size += node->size < left ? node->size : left;
}

/* Between brackets, a comma ends a text that has no quotes. */
static void
mind_comma(struct tree_builder *b, const struct frame *frame, struct node *node)
{
	bool after = frame->flow && node->plain && frame->last && frame->last->plain;
	if (after && frame->node->type == NODE_LIST)
		trap_item(b->diags, node->pos, frame->last->text, node->text);
	/* behind a pair that has its value: of `{a, b}` neither is the rest of the other */
	bool behind = after && (frame->tail == &frame->last->next || frame->last->goes_on);
	node->goes_on = behind && frame->node->type == NODE_MAP && frame->count % 2 == 0;
}

/* A text in quotation marks that runs over keys or items, no further in than its own, lacks its
 * closing mark: the one that ends it opens another text. */
static void
mind_quote(struct tree_builder *b, const struct frame *frame, const struct node *node)
{
	const yaml_event_t *event = &b->event;
	if (frame->flow || node->plain)
		return;
	uint32_t end = pos_of(b, event->end_mark).line;
	if (node->pos.line == end || event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
	    event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE ||
	    !trap_runs_over(b->diags, &b->source, node->pos.line, end))
		return;
	diag(b->diags, RULE_YAML_UNCLOSED, node->pos)->end =
	    (struct pos){node->pos.line, node->pos.column + 1, node->pos.file};
	refuse(b, node->pos.line);
}

/* A text without quotes that has a slip of the pen in it. */
static void
mind_slip(struct tree_builder *b, const struct node *node, bool is_key)
{
	if (node->plain && trap_refuses(b->diags, &b->source, node->pos, node->text, is_key))
		refuse(b, node->pos.line);
}

static bool
is_flow(const yaml_event_t *event)
{
	return event->type == YAML_SEQUENCE_START_EVENT
		   ? event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
		   : event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
}

static struct node *
container_new(struct tree_builder *b, yaml_event_t *event)
{
	bool list = event->type == YAML_SEQUENCE_START_EVENT;
	check_tag(b, event, list ? event->data.sequence_start.tag : event->data.mapping_start.tag,
		  list ? "seq" : "map");
	enum span_style block = list ? SPAN_LIST : SPAN_MAP,
			flow = list ? SPAN_FLOW_LIST : SPAN_FLOW_MAP;
	span_log_add(&b->log, is_flow(event) ? flow : block, index_of(b, event->start_mark), 0);
	return node_new(b, list ? NODE_LIST : NODE_MAP, event->start_mark);
}

static const yaml_char_t *
container_anchor(const yaml_event_t *event)
{
	return event->type == YAML_SEQUENCE_START_EVENT ? event->data.sequence_start.anchor
							: event->data.mapping_start.anchor;
}

/* Puts a place of the text with mends where it is in the file. */
static struct pos
unmended(struct tree_builder *b, struct text_index *seen, struct pos pos)
{
	size_t character = text_index_characters(seen, text_index_byte(seen, pos));
	return place_of(&b->source, mends_index(&b->mends, character));
}

/* Turns what the parser says of the text it was given, which has the mends made so far, into a
 * finding about the file: what was told already hides nothing. */
static void
complain(struct tree_builder *b)
{
	struct trap_text seen;
	const char *text = b->mends.count ? buf_text(&b->mends.copy) : b->source.text;
	size_t length = b->mends.count ? b->mends.copy.length : b->source.length;
	struct complaint complaint = {.problem = b->parser.problem, .context = b->parser.context};
	trap_open(&seen, text, length, b->source.index.file);
	complaint.pos = place_of(&seen, heads_index(&b->heads, b->parser.problem_mark.index));
	if (complaint.context)
		complaint.start =
		    place_of(&seen, heads_index(&b->heads, b->parser.context_mark.index));
	trap_error(b->diags, &seen, &complaint);
	struct diagnostic *said = &b->diags->items[b->diags->count - 1];
	said->pos = unmended(b, &seen.index, said->pos);
	if (said->end.line)
		said->end = unmended(b, &seen.index, said->end);
	trap_close(&seen);
	refuse(b, complaint.pos.line);
}

/* Goes on to the next event, which is the builder's and has to be deleted. */
static bool
event_next(struct tree_builder *b)
{
	if (b->failed)
		return false;
	if (yaml_parser_parse(&b->parser, &b->event))
		return true;
	if (b->parser.error == YAML_MEMORY_ERROR)
		memory_exhausted();
	b->misplaced = tree_misses_heads(&b->parser);
	if (trap_check(&b->source, b->diags)) /* what the parser says of bytes has no place */
		complain(b);
	fail(b);
	return false;
}

/* Reads the nodes of one document: an explicit stack instead of recursion, for a depth the file
 * controls. */
static struct node *
document_read(struct tree_builder *b)
{
	struct frame stack[TREE_DEPTH_LIMIT + 1];
	struct node root = {.type = NODE_LIST}, *node;
	int depth = 0;
	stack[0] = (struct frame){.node = &root, .tail = &root.first};
	yaml_event_t *event = &b->event;
	while (event_next(b)) {
		struct frame *top = &stack[depth];
		bool is_key = top->node->type == NODE_MAP && top->count % 2 == 0;
		node = NULL;
		switch (event->type) {
		case YAML_SCALAR_EVENT:
			check_tag(b, event, event->data.scalar.tag, "str");
			node = node_of_scalar(b, event, is_key);
			mind_comma(b, top, node);
			mind_quote(b, top, node);
			mind_slip(b, node, is_key);
			break;
		case YAML_ALIAS_EVENT:
			node = node_of_alias(b, event);
			break;
		case YAML_SEQUENCE_START_EVENT:
		case YAML_MAPPING_START_EVENT:
			node = container_new(b, event);
			if (depth == TREE_DEPTH_LIMIT) {
				diag1(b->diags, RULE_YAML_DEPTH, node->pos, "64");
				fail(b);
				break;
			}
			stack[++depth] = (struct frame){
			    .node = node, .tail = &node->first, .flow = is_flow(event)};
			anchor_add(b, &stack[depth], node, container_anchor(event));
			node = NULL;
			break;
		case YAML_SEQUENCE_END_EVENT:
		case YAML_MAPPING_END_EVENT:
			frame_close(b, top, event);
			node = top->node;
			top = &stack[--depth];
			break;
		case YAML_NO_EVENT:
		case YAML_STREAM_START_EVENT:
		case YAML_STREAM_END_EVENT:
		case YAML_DOCUMENT_START_EVENT:
		case YAML_DOCUMENT_END_EVENT:
			break;
		}
		yaml_event_type_t type = event->type;
		yaml_event_delete(event);
		if (node && count_nodes(b, node, type == YAML_ALIAS_EVENT))
			attach(top, node);
		if (type == YAML_DOCUMENT_END_EVENT)
			break;
	}
	return b->failed ? NULL : root.first;
}

/* Reads past events that carry nothing until one of the type; false at the end or on an error. */
static bool
skip_to_document(struct tree_builder *b, struct pos *pos)
{
	yaml_event_t *event = &b->event;
	while (event_next(b)) {
		yaml_event_type_t type = event->type;
		*pos = pos_of(b, event->start_mark);
		yaml_event_delete(event);
		if (type == YAML_DOCUMENT_START_EVENT)
			return true;
		if (type == YAML_STREAM_END_EVENT)
			return false;
	}
	return false;
}

const struct node *
node_items(const struct node *node, uint32_t *count)
{
	*count = 1;
	if (node->type != NODE_LIST)
		return node;
	*count = 0;
	for (const struct node *item = node->first; item; item = item->next)
		++*count;
	return node->first;
}

static struct node *
tree_read(struct tree_builder *b)
{
	struct pos pos = {0}, start = {.line = 1, .column = 1, .file = b->source.index.file};
	struct node *root = skip_to_document(b, &pos) ? document_read(b) : NULL;
	if (!root || b->failed) {
		if (!b->failed && !b->mends.count)
			diag(b->diags, RULE_YAML_EMPTY, start);
		return NULL;
	}
	if (skip_to_document(b, &pos)) {
		diag(b->diags, RULE_YAML_DOCUMENTS, pos);
		return NULL;
	}
	return b->failed ? NULL : root;
}

static void
parser_end(void *data)
{
	struct tree_builder *b = data;
	yaml_event_delete(&b->event);
	yaml_parser_delete(&b->parser);
}

/* Reads a text, the file or a copy of it, from its beginning. */
static struct node *
read_text(struct tree_builder *b, const char *text, size_t length)
{
	if (!yaml_parser_initialize(&b->parser))
		memory_exhausted();
	memory_hold(&b->ending, parser_end, b);
	yaml_parser_set_input_string(&b->parser, (const unsigned char *)text, length);
	yaml_parser_set_encoding(&b->parser, YAML_UTF8_ENCODING);
	struct node *root = tree_read(b);
	memory_release(&b->ending);
	parser_end(b);
	map_free(&b->anchors);
	map_free(&b->keys);
	return root;
}

/* Where the diagnostics and the notes of a file begin. */
struct start {
	size_t said, noted;
};

/* Forgets what was read, and what was said of it but for so many findings. */
static void
begin_again(struct tree_builder *b, const struct start *start, size_t kept)
{
	b->diags->count = start->said + kept;
	buf_cut(b->log.notes, start->noted);
	b->log.at = 0;
	b->escapes.next = b->escapes.reported = 0;
	b->nodes = b->copies = 0;
	b->failed = b->refused = b->misplaced = false;
}

/* Reads a text, with the colons and hyphens that lists lack in it. */
static struct node *
read_lists(struct tree_builder *b, const char *text, size_t length, const struct start *start,
	   size_t kept)
{
	begin_again(b, start, kept);
	heads_free(&b->heads);
	struct node *root = read_text(b, text, length);
	if (!b->misplaced || b->source.odd_lines || !tree_find_heads(&b->heads, text, length))
		return root;
	begin_again(b, start, kept);
	if (b->heads.items) {
		size_t item = mends_index(&b->mends, b->heads.item);
		diag(b->diags, RULE_YAML_ITEM, place_of(&b->source, item));
	}
	return read_text(b, buf_text(&b->heads.copy), b->heads.copy.length);
}

/* Whether a finding is nothing new: it was told already, or the mend of another was not what its
 * line was meant to be. */
static bool
is_echo(struct tree_builder *b, const struct diagnostic *finding, const struct start *start,
	size_t kept)
{
	for (size_t i = start->said; i < start->said + kept; i++) {
		const struct diagnostic *told = &b->diags->items[i];
		if (told->rule == finding->rule && told->pos.line == finding->pos.line &&
		    told->pos.column == finding->pos.column)
			return true;
	}
	return cure_is_echo(&b->mends, &b->source, finding);
}

/* Mends what the parser refused last; false when there is nothing to be done. One finding a fault
 * is kept, the last of so many. */
static bool
mend(struct tree_builder *b, const struct start *start, size_t *kept)
{
	if (!b->refused)
		return false;
	struct diagnostic *last = &b->diags->items[b->diags->count - 1];
	uint32_t line = last->pos.line;
	if (is_echo(b, last, start, *kept))
		return cure_leave_out(&b->mends, &b->source, b->stopped);
	last = memmove(&b->diags->items[start->said + (*kept)++], last, sizeof *last);
	return cure_finding(&b->mends, &b->source, b->diags, last) ||
	       cure_leave_out(&b->mends, &b->source, line);
}

/* Reads a text over and over, each time with one fault less. */
static struct node *
read_mended(struct tree_builder *b, const char *text, size_t length)
{
	const struct start start = {b->diags->count, b->log.notes->length};
	size_t kept = 0, read = 0;
	struct node *root = read_lists(b, text, length, &start, kept);
	bool more = !root;
	for (int i = 0; more && i < MOST_MENDS && read < MENDS_LIMIT; i++) {
		more = mend(b, &start, &kept);
		if (!more)
			break;
		mends_apply(&b->mends, text, length);
		root = read_lists(b, buf_text(&b->mends.copy), b->mends.copy.length, &start, kept);
		more = !root;
		read += length;
	}
	if (more && b->refused) {
		struct pos pos = b->diags->items[--b->diags->count].pos;
		diag(b->diags, RULE_YAML_MANY, pos);
	}
	return root;
}

/* Notes in the file which lines were mended. */
static void
note_mended(struct tree_builder *b, struct source *file)
{
	struct mended_line *last = NULL;
	file->mended = arena_array(b->texts, b->mends.count, sizeof *file->mended);
	for (size_t i = 0; i < b->mends.count; i++) {
		uint32_t line = trap_place(&b->source, b->mends.items[i].at).line;
		if (!last || last->line != line) {
			last = &file->mended[file->mended_count++];
			last->line = line;
		}
		last->guess = last->guess || b->mends.items[i].guess;
	}
}

struct node *
tree_parse(struct arena *arena, struct arena *texts, struct diagnostics *diags, struct source *file,
	   unsigned number)
{
	const char *text = source_text(file);
	size_t length = source_length(file);
	struct tree_builder builder = {.arena = arena, .texts = texts, .diags = diags};
	builder.log.notes = &file->nodes;
	trap_open(&builder.source, text, length, number);
	escapes_find(&builder.escapes, text, length);
	struct node *root =
	    read_mended(&builder, builder.escapes.copy ? builder.escapes.copy : text, length);
	if (builder.mends.count)
		note_mended(&builder, file);
	if (builder.mends.lost && root && root->type != NODE_MAP)
		root = NULL;
	file->refused = !root || builder.mends.lost;
	heads_free(&builder.heads);
	mends_free(&builder.mends);
	escapes_free(&builder.escapes);
	trap_close(&builder.source);
	buf_fit(&file->nodes);
	return root;
}
