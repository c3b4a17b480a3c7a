/* SPDX-License-Identifier: MIT */
#include "change/written_put.h"

#include "text/syntax/yaml_put.h"

/* What writes a tree: how far it is. */
struct written_writer {
	const struct written_form *form;
	struct arena arena;
	struct buf *out;
	uint32_t line;  /* that is written next, from 1 */
	size_t counted; /* bytes of the text in the lines before it */
};

enum { STEP = 2 };

static uint32_t
next_line(struct written_writer *w)
{
	for (; w->counted < w->out->length; w->counted++)
		w->line += w->out->data[w->counted] == '\n';
	return w->line;
}

static const char *
key_of(struct written_writer *w, const struct written *value)
{
	return value->key || !value->field ? value->key
					   : field_key(value->field, w->form->lang, &w->arena);
}

static void
put_children(struct written_writer *w, const struct written *value, size_t indent,
	     const char *before);

/* A line for a value, and what it holds below it, two columns further in than its key. */
static void
put_value(struct written_writer *w, const struct written *value, size_t indent, const char *before)
{
	const struct written_form *form = w->form;
	uint32_t line = next_line(w);
	const char *remark = form->remark ? form->remark(form->data, value, line) : NULL,
		   *key = key_of(w, value);
	bool empty = value->type != WRITTEN_TEXT && !value->first;
	if (value->type == WRITTEN_TEXT || key)
		yaml_put(w->out, before, key, value->type == WRITTEN_TEXT ? value->text : NULL,
			 empty ? NULL : remark);
	else
		put_children(w, value, indent, before);
	if (empty) { /* `after: []` says something */
		buf_cut(w->out, w->out->length - 1);
		buf_puts(w->out, value->type == WRITTEN_LIST ? " []\n" : " {}\n");
	} else if (value->type != WRITTEN_TEXT && key) {
		put_children(w, value, indent + STEP, NULL);
	}
}

/* What a list or mapping holds, at a column. `before` stands before the first line, where that is
 * the hyphen of the item which the mapping is. */
static void
put_children(struct written_writer *w, const struct written *value, size_t indent,
	     const char *before)
{
	bool list = value->type == WRITTEN_LIST;
	const char *blanks = arena_printf(&w->arena, "%*s%s", (int)indent, "", list ? "- " : "");
	for (const struct written *child = value->first; child; child = child->next) {
		put_value(w, child, indent + (list ? STEP : 0), before ? before : blanks);
		before = NULL;
	}
}

void
written_put(const struct written *map, const struct written_form *form, struct buf *out)
{
	struct written_writer w = {.form = form, .out = out, .line = 1};
	for (const struct written *value = map->first; value; value = value->next) {
		if (value != map->first && value->type != WRITTEN_TEXT)
			buf_putc(out, '\n');
		put_value(&w, value, 0, "");
	}
	arena_free(&w.arena);
}
