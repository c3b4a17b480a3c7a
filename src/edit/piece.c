/* SPDX-License-Identifier: MIT */
#include "edit/piece.h"

#include <string.h>

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

/* The first byte of a line, from its start on, that is no blank. */
static size_t
content_of(const struct text_index *index, size_t start)
{
	while (start < index->length && is_blank(index->text[start]))
		start++;
	return start;
}

static bool
is_empty_line(const struct text_index *index, size_t start)
{
	size_t content = content_of(index, start);
	return content == manner_line_end(index, content);
}

/* The start of the line above, or SIZE_MAX. */
static size_t
line_above(const struct text_index *index, size_t start)
{
	if (!start)
		return SIZE_MAX;
	size_t end = start - 1;
	if (end && index->text[end] == '\n' && index->text[end - 1] == '\r')
		end--;
	return manner_line_start(index, end);
}

/* The end of the line above a start of a line; 0 when there is none. */
static size_t
end_above(const struct text_index *index, size_t start)
{
	size_t above = line_above(index, start);
	return above == SIZE_MAX ? 0 : manner_line_end(index, above);
}

static bool
is_comment(const struct text_index *index, size_t start)
{
	size_t content = content_of(index, start);
	return content < index->length && index->text[content] == '#';
}

/* Where the comments begin that stand right over a line, as far in as it. */
static size_t
comments_over(const struct text_index *index, size_t start)
{
	size_t indent = content_of(index, start) - start, above;
	while ((above = line_above(index, start)) != SIZE_MAX && is_comment(index, above) &&
	       content_of(index, above) - above == indent)
		start = above;
	return start;
}

/* Where the comments end that stand below a line, further in than what it is the end of. */
static size_t
comments_within(const struct text_index *index, size_t end, size_t column)
{
	for (size_t start = manner_next_line(index, end); start > end && start < index->length;
	     start = manner_next_line(index, end)) {
		if (!is_comment(index, start) || content_of(index, start) - start <= column)
			break;
		end = manner_line_end(index, start);
	}
	return end;
}

struct edit_piece
piece_of(struct editor *editor, unsigned file, uint32_t node)
{
	const struct span_node *nodes = editor_nodes(editor, file);
	struct text_index *index = editor_index(editor, file);
	struct section section = {0};
	spans_section(editor->spans, file, node, &section);
	struct edit_piece piece = {.whole = section.whole};
	uint32_t parent = nodes[node].parent;
	size_t start = manner_line_start(index, piece.whole.start);
	piece.flow = parent != SPAN_NONE && seat_is_flow(&nodes[parent]);
	piece.column = text_index_pos(index, piece.whole.start).column - 1u;
	piece.shares = content_of(index, start) != piece.whole.start;
	piece.lines.start = piece.shares ? piece.whole.start : comments_over(index, start);
	piece.lines.end =
	    comments_within(index, manner_line_end(index, piece.whole.end), piece.column);
	return piece;
}

size_t
piece_colon(struct editor *editor, unsigned file, uint32_t value)
{
	const struct text_index *index = editor_index(editor, file);
	struct section section = {0};
	spans_section(editor->spans, file, value, &section);
	size_t at = section.key.end;
	while (at < index->length && index->text[at] != ':')
		at++;
	return at < index->length ? at + 1 : at;
}

/* The item or pair before another, or SPAN_NONE. */
static uint32_t
node_before(const struct span_tree *tree, uint32_t node)
{
	uint32_t parent = tree->nodes[node].parent, before = node - 1;
	if (before == parent)
		return SPAN_NONE;
	while (tree->nodes[before].parent != parent)
		before = tree->nodes[before].parent;
	if (!seat_is_map(&tree->nodes[parent]))
		return before;
	return seat_key(tree->nodes, before);
}

static uint32_t
node_behind(const struct span_tree *tree, uint32_t node)
{
	return tree->nodes[node].key ? seat_next_key(tree, node) : seat_next(tree, node);
}

/* Between brackets: with the comma behind, or the one before. */
static struct span
going_in_flow(struct editor *editor, unsigned file, uint32_t node, bool first)
{
	const struct span_tree *tree = spans_tree(editor->spans, file);
	struct edit_piece piece = piece_of(editor, file, node);
	uint32_t before = node_before(tree, node), behind = node_behind(tree, node);
	if (behind != SPAN_NONE && (first || before == SPAN_NONE))
		return (struct span){piece.whole.start, piece_of(editor, file, behind).whole.start};
	if (before != SPAN_NONE)
		return (struct span){piece_of(editor, file, before).whole.end, piece.whole.end};
	return piece.whole;
}

struct span
piece_going(struct editor *editor, unsigned file, uint32_t node, bool first)
{
	struct text_index *index = editor_index(editor, file);
	struct edit_piece piece = piece_of(editor, file, node);
	if (piece.flow)
		return going_in_flow(editor, file, node, first);
	struct span going = piece.lines;
	size_t next = manner_next_line(index, going.end);
	if (piece.shares) /* what stands below comes in its place */
		return (struct span){going.start, content_of(index, next)};
	if (!going.start)
		return (struct span){0, next};
	bool ends = next >= index->length || is_empty_line(index, next);
	size_t above = line_above(index, going.start);
	while (ends && above && above != SIZE_MAX && is_empty_line(index, above)) {
		going.start = above;
		above = line_above(index, above);
	}
	going.start = end_above(index, going.start);
	return going;
}

/* True when an empty line stands over a piece. */
static bool
is_set_off(struct editor *editor, unsigned file, uint32_t node)
{
	struct text_index *index = editor_index(editor, file);
	struct edit_piece piece = piece_of(editor, file, node);
	size_t above = line_above(index, piece.lines.start);
	return !piece.shares && above != SIZE_MAX && is_empty_line(index, above);
}

/* True when empty lines part the piece from the one behind it or, if it is the last, from the one
 * before it. */
static bool
stands_apart(struct editor *editor, unsigned file, uint32_t node)
{
	const struct span_tree *tree = spans_tree(editor->spans, file);
	uint32_t behind = node_behind(tree, node);
	if (behind != SPAN_NONE)
		return is_set_off(editor, file, behind);
	return node_before(tree, node) != SPAN_NONE && is_set_off(editor, file, node);
}

struct piece_joint
piece_joint_behind(struct editor *editor, unsigned file, uint32_t node)
{
	struct edit_piece piece = piece_of(editor, file, node);
	const char *line_end = editor_manner(editor, file)->line_end;
	if (piece.flow)
		return (struct piece_joint){", ", "", piece.whole.end};
	bool apart = stands_apart(editor, file, node);
	const char *before = arena_printf(editor->arena, "%s%s%*s", apart ? line_end : "", line_end,
					  (int)piece.column, "");
	return (struct piece_joint){before, "", piece.lines.end};
}

struct piece_joint
piece_joint_before(struct editor *editor, unsigned file, uint32_t node)
{
	struct edit_piece piece = piece_of(editor, file, node);
	const char *line_end = editor_manner(editor, file)->line_end;
	if (piece.flow)
		return (struct piece_joint){"", ", ", piece.whole.start};
	const char *indent = arena_printf(editor->arena, "%*s", (int)piece.column, "");
	if (piece.shares)
		return (struct piece_joint){
		    "", arena_printf(editor->arena, "%s%s", line_end, indent), piece.whole.start};
	bool apart = stands_apart(editor, file, node);
	return (struct piece_joint){
	    indent, arena_printf(editor->arena, "%s%s", line_end, apart ? line_end : ""),
	    piece.lines.start};
}

static void
put(struct editor *editor, unsigned file, uint32_t node, struct piece_joint joint, struct buf *text)
{
	struct buf out = {0};
	buf_puts(&out, joint.before);
	buf_add(&out, buf_text(text), text->length);
	buf_puts(&out, joint.after);
	buf_free(text);
	editor_put_beside(editor, file, joint.at, node, &out);
}

void
piece_put_behind(struct editor *editor, unsigned file, uint32_t node, struct buf *text)
{
	put(editor, file, node, piece_joint_behind(editor, file, node), text);
}

void
piece_put_before(struct editor *editor, unsigned file, uint32_t node, struct buf *text)
{
	put(editor, file, node, piece_joint_before(editor, file, node), text);
}
