/* SPDX-License-Identifier: MIT */
/* Of a heading as it stands, then without what people add: a remark in brackets, a unit behind a
 * comma, «этапа» behind, «название» before; at last by its first word alone. */
#include "import/heading.h"

#include "load/scalar/duration_words.h"
#include "load/scalar/parse.h"
#include "model/fields.h"
#include "model/synonym.h"
#include "support/listed.h"
#include "support/utf8.h"

#include <string.h>

static const struct heading_row {
	enum field_id id;
	const char *words;
} rows[] = {
#define HEADING(row, words) {FIELD_##row, words},
#include "import/headings.def"
#undef HEADING
};

enum { COUNT = sizeof rows / sizeof *rows };

static const struct field *
keyed(enum kind kind, const char *folded)
{
	for (const struct field *row = kind_info(kind)->fields; row->kind == kind; row++)
		if (field_spelling_matches(row->keys[0], folded) ||
		    field_spelling_matches(row->keys[1], folded))
			return row;
	for (const struct field *row = kind_info(kind)->fields; row->kind == kind; row++)
		if (field_is_titled(row, folded))
			return row;
	return synonym_field(kind, folded);
}

static const struct field *
guessed(enum kind kind, const char *folded)
{
	for (size_t i = 0; i < COUNT; i++) {
		const struct field *field = field_row(rows[i].id);
		if (field->kind == kind && field_spelling_matches(rows[i].words, folded))
			return field;
	}
	return synonym_hint(kind, folded);
}

/* A folded heading without its ends: what is in brackets or behind a comma, signs. */
static const char *
trimmed(struct arena *arena, const char *folded)
{
	size_t length = strcspn(folded, "(,;/");
	while (length && strchr(" :*.?", folded[length - 1]))
		length--;
	return arena_copy(arena, folded, length);
}

/* The same without the kind of thing behind it: «цель этапа». */
static const char *
without_kind(struct arena *arena, const char *folded)
{
	static const char *const ends[] = {
	    " этапа",        " шага",     " роли",           " процесса",
	    " of the stage", " of stage", " of the process", NULL};
	size_t end = listed_ends(ends, folded), length = strlen(folded);
	return end && end < length ? arena_copy(arena, folded, length - end) : folded;
}

/* The row of the heading: a sure one, or else a guess. */
static bool
find(enum kind kind, const char *folded, struct heading_meaning *heading)
{
	const struct field *sure = keyed(kind, folded),
			   *field = sure ? sure : guessed(kind, folded);
	if (!*folded || !field)
		return false;
	*heading =
	    (struct heading_meaning){.sort = sure ? HEADING_KEY : HEADING_GUESS, .field = field};
	return true;
}

static bool
is_number(const char *folded)
{
	static const char *const words[] = {"№", "№ п/п", "п/п",  "nn", "n",  "no", "no.",
					    "#", "№№",    "№ пп", "пп", "n°", NULL};
	return listed_is(words, folded);
}

/* What a bare number under the heading counts: «Срок (часов)», «Срок, мин.». NULL for days, which
 * it counts anyway. */
static const char *
unit_of(const char *folded)
{
	static const struct {
		enum unit unit;
		const char *word[2];
	} units[] = {{UNIT_MINUTE, {"min", "мин"}},
		     {UNIT_HOUR, {"h", "ч"}},
		     {UNIT_WEEK, {"w", "нед."}},
		     {UNIT_MONTH, {"mo", "мес."}},
		     {UNIT_CALENDAR_DAY, {"cd", "календарных дней"}},
		     {UNIT_CLOCK_DAY, {"clock days", "суток"}}};
	const char *at = folded + strcspn(folded, "(,");
	at += strspn(at, "(, ");
	size_t length = parse_word_length(at);
	const struct unit_word *unit = length ? duration_unit(at, length) : NULL;
	for (size_t i = 0; unit && i < sizeof units / sizeof *units; i++)
		if (units[i].unit == unit->unit)
			return units[i].word[utf8_is_cyrillic(utf8_next(&folded))];
	return NULL;
}

/* «Особенности: ключевой клиент»: a title that is to be followed by variants. */
static bool
find_variant(enum kind kind, const char *text, struct heading_meaning *heading, struct arena *arena)
{
	const char *folded = utf8_fold(arena, text, FOLD_KEY), *colon = strchr(text, ':');
	for (const struct field *row = kind_info(kind)->fields; row->kind == kind; row++) {
		if (!(row->flags & F_VARIANTS))
			continue;
		for (int lang = 0; lang < 2; lang++) {
			const char *title = utf8_fold(arena, row->titles[lang], FOLD_KEY);
			size_t length = strlen(title);
			if (strncmp(folded, title, --length) != 0 || !strchr(": ", folded[length]))
				continue;
			*heading = (struct heading_meaning){.sort = HEADING_KEY, .field = row};
			if (colon && *utf8_fold(arena, colon + 1, FOLD_FORM))
				heading->variant = utf8_fold(arena, colon + 1, FOLD_FORM);
			return true;
		}
	}
	return false;
}

/* A heading of several words by the first of them: «Результат и документы». */
static bool
find_first(enum kind kind, const char *folded, struct heading_meaning *heading, struct arena *arena)
{
	size_t length = strcspn(folded, " ");
	bool found = folded[length] && length > strlen("и") * 2 &&
		     find(kind, arena_copy(arena, folded, length), heading);
	heading->sort = found ? HEADING_GUESS : heading->sort;
	return found;
}

struct heading_meaning
heading_of(enum kind kind, const char *text, struct arena *arena)
{
	struct heading_meaning heading = {0};
	const char *line = arena_copy(arena, text, strlen(text)),
		   *folded = utf8_fold(arena, line, FOLD_KEY), *plain = trimmed(arena, folded);
	if (is_number(plain))
		return (struct heading_meaning){.sort = HEADING_NUMBER};
	if (find_variant(kind, text, &heading, arena))
		return heading;
	if (find(kind, folded, &heading) || find(kind, plain, &heading) ||
	    find(kind, without_kind(arena, plain), &heading) ||
	    find_first(kind, plain, &heading, arena)) {
		if (field_is(heading.field, LEAF_DURATION))
			heading.unit = unit_of(folded);
	}
	return heading;
}

struct heading_meaning
heading_by_last(enum kind kind, const char *text, struct arena *arena)
{
	struct heading_meaning heading = {0};
	const char *plain = trimmed(arena, utf8_fold(arena, text, FOLD_KEY)),
		   *space = strrchr(plain, ' ');
	bool found = space && (unsigned char)*plain < 0x80 && find(kind, space + 1, &heading) &&
		     !(heading.field->flags & F_NAME);
	if (!found)
		return (struct heading_meaning){0};
	heading.sort = HEADING_GUESS;
	return heading;
}
