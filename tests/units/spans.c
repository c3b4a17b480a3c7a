/* SPDX-License-Identifier: MIT */
/* Places in files for calls.c; the suite of the same name holds what is asked of them. */
#include "calls.h"

#include "check/check.h"
#include "load/load.h"
#include "yaml/settle.h"
#include "yaml/spans.h"
#include "yaml/tree.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A file that was parsed, and its spans. */
struct parsed {
	struct model model;
	struct source file;
	struct arena arena;
	struct diagnostics diags;
	struct node *root;
	struct sources *sources;
	struct spans *spans;
};

static void
parse(struct parsed *p, const char *text, size_t length)
{
	buf_add(&p->file.bytes, text, length);
	p->model = (struct model){.files = &p->file, .file_count = 1};
	struct node *root = tree_parse(&p->arena, &p->arena, &p->diags, &p->file, 0);
	p->root = p->file.refused || p->file.mended_count ? NULL : root; /* as it stands */
	p->sources = sources_open(&p->model);
	p->spans = spans_open(p->sources);
}

static void
forget(struct parsed *p)
{
	spans_close(p->spans);
	sources_close(p->sources);
	diag_free(&p->diags);
	arena_free(&p->arena);
	buf_free(&p->file.bytes);
	buf_free(&p->file.nodes);
}

/* Each character of the value, with the bytes it stands at; a text that has none says so. */
static void
say_characters(struct call *call, struct parsed *p, const struct node *node)
{
	size_t length = strlen(node->text);
	for (size_t at = 0, next; at < length; at = next) {
		struct span place;
		for (next = at + 1; (node->text[next] & 0xC0) == 0x80;)
			next++;
		if (spans_words(p->spans, node->pos, at, next - at, &place))
			buf_printf(&call->out, "%zu-%zu ", place.start, place.end);
		else
			say(call, "nowhere ");
	}
	buf_printf(&call->out, "\x1f%s\x1e", node->text);
}

static void
say_texts(struct call *call, struct parsed *p, const struct node *node)
{
	if (node->type == NODE_TEXT)
		say_characters(call, p, node);
	else
		for (const struct node *child = node->first; child; child = child->next)
			say_texts(call, p, child);
}

/* Of every text of a file where each of its characters stands. */
static void
call_characters(struct call *call)
{
	struct parsed p = {.root = NULL};
	parse(&p, text(call, 0), call->lengths[0]);
	if (p.root)
		say_texts(call, &p, p.root);
	else
		say(call, "no YAML");
	forget(&p);
}

static void
say_span(struct call *call, const struct parsed *p, struct span span)
{
	buf_add(&call->out, buf_text(&p->file.bytes) + span.start, span.end - span.start);
	say(call, "\x1f");
}

/* Value, key and whole section of every node, with how deep it lies. */
static void
call_sections(struct call *call)
{
	struct parsed p = {.root = NULL};
	parse(&p, text(call, 0), call->lengths[0]);
	const struct span_tree *tree = spans_tree(p.spans, 0);
	for (uint32_t i = 0; i < tree->count; i++) {
		struct section section;
		unsigned depth = 0;
		for (uint32_t at = i; tree->nodes[at].parent != SPAN_NONE; depth++)
			at = tree->nodes[at].parent;
		spans_section(p.spans, 0, i, &section);
		buf_printf(&call->out, "%u%s\x1f", depth, tree->nodes[i].key ? " key" : "");
		say_span(call, &p, section.value);
		say_span(call, &p, section.key);
		say_span(call, &p, section.whole);
		say(call, "\x1e");
	}
	forget(&p);
}

/* Of every byte that begins a character: line, column and UTF-16 unit; then each line. */
static void
call_places(struct call *call)
{
	size_t length;
	struct text_index index = text_index(text(call, 0), call->lengths[0], 0);
	for (size_t at = 0; at <= index.length; at++) {
		struct pos pos = text_index_pos(&index, at);
		if (at < index.length && (index.text[at] & 0xC0) == 0x80)
			continue;
		const char *line = text_index_line(&index, pos.line, &length);
		size_t start = (size_t)(line - index.text);
		buf_printf(
		    &call->out, "%u:%u:%zu:%zu:%zu:%s ", (unsigned)pos.line, (unsigned)pos.column,
		    text_index_units(&index, start, at), text_index_characters(&index, at), length,
		    at > start + length || text_index_byte(&index, pos) == at ? "same" : "moved");
	}
	text_index_free(&index);
}

/* What is found in a file, printed after something was done to it: it is removed, or holds other
 * bytes. */
static void
call_judged(struct call *call)
{
	struct diagnostics diags = {0};
	bool unreadable, remove = call->count < 2;
	const struct model *model = load_model(text(call, 0), NULL, NULL, &diags, &unreadable);
	FILE *file = remove ? NULL : fopen(text(call, 0), "wb");
	if (remove)
		unlink(text(call, 0));
	if (file && fwrite(text(call, 1), 1, call->lengths[1], file) == call->lengths[1])
		fclose(file);
	struct sources *sources = sources_open(model);
	check_model(model, &(struct check_options){.today = 20000}, &diags);
	settle_findings(&diags, sources);
	diag_print(&diags, sources, 0, 0, 0, &call->out);
	sources_close(sources);
	diag_free(&diags);
	model_free(model);
}

const struct callable calls[] = {
    {"judged", call_judged},
    {"characters", call_characters},
    {"sections", call_sections},
    {"places", call_places},
    {NULL, NULL},
};
