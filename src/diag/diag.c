/* SPDX-License-Identifier: MIT */
/* Collects findings; what they look like is print.c's. */
#include "diag/diag.h"

#include "text/visible.h"

#include <stdlib.h>
#include <string.h>

/* A copy that lives as long as the findings. */
static struct said
keep(struct diagnostics *diags, const struct said *said)
{
	struct said kept;
	for (int lang = 0; lang < 2; lang++)
		kept.texts[lang] =
		    lang && said->texts[1] == said->texts[0]
			? kept.texts[0]
			: arena_string(&diags->arena,
				       visible_bytes(&diags->arena, said->texts[lang]));
	return kept;
}

struct diagnostic *
diag_add(struct diagnostics *diags, enum rule rule, struct pos pos,
	 const struct said args[DIAG_ARGS])
{
	diags->items = list_grow(diags->items, diags->count, sizeof *diags->items);
	struct diagnostic *diagnostic = &diags->items[diags->count];
	*diagnostic =
	    (struct diagnostic){.rule = rule, .severity = rule_info(rule)->severity, .pos = pos};
	diagnostic->entity = diags->about;
	for (int i = 0; i < DIAG_ARGS && args[i].texts[0]; i++)
		diagnostic->args[i] = keep(diags, &args[i]);
	diagnostic->order = (uint32_t)diags->count++;
	return diagnostic;
}

void
diag_end_with(struct diagnostics *diags, struct diagnostic *diagnostic, const struct said *said)
{
	if (said->texts[0])
		diagnostic->beside = keep(diags, said);
}

static int
compare(const void *left, const void *right)
{
	const struct diagnostic *a = left, *b = right;
	if (a->pos.file != b->pos.file)
		return a->pos.file < b->pos.file ? -1 : 1;
	if (a->pos.line != b->pos.line)
		return a->pos.line < b->pos.line ? -1 : 1;
	if (a->pos.column != b->pos.column)
		return a->pos.column < b->pos.column ? -1 : 1;
	if (a->rule != b->rule)
		return a->rule < b->rule ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

static bool
is_same(const struct said *a, const struct said *b)
{
	for (int lang = 0; lang < 2; lang++)
		if (strcmp(a->texts[lang] ? a->texts[lang] : "",
			   b->texts[lang] ? b->texts[lang] : "") != 0)
			return false;
	return true;
}

static bool
is_repeat(const struct diagnostic *a, const struct diagnostic *b)
{
	if (a->rule != b->rule || memcmp(&a->pos, &b->pos, sizeof a->pos) != 0)
		return false;
	for (int i = 0; i < DIAG_ARGS; i++)
		if (!is_same(&a->args[i], &b->args[i]))
			return false;
	return true;
}

void
diag_sort(struct diagnostics *diags)
{
	if (!diags->count)
		return;
	qsort(diags->items, diags->count, sizeof *diags->items, compare);
	size_t kept = 1;
	for (size_t i = 1; i < diags->count; i++)
		if (!is_repeat(&diags->items[i], &diags->items[kept - 1]))
			diags->items[kept++] = diags->items[i];
	diags->count = kept;
}

size_t
diag_count(const struct diagnostics *diags, enum severity severity)
{
	size_t count = 0;
	for (size_t i = 0; i < diags->count; i++)
		count += diags->items[i].severity == severity;
	return count;
}

void
diag_message(const struct diagnostic *diagnostic, int lang, struct buf *out)
{
	for (const char *p = rule_info(diagnostic->rule)->texts[lang]; *p; p++) {
		if (p[0] == '{' && p[1] >= '1' && p[1] <= '0' + DIAG_ARGS && p[2] == '}') {
			const char *said = diagnostic->args[p[1] - '1'].texts[lang];
			buf_puts(out, said ? said : "");
			p += 2;
		} else {
			buf_putc(out, *p);
		}
	}
	buf_puts(out, diagnostic->beside.texts[lang] ? diagnostic->beside.texts[lang] : "");
}

void
diag_free(struct diagnostics *diags)
{
	memory_free(diags->items);
	arena_free(&diags->arena);
	diags->keys = NULL;
	diags->items = NULL;
	diags->count = 0;
}
