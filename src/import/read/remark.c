/* SPDX-License-Identifier: MIT */
#include "import/read/remark.h"

#include "support/buf.h"
#include "support/utf8.h"

#include <stdbool.h>
#include <string.h>

static const struct remark_row {
	enum remark_sort sort;
	const char *text[2];
} rows[] = {
#define REMARK(ID, SORT, en, ru) [REMARK_##ID] = {REMARK_SORT_##SORT, {en, ru}},
#include "import/read/remarks.def"
#undef REMARK
};

enum remark_sort
remark_sort(const struct remark *remark)
{
	return rows[remark->id].sort;
}

/* A copy in one line, of what is long the beginning. */
static const char *
kept(struct arena *arena, const char *text)
{
	enum { LETTERS = 120 };
	size_t length = strlen(text), beginning = utf8_beginning(text, length, LETTERS);
	char *copy =
	    arena_printf(arena, "%.*s%s", (int)beginning, text, beginning < length ? "…" : "");
	for (char *at = copy; *at; at++)
		*at = *at == '\n' || *at == '\t' ? ' ' : *at;
	return copy;
}

void
remarks_add(struct remarks *remarks, struct remark remark)
{
	bool refused = rows[remark.id].sort <= REMARK_SORT_EMPTY;
	remarks->refused += refused;
	if (remarks->count >= REMARKS_MOST && !refused && remark.id != REMARK_MORE) {
		remarks->lost++;
		return;
	}
	const char **const words[] = {&remark.document, &remark.place, &remark.one, &remark.two};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		*words[i] = *words[i] ? kept(remarks->arena, *words[i]) : NULL;
	remarks->items =
	    arena_grow(remarks->arena, remarks->items, remarks->count, 1, sizeof *remarks->items);
	remarks->items[remarks->count++] = remark;
}

const char *
remark_text(const struct remark *remark, int lang, struct arena *arena)
{
	struct buf out = {0};
	buf_fill(&out, rows[remark->id].text[lang], remark->one ? remark->one : "",
		 remark->two ? remark->two : "");
	const char *text = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return text;
}
