/* SPDX-License-Identifier: MIT */
#include "diag/baseline.h"

#include "model/fields.h"
#include "support/map.h"

#include <stdlib.h>
#include <string.h>

static const char headline[] =
    "# presale baseline: rule, process, path, arguments. Written by --update-baseline.\n";

struct baseline {
	struct arena arena;
	struct map known; /* key → how often, as a number in the pointer's place */
	const char **added;
	size_t count;
};

/* Rules come and go, so that a name need only look like one's: group/name. */
static bool
starts_with_rule(const char *line)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz-";
	size_t group = strspn(line, letters),
	       name = line[group] == '/' ? strspn(line + group + 1, letters) : 0;
	return group && name && line[group + 1 + name] == '\t';
}

bool
baseline_is(const char *text)
{
	bool is = true;
	for (; *text && is; text += strspn(text, "\r\n")) {
		size_t length = strcspn(text, "\r\n");
		is = !length || *text == '#' || starts_with_rule(text);
		text += length;
	}
	return is;
}

struct baseline *
baseline_read(const char *text)
{
	struct baseline *baseline = memory_alloc(sizeof *baseline);
	*baseline = (struct baseline){.count = 0};
	while (*text) {
		size_t length = strcspn(text, "\r\n");
		if (length && *text != '#')
			++*(uintptr_t *)map_at(&baseline->known,
					       arena_copy(&baseline->arena, text, length));
		text += length;
		text += strspn(text, "\r\n");
	}
	return baseline;
}

/* Tabs and line ends within a part would be taken for the file's own. */
static void
put_part(struct buf *out, const char *text, size_t length)
{
	for (; length; text++, length--) {
		if (*text == '\t' || *text == '\n' || *text == '\r' || *text == '\\')
			buf_printf(out, "\\x%02x", (unsigned)*text);
		else
			buf_putc(out, *text);
	}
}

void
baseline_key(const struct model *model, const struct diagnostic *d, struct buf *out)
{
	struct buf path = {0};
	const char *process = model_process(model)->base.id;
	diag_path(d, true, &path);
	buf_printf(out, "%s\t", rule_info(d->rule)->name);
	put_part(out, process ? process : "", process ? strlen(process) : 0);
	buf_putc(out, '\t');
	put_part(out, buf_text(&path), path.length);
	for (int i = 0; i < DIAG_ARGS && d->args[i].texts[0]; i++) {
		const char *said = d->args[i].texts[0]; /* in one language, whoever checks */
		buf_putc(out, '\t');
		put_part(out, said, strlen(said));
	}
	buf_free(&path);
}

size_t
baseline_drop(struct baseline *baseline, const struct model *model, struct diagnostics *diags)
{
	struct buf key = {0};
	size_t kept = 0;
	for (size_t i = 0; i < diags->count; i++) {
		const struct diagnostic *d = &diags->items[i];
		buf_clear(&key);
		baseline_key(model, d, &key);
		uintptr_t times = (uintptr_t)map_get(&baseline->known, buf_text(&key));
		if (times && !rule_is_fixed(d->rule))
			--*(uintptr_t *)map_at(
			    &baseline->known,
			    buf_text(&key)); /* the key is there: it is not kept */
		else
			diags->items[kept++] = *d;
	}
	size_t dropped = diags->count - kept;
	diags->count = kept;
	buf_free(&key);
	return dropped;
}

void
baseline_add(struct baseline *baseline, const struct model *model, const struct diagnostics *diags)
{
	struct buf key = {0};
	for (size_t i = 0; i < diags->count; i++) {
		if (rule_is_fixed(diags->items[i].rule))
			continue;
		buf_clear(&key);
		baseline_key(model, &diags->items[i], &key);
		baseline->added =
		    list_grow(baseline->added, baseline->count, sizeof *baseline->added);
		const char *line = arena_copy(&baseline->arena, buf_text(&key), key.length);
		baseline->added[baseline->count++] = line;
		++*(uintptr_t *)map_at(&baseline->known, line);
	}
	buf_free(&key);
}

static int
compare(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

void
baseline_text(const struct baseline *baseline, struct buf *out)
{
	buf_puts(out, headline);
	if (baseline->count)
		qsort(baseline->added, baseline->count, sizeof *baseline->added, compare);
	for (size_t i = 0; i < baseline->count; i++)
		buf_printf(out, "%s\n", baseline->added[i]);
}
