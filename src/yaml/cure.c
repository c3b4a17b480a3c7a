/* SPDX-License-Identifier: MIT */
#include "yaml/cure.h"

#include "text/syntax/yaml_text.h"
#include "yaml/pasted.h"

#include <string.h>

/* A line of the text, and what is to be mended in it. */
struct ward {
	struct mends *mends;
	struct trap_text *source;
	struct diagnostics *diags;
	const struct diagnostic *finding;
	const char *line;
	size_t length, indent; /* bytes, without the line end */
	size_t at;             /* of the finding, in the line */
};

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

static bool
ward_open(struct ward *w, uint32_t line)
{
	w->line = text_index_line(&w->source->index, line, &w->length);
	w->indent = 0;
	while (w->line && w->indent < w->length && is_blank(w->line[w->indent]))
		w->indent++;
	return w->line != NULL;
}

static bool
ward_is_blank(const struct ward *w)
{
	return w->indent == w->length;
}

/* Whether a line is an item of a list. */
static bool
ward_is_item(const struct ward *w)
{
	return w->indent + 1 < w->length && w->line[w->indent] == '-' &&
	       w->line[w->indent + 1] == ' ';
}

/* The columns before the text of an item, or before a key. */
static size_t
ward_content(const struct ward *w)
{
	size_t at = w->indent;
	while (at + 1 < w->length && w->line[at] == '-' && w->line[at + 1] == ' ')
		for (at++; at < w->length && w->line[at] == ' ';)
			at++;
	return at;
}

/* Behind the last character of the line that is no blank. */
static size_t
ward_end(const struct ward *w)
{
	size_t end = w->length;
	while (end && is_blank(w->line[end - 1]))
		end--;
	return end;
}

/* Replaces bytes of the line. */
static void
ward_put(struct ward *w, size_t at, size_t gone, const char *text)
{
	mends_put(w->mends, (size_t)(w->line - w->source->text) + at, gone, text);
}

/* Puts the text from a place of the line to the end of the finding between quotes. */
static bool
quote_from(struct ward *w, size_t at)
{
	size_t start = (size_t)(w->line - w->source->text);
	size_t end = text_index_byte(&w->source->index, w->finding->end) - start;
	struct arena *arena = &w->diags->arena;
	ward_put(w, at, end - at,
		 yaml_text_quoted(arena, arena_copy(arena, w->line + at, end - at)));
	return true;
}

/* `key:value` */
static bool
cure_colon(struct ward *w)
{
	ward_put(w, w->at + 1, 0, " ");
	return true;
}

/* What the message says to write stands for all the finding is about. */
static bool
cure_as_said(struct ward *w)
{
	size_t start = (size_t)(w->line - w->source->text);
	size_t end = text_index_byte(&w->source->index, w->finding->end) - start;
	ward_put(w, w->at, end - w->at, w->finding->args[0].texts[0]);
	return true;
}

/* A line that is none of the process. */
static bool
cure_line(struct ward *w)
{
	ward_put(w, 0, w->length, "");
	return true;
}

/* A table, with all its rows. */
static bool
cure_table(struct ward *w)
{
	uint32_t number = w->finding->pos.line;
	do
		ward_put(w, 0, w->length, "");
	while (ward_open(w, ++number) && pasted_is_row(w->line + w->indent, w->length - w->indent));
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
	if (strchr("|>", w->line[w->at])) {
		ward_put(w, w->at, 1, " ");
		return true;
	}
	size_t indent = w->indent;
	do
		if (!ward_is_blank(w))
			ward_put(w, 0, 0, "  ");
	while (ward_open(w, ++number) && (ward_is_blank(w) || w->indent >= indent) &&
	       !memchr(w->line, ':', w->length) && !ward_is_item(w));
	return true;
}

static bool
cure_text(struct ward *w)
{
	return quote_from(w, w->at);
}

/* `"А" и Б`: the finding is about what follows the closing quotation mark. */
static bool
cure_after_quote(struct ward *w)
{
	size_t closing = w->at, opening;
	while (closing && !strchr("\"'", w->line[closing - 1]))
		closing--;
	if (closing < 2)
		return false;
	for (opening = closing - 2; opening && w->line[opening] != w->line[closing - 1];)
		opening--;
	return quote_from(w, opening);
}

/* All no-break spaces of the line where blanks may be meant. */
static bool
cure_nbsp(struct ward *w)
{
	for (size_t i = 0; i + 1 < w->length; i++)
		if (w->line[i] == '\xC2' && w->line[i + 1] == '\xA0')
			ward_put(w, i++, 2, " ");
	return true;
}

/* Backslashes that begin no code are doubled. */
static bool
cure_escape(struct ward *w)
{
	for (size_t i = 0; i + 1 < w->length; i++) {
		if (w->line[i] != '\\')
			continue;
		if (!strchr("\\\"/ 0abtnvfreN_LP", w->line[i + 1]))
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
		char sign = w->line[i];
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
		if (!ward_is_blank(w) && w->line[0] == ' ' && (!least || w->indent < least))
			least = w->indent;
	return least ? least : 2;
}

/* The text that keys stand below: with it gone they are the key's. */
static bool
cure_text_above(struct ward *w)
{
	ward_put(w, w->at, w->length - w->at, "");
	return true;
}

/* A line without a colon that others hang on is a key; any other goes, alone. */
static bool
cure_no_colon(struct ward *w)
{
	struct ward below = *w;
	size_t end = ward_end(w);
	bool holds = ward_open(&below, w->finding->pos.line + 1) && !ward_is_blank(&below) &&
		     below.indent > w->indent;
	if (holds)
		ward_put(w, end, 0, ":");
	else
		ward_put(w, 0, w->length, "");
	return true;
}

/* Tabs before the text of a line, of all lines that have some: each is one step of the file's. */
static bool
cure_tabs(struct ward *w)
{
	const char *step = arena_printf(&w->diags->arena, "%*s", (int)least_indent(w), "");
	for (uint32_t line = w->finding->pos.line; ward_open(w, line); line++)
		for (size_t i = 0; i < w->indent; i++)
			if (w->line[i] == '\t')
				ward_put(w, i, 1, step);
	return true;
}

static size_t
distance(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

/* Whether nothing stands above a line. */
static bool
is_first(const struct ward *w, uint32_t number)
{
	struct ward above = *w;
	while (--number && ward_open(&above, number))
		if (!ward_is_blank(&above) && above.line[above.indent] != '#')
			return false;
	return true;
}

/* The indent among those of the lines above, as far as these are open, that is nearest to that of a
 * line, of two the further one; of an item among items. SIZE_MAX when there is none. */
static size_t
nearest_indent(const struct ward *w, uint32_t number)
{
	struct ward above = *w;
	size_t nearest = SIZE_MAX, open = SIZE_MAX;
	bool item = ward_is_item(w);
	if (is_first(w, number))
		return w->indent ? 0 : SIZE_MAX;
	while (--number && open && ward_open(&above, number)) {
		size_t inner = ward_content(&above);
		if (ward_is_blank(&above) || inner >= open || above.line[above.indent] == '#')
			continue;
		size_t candidate = item ? above.indent : inner;
		if ((!item || ward_is_item(&above)) && candidate != w->indent &&
		    distance(candidate, w->indent) < distance(nearest, w->indent))
			nearest = candidate;
		open = above.indent;
	}
	return nearest;
}

/* Moves a line where it may belong, an item with all that hangs on it. */
static bool
cure_indent(struct ward *w)
{
	uint32_t number = w->finding->pos.line;
	size_t from = w->indent, to = nearest_indent(w, number);
	bool item = ward_is_item(w);
	if (to == SIZE_MAX)
		return false;
	do {
		if (ward_is_blank(w))
			continue;
		if (to > from)
			ward_put(w, 0, 0,
				 arena_printf(&w->diags->arena, "%*s", (int)(to - from), ""));
		else
			ward_put(w, 0, from - to, "");
	} while (item && ward_open(w, ++number) && (ward_is_blank(w) || w->indent > from));
	return true;
}

static const struct {
	enum rule rule;
	bool guess;
	bool (*cure)(struct ward *w);
} cures[] = {
    {RULE_YAML_COLON, false, cure_colon},      {RULE_YAML_COLON_TEXT, false, cure_text},
    {RULE_YAML_QUOTE, false, cure_text},       {RULE_YAML_ALIAS, false, cure_text},
    {RULE_YAML_NBSP, false, cure_nbsp},        {RULE_YAML_AFTER_QUOTE, false, cure_after_quote},
    {RULE_YAML_ESCAPE, false, cure_escape},    {RULE_YAML_REMARK, false, cure_line},
    {RULE_YAML_FENCE, false, cure_line},       {RULE_YAML_TABLE, true, cure_table},
    {RULE_YAML_MARKDOWN, false, cure_as_said}, {RULE_YAML_ITEM_SIGN, false, cure_as_said},
    {RULE_YAML_NO_COLON, true, cure_no_colon}, {RULE_YAML_WIDE_COLON, false, cure_wide_colon},
    {RULE_YAML_BLOCK, false, cure_block},      {RULE_YAML_TEXT_AND_KEYS, true, cure_text_above},
    {RULE_YAML_TAB, true, cure_tabs},          {RULE_YAML_UNCLOSED, true, cure_unclosed},
    {RULE_YAML_INDENT, true, cure_indent},
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
	size_t start = (size_t)(w.line - source->text);
	w.at = text_index_byte(&source->index, finding->pos) - start;
	size_t i = cure_of(finding->rule);
	mends->guess = is_guess(finding->rule);
	return i < sizeof cures / sizeof *cures && cures[i].cure(&w);
}

/* True when nothing of a line is left. */
static bool
is_out(const struct ward *w)
{
	size_t start = (size_t)(w->line - w->source->text);
	for (size_t i = 0; i < w->mends->count; i++) {
		const struct mend *mend = &w->mends->items[i];
		if (mend->at == start && mend->gone == w->length && !*mend->text)
			return true;
	}
	return ward_is_blank(w);
}

bool
cure_leave_out(struct mends *mends, struct trap_text *source, uint32_t line)
{
	struct ward w = {.mends = mends, .source = source};
	while (line && (!ward_open(&w, line) || is_out(&w)))
		line--;
	if (!line)
		return false;
	size_t indent = w.indent, end = ward_end(&w);
	bool holds = ward_is_item(&w) || strchr(":|>[{\"'", w.line[end - 1]);
	mends->guess = true;
	do
		if (!ward_is_blank(&w))
			ward_put(&w, 0, w.length, "");
	while (holds && ward_open(&w, ++line) && (ward_is_blank(&w) || w.indent > indent));
	return true;
}

bool
cure_is_echo(const struct mends *mends, struct trap_text *source, const struct diagnostic *finding)
{
	struct ward w = {.source = source};
	if (!is_guess(finding->rule) || !ward_open(&w, finding->pos.line))
		return false;
	/* how wide the indent was made has to do with the indent alone */
	size_t start = (size_t)(w.line - source->text);
	size_t from = finding->rule == RULE_YAML_INDENT ? 0 : w.indent;
	return mends_touch(mends, start + from, start + w.length);
}
