/* SPDX-License-Identifier: MIT */
/* CommonMark prose for every output, with what GitHub adds to it: tables, boxes of tasks, text
 * struck by two tildes, addresses in running text as links. cmark is called by the files prose*
 * alone. Raw HTML is shown as text, never passed on; links that uri_is_link refuses become their
 * text with the address behind it, the others have theirs as uri_of makes it. Texts longer or
 * deeper than cmark is quick with (PROSE_LIMIT bytes, 32 markers on a line) are taken literally. */
#ifndef PRESALE_TEXT_PROSE_PROSE_H
#define PRESALE_TEXT_PROSE_PROSE_H

#include "support/arena.h"

#include <stdbool.h>

enum { PROSE_LIMIT = 64 * 1024 };

/* A piece of text with one look; neighbours differ in look. */
struct run {
	const char *text; /* not empty; "\n" inside is a line break */
	const char *href; /* NULL unless it is a link with an allowed address */
	bool bold, italic, code, struck;
};

struct runs {
	struct run *items;
	size_t count;
};

/* The prose as styled runs in reading order: paragraphs are parted by "\n", list items begin with
 * "• " or "1. ", tasks with "☐ " or "☑ ", and are indented by two spaces a level. A table is a list
 * of its rows, each cell a line: heading, ": " and what it holds. In arena. */
struct runs
prose_runs(struct arena *arena, const char *text);

/* True when prose that is laid out so begins with the mark of a list. */
bool
prose_is_marked(const char *text);

/* A piece of prose, in CommonMark: a heading or a table that stands by itself, or what is between
 * two. */
struct prose_part {
	const char *text; /* NULL of a table */
	bool heading;
	const char **cells; /* of a table, row by row; the first row is its head */
	size_t columns, rows;
};

struct prose_parts {
	struct prose_part *items;
	size_t count;
};

/* The prose cut at its headings and tables; one part, the text itself, where it has none. In arena.
 */
struct prose_parts
prose_parts(struct arena *arena, const char *text);

/* The prose without any markup, laid out as prose_runs does, but for struck text, which keeps its
 * tildes, since without them it would say what is true no more; may be the text itself. */
const char *
prose_plain(struct arena *arena, const char *text);

/* A piece of running text that is to become a link; href is written as it stands. */
struct prose_link {
	const char *start, *end;
	const char *href;
};

/* Finds such pieces: the next at or after `at`, false when there is none. It is asked for every
 * piece of running text, in reading order, but never for code, headings or text that is a link
 * already. */
struct prose_linker {
	bool (*next)(void *data, const char *at, struct prose_link *link);
	void *data;
	/* What becomes of the address of a link in the text; NULL: nothing. */
	const char *(*address)(void *data, const char *href);
};

/* The prose as CommonMark again, well formed: headings pushed down to at least level `heading` (1
 * to 6; deeper ones become strong paragraphs), lists, code and links kept, each paragraph on one
 * line, nothing a mark of GitHub's or GitLab's own but what the text has of them. Without a line
 * end at the end; may be the text itself, else in arena. The linker, or NULL, puts its links in. */
const char *
prose_markdown(struct arena *arena, const char *text, int heading,
	       const struct prose_linker *linker);

/* The same as HTML; a single paragraph comes without <p>. */
const char *
prose_html(struct arena *arena, const char *text, int heading, const struct prose_linker *linker);

/* The prose as CommonMark without addresses: every link and picture becomes its text, what is an
 * address as readers see it an ellipsis (see text/address.h). The text itself when nothing
 * changes. */
const char *
prose_unlinked(struct arena *arena, const char *text);

#endif
