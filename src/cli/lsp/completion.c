/* SPDX-License-Identifier: MIT */
#include "cli/lsp/completion.h"

#include "cli/lsp/asking.h"

#include <stdio.h>
#include <string.h>

/* Of the protocol. */
enum { ITEM_VALUE = 12, ITEM_ENUM = 20, ITEM_PROPERTY = 10, ITEM_REFERENCE = 18, SNIPPET = 2 };

static int
item_kind(const struct presale_candidate *one)
{
	switch (one->kind) {
	case PRESALE_CANDIDATE_KEY:
		return ITEM_PROPERTY;
	case PRESALE_CANDIDATE_THING:
		return ITEM_REFERENCE;
	case PRESALE_CANDIDATE_WORD:
		return ITEM_ENUM;
	default:
		return ITEM_VALUE;
	}
}

/* A text within a snippet: what has a meaning there stands as it is. */
static void
put_plain(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (strchr("$}\\", *text))
			buf_putc(out, '\\');
		buf_putc(out, *text);
	}
}

/* What is written: of a key its colon, and the shape of its value to be written over. */
static void
put_text(struct buf *out, const struct presale_candidate *one, bool snippets)
{
	const char *sample = one->sample ? one->sample : "";
	bool below = *sample == '\n';
	if (one->kind != PRESALE_CANDIDATE_KEY || !snippets) {
		buf_printf(out, "%s%s", one->text,
			   one->kind == PRESALE_CANDIDATE_KEY && !below ? " " : "");
		return;
	}
	put_plain(out, one->text);
	if (below) {
		put_plain(out, sample);
		buf_puts(out, "$0");
		return;
	}
	buf_puts(out, *sample ? " ${1:" : " ");
	put_plain(out, sample);
	buf_puts(out, *sample ? "}" : "$0");
}

static void
put_candidate(const struct asking *asking, const struct presale_candidate *one, size_t order,
	      bool snippets, struct json *out)
{
	struct buf text = {0};
	char rank[24];
	size_t start = text_lines_byte_at(&asking->lines, asking->line, one->column);
	put_text(&text, one, snippets);
	snprintf(rank, sizeof rank, "%06zu", order);
	json_object(out);
	json_member_string(out, "label", one->label);
	json_member_integer(out, "kind", item_kind(one));
	json_member_string(out, "sortText", rank);
	if (*one->detail)
		json_member_string(out, "detail", one->detail);
	if (*one->about) {
		json_key(out, "documentation");
		json_object(out);
		json_member_string(out, "kind", "markdown");
		json_member_string(out, "value", one->about);
		json_object_end(out);
	}
	if (one->kind == PRESALE_CANDIDATE_KEY && snippets)
		json_member_integer(out, "insertTextFormat", SNIPPET);
	json_key(out, "textEdit");
	json_object(out);
	json_key(out, "range");
	text_lines_put_range(&asking->lines, start < asking->byte ? start : asking->byte,
			     asking->byte, out);
	json_member_string(out, "newText", buf_text(&text));
	json_object_end(out);
	json_object_end(out);
	buf_free(&text);
}

enum lsp_error
completion_list(struct lsp_server *server, const struct message *message, struct json *result)
{
	struct asking asking;
	size_t count;
	if (!asking_begin(server, message, false, &asking))
		return LSP_PARAMS;
	const struct presale_candidate *found = presale_candidates(
	    asking.library, asking.document->path, asking.line, asking.column, &count);
	json_array(result);
	for (size_t i = 0; i < count; i++)
		put_candidate(&asking, &found[i], i, server->snippets, result);
	json_array_end(result);
	asking_end(&asking);
	return LSP_OK;
}
