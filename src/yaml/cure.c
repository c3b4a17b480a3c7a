/* SPDX-License-Identifier: MIT */
#include "yaml/cure.h"

#include "support/utf8.h"
#include "text/syntax/yaml_text.h"
#include "yaml/indent.h"
#include "yaml/pasted.h"
#include "yaml/slip.h"

#include <string.h>

/* A line of the text, and what is to be mended in it. */
struct ward {
	struct mends *mends;
	struct trap_text *source;
	struct diagnostics *diags;
	const struct diagnostic *finding;
	struct indented on;
	size_t at; /* of the finding, in the line */
};

static bool
ward_open(struct ward *w, uint32_t line)
{
	return indent_open(&w->on, &w->source->index, line);
}

/* Behind the last character of the line that is no blank. */
static size_t
ward_end(const struct ward *w)
{
	size_t end = w->on.length;
	while (end && strchr(" \t", w->on.line[end - 1]))
		end--;
	return end;
}

/* Replaces bytes of the line. */
static void
ward_put(struct ward *w, size_t at, size_t gone, const char *text)
{
	bool words = strspn(w->on.line + at, " \t") < gone;
	w->mends->lost = w->mends->lost || (w->mends->guess && words && !*text);
	mends_put(w->mends, (size_t)(w->on.line - w->source->text) + at, gone, text);
}

/* Puts the text from a place of the line to the end of the finding between quotes. */
static bool
quote_from(struct ward *w, size_t at)
{
	size_t start = (size_t)(w->on.line - w->source->text);
	size_t end = text_index_byte(&w->source->index, w->finding->end) - start;
	struct arena *arena = &w->diags->arena;
	ward_put(w, at, end - at,
		 yaml_text_quoted(arena, arena_copy(arena, w->on.line + at, end - at)));
	return true;
}

/* `key:value`; of `key:# value` a remark would be made. The finding is about the colon, or about
 * the text that it is in. */
static bool
cure_colon(struct ward *w)
{
	const char *colon = memchr(w->on.line + w->at, ':', w->on.length - w->at);
	if (!colon)
		return false;
	w->at = (size_t)(colon - w->on.line);
	bool quoted = w->at + 1 < w->on.length && w->on.line[w->at + 1] == '#';
	size_t gone = quoted ? ward_end(w) - w->at - 1 : 0;
	const char *text = quoted ? w->finding->args[1].texts[0] : "";
	ward_put(w, w->at + 1, gone, arena_printf(&w->diags->arena, " %s", text));
	return true;
}

/* `key = value` */
static bool
cure_equals(struct ward *w)
{
	size_t start = w->at;
	while (start && w->on.line[start - 1] == ' ')
		start--;
	size_t end = w->at + strlen(w->finding->args[2].texts[0]);
	ward_put(w, start, end - start, w->on.line[end] == ' ' ? ":" : ": ");
	return true;
}

static bool
cure_comma(struct ward *w)
{
	ward_put(w, w->at, 0, ",");
	return true;
}

static bool
cure_stray(struct ward *w)
{
	ward_put(w, w->at, 1, " ");
	return true;
}

/* What the message says to write stands for all the finding is about. */
static bool
cure_as_said(struct ward *w)
{
	size_t start = (size_t)(w->on.line - w->source->text);
	size_t end = text_index_byte(&w->source->index, w->finding->end) - start;
	ward_put(w, w->at, end - w->at, w->finding->args[0].texts[0]);
	return true;
}

/* A line that is none of the process. */
static bool
cure_line(struct ward *w)
{
	ward_put(w, 0, w->on.length, "");
	return true;
}

/* A table, with all its rows. */
static bool
cure_table(struct ward *w)
{
	uint32_t number = w->finding->pos.line;
	do
		ward_put(w, 0, w->on.length, "");
	while (ward_open(w, ++number) &&
	       pasted_is_row(w->on.line + w->on.indent, w->on.length - w->on.indent));
	return true;
}

/* Of the halves of a conflict the first stays. */
static bool
cure_conflict(struct ward *w)
{
	uint32_t number = w->finding->pos.line;
	bool second = w->on.line[0] != '<';
	ward_put(w, 0, w->on.length, "");
	if (second)
		return true;
	for (char mark = 0; mark != '>' && ward_open(w, ++number);) {
		mark = pasted_is_conflict(w->on.line, w->on.length) ? w->on.line[0] : 0;
		second = second || mark == '=' || mark == '|';
		if (second && w->on.length)
			ward_put(w, 0, w->on.length, "");
	}
	return true;
}

/* `goal: - one`: a text, unless the items below show that it is a list; then these are it. */
static bool
cure_item_beside(struct ward *w)
{
	struct ward below = *w;
	bool is_list = ward_open(&below, w->finding->pos.line + 1) && indent_is_item(&below.on) &&
		       below.on.indent > w->on.indent;
	size_t end = ward_end(w);
	ward_put(w, w->at, end - w->at, is_list ? "" : w->finding->args[1].texts[0]);
	return true;
}

static bool
cure_wide_colon(struct ward *w)
{
	ward_put(w, w->at, strlen("\xEF\xBC\x9A"), ": ");
	return true;
}

/* The words of a block: where they stand behind its sign, that goes; where they stand below it as
 * far left as its key, they move in, as far as no key comes. */
static bool
cure_block(struct ward *w)
{
	uint32_t number = w->finding->pos.line;
	if (strchr("|>", w->on.line[w->at])) {
		ward_put(w, w->at, 1, " ");
		return true;
	}
	size_t indent = w->on.indent;
	do
		if (!indent_is_blank(&w->on))
			ward_put(w, 0, 0, "  ");
	while (ward_open(w, ++number) && (indent_is_blank(&w->on) || w->on.indent >= indent) &&
	       !memchr(w->on.line, ':', w->on.length) && !indent_is_item(&w->on));
	return true;
}

static bool
cure_text(struct ward *w)
{
	return quote_from(w, w->at);
}

/* `*А и Б`: the finding is about the first word. */
static bool
cure_alias(struct ward *w)
{
	struct line line = line_of(w->diags, &w->source->index, w->finding->pos.line);
	size_t length = slip_length(&line, w->at);
	ward_put(w, w->at, length,
		 yaml_text_quoted(&w->diags->arena,
				  arena_copy(&w->diags->arena, line.text + w->at, length)));
	return true;
}

/* `"А" и Б`: the finding is about what follows the closing quotation mark. */
static bool
cure_after_quote(struct ward *w)
{
	size_t closing = w->at, opening;
	while (closing && !strchr("\"'", w->on.line[closing - 1]))
		closing--;
	if (closing < 2)
		return false;
	for (opening = closing - 2; opening && w->on.line[opening] != w->on.line[closing - 1];)
		opening--;
	return quote_from(w, opening);
}

/* The columns before the text of a line when each odd blank is so many. */
static size_t
lead_columns(const struct ward *w, size_t width)
{
	size_t columns = 0;
	const char *end = w->on.line + w->on.length;
	for (const char *at = w->on.line; at < end;) {
		uint32_t rune = utf8_next(&at);
		if (rune != '-' && !utf8_is_blank(rune) && !utf8_is_hidden(rune))
			break;
		columns += rune < 0x80 ? 1 : utf8_is_blank(rune) ? width : 0;
	}
	return columns;
}

/* What an odd blank of an indent becomes: as many blanks as have the line stand where the one above
 * it or the text of that begins, else one. */
static const char *
blank_for(const struct ward *w)
{
	static const char *const blanks[] = {" ", "  ", "    "};
	struct ward above = *w;
	uint32_t line = w->finding->pos.line - 1;
	while (line && ward_open(&above, line) && indent_is_blank(&above.on))
		line--;
	for (size_t i = 0; line && i < sizeof blanks / sizeof *blanks; i++) {
		size_t columns = lead_columns(w, strlen(blanks[i]));
		if (columns == above.on.indent || columns == lead_columns(&above, 1))
			return blanks[i];
	}
	return blanks[0];
}

/* All that looks like a blank and is none, or like nothing, in the indent, the key and behind its
 * colon. */
static bool
cure_odd_blanks(struct ward *w)
{
	const char *end = w->on.line + w->on.length, *colon = memchr(w->on.line, ':', w->on.length);
	const char *indent = blank_for(w);
	bool lead = true;
	for (const char *at = w->on.line, *next = at; at < end && (lead || at <= colon + 1);
	     at = next) {
		uint32_t rune = utf8_next(&next);
		bool blank = utf8_is_blank(rune);
		lead = lead && (blank || utf8_is_hidden(rune) || rune == '-');
		if (rune >= 0x80 && (blank || utf8_is_hidden(rune)))
			ward_put(w, (size_t)(at - w->on.line), (size_t)(next - at),
				 !blank ? ""
				 : lead ? indent
					: " ");
	}
	return true;
}

/* Backslashes that begin no code are doubled. */
static bool
cure_escape(struct ward *w)
{
	for (size_t i = 0; i + 1 < w->on.length; i++) {
		if (w->on.line[i] != '\\')
			continue;
		if (!strchr("\\\"/ 0abtnvfreN_LP", w->on.line[i + 1]))
			ward_put(w, i, 1, "\\\\");
		else
			i++;
	}
	return true;
}

/* Closes on this line what opens in it: the quotation mark, or all the brackets. */
static bool
cure_unclosed(struct ward *w)
{
	char open[64];
	size_t depth = 0, end = ward_end(w);
	char quote = 0;
	for (size_t i = w->at; i < end; i++) {
		char sign = w->on.line[i];
		if (quote)
			quote = sign == quote ? 0 : quote;
		else if (strchr("\"'", sign))
			quote = sign;
		else if (strchr("[{", sign) && depth + 2 < sizeof open)
			open[depth++] = sign == '[' ? ']' : '}';
		else if (strchr("]}", sign) && depth)
			depth--;
	}
	char closing[sizeof open + 1] = "";
	size_t length = 0;
	if (quote)
		closing[length++] = quote;
	while (depth)
		closing[length++] = open[--depth];
	if (!length)
		return false;
	ward_put(w, end, 0, arena_copy(&w->diags->arena, closing, length));
	return true;
}

/* By how much the lines of the file are moved in, at least. */
static size_t
least_indent(struct ward *w)
{
	size_t least = 0;
	for (uint32_t line = 1; ward_open(w, line); line++)
		if (!indent_is_blank(&w->on) && w->on.line[0] == ' ' &&
		    (!least || w->on.indent < least))
			least = w->on.indent;
	return least ? least : 2;
}

/* The text that keys stand below: with it gone, or a pair as they are, they are the key's. */
static bool
cure_text_above(struct ward *w)
{
	const char *pair = w->finding->args[2].texts[0];
	ward_put(w, w->at, w->on.length - w->at, pair ? pair : "");
	return true;
}

/* A line without a colon that others hang on is a key; any other goes, alone. */
static bool
cure_no_colon(struct ward *w)
{
	struct ward below = *w;
	size_t end = ward_end(w);
	bool holds = ward_open(&below, w->finding->pos.line + 1) && !indent_is_blank(&below.on) &&
		     below.on.indent > w->on.indent;
	if (holds)
		ward_put(w, end, 0, ":");
	else
		ward_put(w, 0, w->on.length, "");
	return true;
}

/* Whether some lines begin with tabs and others with spaces: how wide a tab is nobody can tell. */
static bool
has_both_indents(struct ward *w)
{
	bool spaces = false, tabs = false;
	for (uint32_t line = 1; ward_open(w, line); line++) {
		const char *tab = memchr(w->on.line, '\t', w->on.indent);
		bool blank = indent_is_blank(&w->on);
		spaces = spaces || (!blank && w->on.line[0] == ' ');
		tabs = tabs || (!blank && tab);
	}
	return spaces && tabs;
}

/* How many columns a tab of a line's indent is: so many that the line stands below the one above
 * it, if any of those that editors show does that, else as many as the file's own step. */
static size_t
tab_width(const struct ward *w, size_t step, size_t above)
{
	const size_t widths[] = {step, 4, 8, 2};
	size_t tabs = 0;
	for (size_t i = 0; i < w->on.indent; i++)
		tabs += w->on.line[i] == '\t';
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
		if (tabs * widths[i] + w->on.indent - tabs == above)
			return widths[i];
	return step;
}

/* Tabs before the text of a line, of all lines that have some; behind a hyphen each is a blank. */
static bool
cure_tabs(struct ward *w)
{
	bool both = has_both_indents(w);
	size_t step = least_indent(w), above = SIZE_MAX;
	w->mends->guess = both;
	for (uint32_t line = 1; ward_open(w, line); line++) {
		size_t lead = strspn(w->on.line, " \t-"), columns = 0;
		size_t width = both ? tab_width(w, step, above) : step;
		const char *blanks = arena_printf(&w->diags->arena, "%*s", (int)width, "");
		for (size_t i = 0; i < lead && i < w->on.length; i++) {
			bool tab = w->on.line[i] == '\t', in_indent = i < w->on.indent;
			columns += in_indent ? (tab ? width : 1) : 0;
			if (tab)
				ward_put(w, i, 1, in_indent ? blanks : " ");
		}
		above = indent_is_blank(&w->on) ? above : columns;
	}
	return true;
}

/* Moves a line where it may belong, an item with all that hangs on it. */
static bool
cure_indent(struct ward *w)
{
	uint32_t number = w->finding->pos.line;
	bool fits;
	size_t from = w->on.indent, to = indent_nearest(&w->source->index, number, &fits);
	bool item = indent_is_item(&w->on);
	if (to == INDENT_NONE)
		return false;
	do {
		if (indent_is_blank(&w->on))
			continue;
		if (to > from)
			ward_put(w, 0, 0,
				 arena_printf(&w->diags->arena, "%*s", (int)(to - from), ""));
		else
			ward_put(w, 0, from - to, "");
	} while (item && ward_open(w, ++number) &&
		 (indent_is_blank(&w->on) || w->on.indent > from));
	return true;
}

static const struct {
	enum rule rule;
	bool guess;
	bool (*cure)(struct ward *w);
} cures[] = {
    {RULE_YAML_COLON, false, cure_colon},
    {RULE_YAML_COLON_TEXT, false, cure_text},
    {RULE_YAML_QUOTE, false, cure_text},
    {RULE_YAML_ALIAS, false, cure_alias},
    {RULE_YAML_NBSP, false, cure_odd_blanks},
    {RULE_YAML_AFTER_QUOTE, false, cure_after_quote},
    {RULE_YAML_ESCAPE, false, cure_escape},
    {RULE_YAML_REMARK, false, cure_line},
    {RULE_YAML_FENCE, false, cure_line},
    {RULE_YAML_TABLE, true, cure_table},
    {RULE_YAML_MARKDOWN, false, cure_as_said},
    {RULE_YAML_ITEM_SIGN, false, cure_as_said},
    {RULE_YAML_NO_COLON, true, cure_no_colon},
    {RULE_YAML_WIDE_COLON, false, cure_wide_colon},
    {RULE_YAML_BLOCK, false, cure_block},
    {RULE_YAML_TEXT_AND_KEYS, true, cure_text_above},
    {RULE_YAML_TEXT_AND_LIST, true, cure_text_above},
    {RULE_YAML_TAB, true, cure_tabs},
    {RULE_YAML_UNCLOSED, true, cure_unclosed},
    {RULE_YAML_INDENT, true, cure_indent},
    {RULE_YAML_EQUALS, false, cure_equals},
    {RULE_YAML_MISSING_COMMA, false, cure_comma},
    {RULE_YAML_STRAY, false, cure_stray},
    {RULE_YAML_CONFLICT, true, cure_conflict},
    {RULE_YAML_ITEM_BESIDE, true, cure_item_beside},
    {RULE_YAML_KEY_SIGN, false, cure_as_said},
};

static size_t
cure_of(enum rule rule)
{
	size_t i = 0;
	while (i < sizeof cures / sizeof *cures && cures[i].rule != rule)
		i++;
	return i;
}

static bool
is_guess(enum rule rule)
{
	size_t i = cure_of(rule);
	return i == sizeof cures / sizeof *cures || cures[i].guess;
}

bool
cure_finding(struct mends *mends, struct trap_text *source, struct diagnostics *diags,
	     const struct diagnostic *finding)
{
	struct ward w = {.mends = mends, .source = source, .diags = diags, .finding = finding};
	if (!ward_open(&w, finding->pos.line))
		return false;
	size_t start = (size_t)(w.on.line - source->text);
	w.at = text_index_byte(&source->index, finding->pos) - start;
	size_t i = cure_of(finding->rule);
	mends->guess = is_guess(finding->rule);
	return i < sizeof cures / sizeof *cures && cures[i].cure(&w);
}

/* True when nothing of a line is left. */
static bool
is_out(const struct ward *w)
{
	size_t start = (size_t)(w->on.line - w->source->text);
	for (size_t i = 0; i < w->mends->count; i++) {
		const struct mend *mend = &w->mends->items[i];
		if (mend->at == start && mend->gone == w->on.length && !*mend->text)
			return true;
	}
	return indent_is_blank(&w->on);
}

bool
cure_leave_out(struct mends *mends, struct trap_text *source, uint32_t line)
{
	struct ward w = {.mends = mends, .source = source};
	while (line && (!ward_open(&w, line) || is_out(&w)))
		line--;
	if (!line)
		return false;
	size_t indent = w.on.indent, end = ward_end(&w);
	bool holds = indent_is_item(&w.on) || strchr(":|>[{\"'", w.on.line[end - 1]);
	mends->guess = true;
	do
		if (!indent_is_blank(&w.on))
			ward_put(&w, 0, w.on.length, "");
	while (holds && ward_open(&w, ++line) && (indent_is_blank(&w.on) || w.on.indent > indent));
	return true;
}

bool
cure_is_echo(const struct mends *mends, struct trap_text *source, const struct diagnostic *finding)
{
	struct ward w = {.source = source};
	if (!is_guess(finding->rule) || !ward_open(&w, finding->pos.line))
		return false;
	/* what opens in a line is not closed however wide its indent was made */
	bool inside = finding->rule == RULE_YAML_UNCLOSED;
	size_t start = (size_t)(w.on.line - source->text), from = inside ? w.on.indent : 0;
	return mends_touch(mends, start + from, start + w.on.length);
}
