/* SPDX-License-Identifier: MIT */
#include "change/telling_line.h"

const char *
telling_line_place(const struct telling *telling, struct arena *arena)
{
	enum change_what what = telling->change->what;
	bool sentence = what == CHANGE_MOVE || what == CHANGE_RENAME;
	if (!*telling->place)
		return "";
	return arena_printf(arena, "%s%s", telling->place, sentence ? " " : ": ");
}

/* «добавлено: », where there is a value only now; of one that is there before and after `both`. */
static const char *
verb(const struct telling *telling, const char *both, int lang, struct arena *arena)
{
	const struct voice voice = {.lang = lang};
	bool was = telling->was.count, is = telling->is.count;
	if (was == is)
		return both;
	return arena_printf(
	    arena, "%s: ", show_word(&voice, is ? WORD_CHANGE_ADDED_N : WORD_CHANGE_REMOVED_N));
}

/* «название «А» → «Б»», «срок 2 дня → 3 дня», «добавлено: срок 3 дня», with what follows. */
static const char *
short_line(const struct telling *telling, int lang, struct arena *arena)
{
	bool was = telling->was.count, is = telling->is.count;
	bool joined = telling->change->what == CHANGE_SET || was != is;
	return arena_printf(arena, "%s%s%s%s%s%s%s%s%s", verb(telling, "", lang, arena),
			    telling->label, joined ? " " : ": ", was ? telling->was.items[0].s : "",
			    was && is ? " → " : "", is ? telling->is.items[0].s : "",
			    telling->follow ? " (" : "", telling->follow ? telling->follow : "",
			    telling->follow ? ")" : "");
}

/* A thing that came or went says so itself. */
static const char *
long_line(const struct telling *telling, int lang, struct arena *arena)
{
	const struct voice voice = {.lang = lang};
	enum change_what what = telling->change->what;
	if (what == CHANGE_ADD || what == CHANGE_REMOVE)
		return telling->label;
	const char *changed = arena_printf(arena, "%s: ", show_word(&voice, WORD_CHANGE_CHANGED_N));
	return arena_printf(arena, "%s%s%s%s", verb(telling, changed, lang, arena), telling->label,
			    telling->reordered ? ", " : "",
			    telling->reordered ? show_word(&voice, WORD_CHANGE_ORDER) : "");
}

const char *
telling_line(const struct telling *telling, int lang, struct arena *arena)
{
	const char *place = telling_line_place(telling, arena);
	const char *line = telling_is_short(telling) ? short_line(telling, lang, arena)
						     : long_line(telling, lang, arena);
	return arena_printf(arena, "%s%s", place, line);
}
