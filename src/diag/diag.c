/* SPDX-License-Identifier: MIT */
/* Collects findings; what they look like is print.c's. */
#include "diag/diag.h"

#include "model/field.h"
#include "text/visible.h"

#include <stdlib.h>
#include <string.h>

struct diagnostic *
diag_add(struct diagnostics *diags, enum rule rule, struct pos pos, const char *one,
	 const char *two, const char *three, const char *four)
{
	diags->items = list_grow(diags->items, diags->count, sizeof *diags->items);
	struct diagnostic *diagnostic = &diags->items[diags->count];
	*diagnostic =
	    (struct diagnostic){.rule = rule, .severity = rule_info(rule)->severity, .pos = pos};
	diagnostic->entity = diags->about;
	const char *args[DIAG_ARGS] = {one, two, three, four};
	for (int i = 0; i < DIAG_ARGS && args[i]; i++)
		diagnostic->args[i] =
		    arena_string(&diags->arena, visible_bytes(&diags->arena, args[i]));
	diagnostic->order = (uint32_t)diags->count++;
	return diagnostic;
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
is_repeat(const struct diagnostic *a, const struct diagnostic *b)
{
	if (a->rule != b->rule || memcmp(&a->pos, &b->pos, sizeof a->pos) != 0)
		return false;
	for (int i = 0; i < DIAG_ARGS; i++)
		if (strcmp(a->args[i] ? a->args[i] : "", b->args[i] ? b->args[i] : "") != 0)
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

const char *
diag_both(struct arena *arena, const char *english, const char *russian)
{
	return strcmp(english, russian) == 0
		   ? english
		   : arena_printf(arena, "%s" DIAG_OR "%s", english, russian);
}

const char *
diag_kind_word(struct diagnostics *diags, enum kind kind)
{
	const struct kind_info *info = kind_info(kind);
	return diag_both(&diags->arena, info->names[0], info->names[1]);
}

const char *
diag_key_word(struct diagnostics *diags, const struct field *field)
{
	return diag_both(&diags->arena, field_key(field, 0, &diags->arena),
			 field_key(field, 1, &diags->arena));
}

const char *
diag_half(const char *argument, int lang, size_t *length)
{
	const char *between = strchr(argument, *DIAG_OR);
	const char *half = between && lang ? between + 1 : argument;
	*length = between && !lang ? (size_t)(between - argument) : strlen(half);
	return half;
}

void
diag_message(const struct diagnostic *diagnostic, int lang, struct buf *out)
{
	for (const char *p = rule_info(diagnostic->rule)->texts[lang]; *p; p++) {
		if (p[0] == '{' && p[1] >= '1' && p[1] <= '0' + DIAG_ARGS && p[2] == '}') {
			const char *arg = diagnostic->args[p[1] - '1'];
			size_t length = 0;
			arg = arg ? diag_half(arg, lang, &length) : "";
			buf_add(out, arg, length);
			p += 2;
		} else {
			buf_putc(out, *p);
		}
	}
}

void
diag_free(struct diagnostics *diags)
{
	memory_free(diags->items);
	arena_free(&diags->arena);
	diags->items = NULL;
	diags->count = 0;
}
