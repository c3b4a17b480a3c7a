/* SPDX-License-Identifier: MIT */
#include "edit/editor.h"

struct editor
editor_open(const struct model *model, struct arena *arena)
{
	struct editor editor = {.model = model, .arena = arena};
	editor.sources = sources_open(model);
	editor.spans = spans_open(editor.sources);
	editor.patches = arena_array(arena, model->file_count, sizeof *editor.patches);
	editor.manners = arena_array(arena, model->file_count, sizeof *editor.manners);
	return editor;
}

void
editor_close(struct editor *editor)
{
	for (uint32_t i = 0; i < editor->model->file_count; i++)
		patch_free(&editor->patches[i]);
	spans_close(editor->spans);
	sources_close(editor->sources);
}

const struct manner *
editor_manner(struct editor *editor, unsigned file)
{
	struct manner *manner = &editor->manners[file];
	if (!manner->line_end)
		*manner = manner_of(editor->spans, editor->sources, file);
	return manner;
}

struct text_index *
editor_index(struct editor *editor, unsigned file)
{
	return sources_index(editor->sources, file);
}

const struct span_node *
editor_nodes(struct editor *editor, unsigned file)
{
	return spans_tree(editor->spans, file)->nodes;
}

void
editor_put(struct editor *editor, unsigned file, struct span span, struct buf *text)
{
	const char *kept = arena_copy(editor->arena, buf_text(text), text->length);
	patch_put(&editor->patches[file], span, kept, 0);
	buf_free(text);
}

uint32_t
editor_depth(struct editor *editor, unsigned file, uint32_t node)
{
	const struct span_node *nodes = editor_nodes(editor, file);
	uint32_t depth = 0;
	for (; nodes[node].parent != SPAN_NONE; node = nodes[node].parent)
		depth++;
	return depth;
}

void
editor_put_beside(struct editor *editor, unsigned file, size_t at, uint32_t node, struct buf *text)
{
	const char *kept = arena_copy(editor->arena, buf_text(text), text->length);
	patch_put(&editor->patches[file], (struct span){at, at}, kept,
		  editor_depth(editor, file, node));
	buf_free(text);
}
