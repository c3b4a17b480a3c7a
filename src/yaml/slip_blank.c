/* SPDX-License-Identifier: MIT */
#include "yaml/slip_blank.h"

#include "support/utf8.h"

#include <string.h>

/* What looks like a blank, or like nothing, and is no blank of YAML. */
static enum phrase
odd_blank(uint32_t rune)
{
	if (rune == 0xA0 || rune == 0x202F)
		return PHRASE_BLANK_NO_BREAK;
	return rune < 0x80            ? PHRASE_NONE
	       : utf8_is_blank(rune)  ? PHRASE_BLANK_WIDE
	       : utf8_is_hidden(rune) ? PHRASE_BLANK_HIDDEN
				      : PHRASE_NONE;
}

bool
slip_odd_blank(struct diagnostics *diags, const struct line *line, size_t at)
{
	const char *text = line->text + at;
	uint32_t rune = utf8_next(&text);
	diag2(diags, RULE_YAML_NBSP, line_place(line, at), odd_blank(rune),
	      arena_printf(&diags->arena, "%04X", (unsigned)rune));
	return true;
}

/* In the indent and behind the hyphen of an item, in a key, behind its colon. */
static bool
find_odd_blank(struct diagnostics *diags, const struct line *line)
{
	const char *colon = strchr(line->text, ':');
	bool lead = true;
	for (const char *at = line->text; *at && (lead || at <= colon + 1);) {
		const char *next = at;
		uint32_t rune = utf8_next(&next);
		enum phrase odd = odd_blank(rune);
		bool in_key = odd == PHRASE_BLANK_HIDDEN && at < colon;
		if (odd && (lead || in_key || at == colon + 1))
			return slip_odd_blank(diags, line, (size_t)(at - line->text));
		lead = lead && strchr(" \t-", *at);
		at = next;
	}
	return false;
}

static bool
find_tab(struct diagnostics *diags, const struct line *line)
{
	const char *tab = memchr(line->text, '\t', strspn(line->text, " \t-"));
	if (!tab)
		return false;
	diag(diags, RULE_YAML_TAB, line_place(line, (size_t)(tab - line->text)));
	return true;
}

bool
slip_in_blanks(struct diagnostics *diags, const struct line *line)
{
	return find_tab(diags, line) || find_odd_blank(diags, line);
}

/* «\u200B    срок», «\u2003\u2003срок»: to YAML a line without indent. */
bool
slip_is_odd_indent(struct pos pos, const char *text)
{
	enum phrase odd = odd_blank(utf8_next(&text));
	return pos.line > 1 && pos.column == 1 && odd &&
	       (odd != PHRASE_BLANK_HIDDEN || *text == ' ' || strncmp(text, "- ", 2) == 0);
}
