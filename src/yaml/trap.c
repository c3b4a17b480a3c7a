/* SPDX-License-Identifier: MIT */
#include "yaml/trap.h"

#include "diag/said.h"
#include "model/fields.h"
#include "model/synonym.h"
#include "support/listed.h"
#include "support/utf8.h"
#include "text/syntax/yaml_text.h"
#include "yaml/indent.h"
#include "yaml/pasted.h"
#include "yaml/slip.h"
#include "yaml/slip_blank.h"
#include "yaml/slip_key.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of control characters so many are named in a file: it may hold nothing else. */
enum { MOST_CONTROLS = 100 };

void
trap_open(struct trap_text *source, const char *text, size_t length, unsigned file)
{
	*source = (struct trap_text){.text = text, .length = length};
	source->index = text_index(text, length, file);
	source->has_comment = strstr(text, " #") != NULL;
	source->has_question = strstr(text, "? ") != NULL;
	source->odd_lines = strstr(text, "\xC2\x85") || strstr(text, "\xE2\x80\xA8") ||
			    strstr(text, "\xE2\x80\xA9");
}

void
trap_close(struct trap_text *source)
{
	text_index_free(&source->index);
}

struct pos
trap_place(struct trap_text *source, size_t offset)
{
	return text_index_pos(&source->index, offset);
}

struct pos
trap_pos(struct trap_text *source, size_t character, uint32_t line, uint32_t column)
{
	if (source->odd_lines)
		return trap_place(source, text_index_byte_of_character(&source->index, character));
	return (struct pos){.line = line,
			    .column = column < LAST_COLUMN ? column : LAST_COLUMN,
			    .file = source->index.file};
}

/* Bytes that a forbidden character begins with; most of a text has none. */
static const bool suspect[256] = {
    [0x01] = true, [0x02] = true, [0x03] = true, [0x04] = true, [0x05] = true, [0x06] = true,
    [0x07] = true, [0x08] = true, [0x0B] = true, [0x0C] = true, [0x0E] = true, [0x0F] = true,
    [0x10] = true, [0x11] = true, [0x12] = true, [0x13] = true, [0x14] = true, [0x15] = true,
    [0x16] = true, [0x17] = true, [0x18] = true, [0x19] = true, [0x1A] = true, [0x1B] = true,
    [0x1C] = true, [0x1D] = true, [0x1E] = true, [0x1F] = true, [0x7F] = true, [0xC2] = true,
    [0xEF] = true,
};

bool
trap_forbids(uint32_t rune)
{
	bool control = rune < 0x20 ? rune != '\t' && rune != '\n' && rune != '\r'
				   : rune >= 0x7F && rune < 0xA0 && rune != 0x85;
	return control || rune == 0xFFFE || rune == 0xFFFF || rune == 0xFEFF;
}

bool
trap_check(struct trap_text *source, struct diagnostics *diags)
{
	char what[16];
	size_t valid = utf8_valid(source->text, source->length);
	size_t found = 0;
	for (const unsigned char *p = (const unsigned char *)source->text, *end = p + valid;
	     p < end && found < MOST_CONTROLS; p++) {
		size_t offset = (size_t)(p - (const unsigned char *)source->text);
		const char *at = source->text + offset;
		uint32_t rune = suspect[*p] ? utf8_next(&at) : ' ';
		if (!trap_forbids(rune))
			continue;
		snprintf(what, sizeof what, "U+%04X", (unsigned)rune);
		diag1(diags, RULE_YAML_CONTROL, trap_place(source, offset), what);
		found++;
	}
	if (valid == source->length)
		return !found;
	snprintf(what, sizeof what, "0x%02X", (unsigned char)source->text[valid]);
	diag1(diags, RULE_YAML_ENCODING, trap_place(source, valid), what);
	return false;
}

/* Whether a line holds nothing but a text: no key, item or value of another sort. */
static bool
is_bare_text(const struct line *line)
{
	const char *text = line->text + line->indent;
	return *text && !strchr("#-\"'{[|>&*!", *text) && !strstr(text, ":");
}

/* A text that stands among the keys of a section as a pair, «Брак – товар с недостатком» as «Брак:
 * товар с недостатком»; NULL when it is none. The name of the process may have a dash. */
static const char *
as_pair(struct diagnostics *diags, const char *section, const char *text)
{
	static const char *const dashes[] = {" \xE2\x80\x94 ", " \xE2\x80\x93 ", " - "};
	const struct field *field = slip_field(diags, section, strlen(section));
	bool pairs = field && field->id != FIELD_DOCUMENT_process;
	for (size_t i = 0; pairs && i < sizeof dashes / sizeof *dashes; i++) {
		const char *dash = strstr(text, dashes[i]);
		if (dash && dash > text)
			return arena_printf(&diags->arena, "%.*s: %s", (int)(dash - text), text,
					    dash + strlen(dashes[i]));
	}
	return NULL;
}

/* Keys below a text that a section holds: `process: Name`, and `version:` below it; or with the
 * text on a line of its own. Further down it is rather the indent that is wrong. */
static bool
find_text_above(struct diagnostics *diags, struct trap_text *source, const struct line *keys,
		const char *problem)
{
	if (!strstr(problem, "mapping values are not allowed") || keys->pos.line < 2)
		return false;
	uint32_t number = keys->pos.line;
	struct line text, head;
	do
		text = head = line_of(diags, &source->index, --number);
	while (number > 1 && !text.text[text.indent]);
	if (slip_in_blanks(diags, &text))
		return true;
	size_t value = slip_value(&text);
	if (is_bare_text(&text) && text.indent == keys->indent && number > 1) {
		head = line_of(diags, &source->index, number - 1);
		value = text.indent;
		const char *colon = strchr(head.text, ':');
		if (!colon || colon[1 + strspn(colon + 1, " ")])
			return false;
	}
	if (!value || head.indent || *head.text == '-' || !keys->indent ||
	    strchr("#\"'{[|>&*!", text.text[value]))
		return false;
	const char *section = arena_copy(&diags->arena, head.text, strcspn(head.text, ":"));
	const char *pair = as_pair(diags, section, text.text + value);
	const char *name = yaml_text(&diags->arena, text.text + value);
	diag3(diags, RULE_YAML_TEXT_AND_KEYS, line_place(&text, value), section,
	      said_with(pair ? PHRASE_TEXT_PAIRED : PHRASE_TEXT_NAMED, pair ? pair : name,
			&diags->arena),
	      pair)
	    ->end = line_place(&text, line_length(&text));
	return true;
}

/* A line that is not the one complained of may hold the cause: the one before. */
static bool
find_cause(struct diagnostics *diags, struct trap_text *source, uint32_t number, struct pos pos,
	   const char *problem)
{
	struct line line = line_of(diags, &source->index, number);
	return slip_in_blanks(diags, &line) || pasted_find(diags, &line) ||
	       slip_in_colon(diags, &line) || find_text_above(diags, source, &line, problem) ||
	       slip_in_value(diags, &line, pos, problem) || slip_in_key(diags, &line);
}

/* The parser's jargon: what a complaint means, and whether the place is where it began or where it
 * was noticed. */
static const struct {
	const char *problem, *context;
	enum rule rule;
	bool at_start;
} complaints[] = {
    {"unexpected end of stream", "quoted scalar", RULE_YAML_UNCLOSED, true},
    {"unexpected document indicator", "quoted scalar", RULE_YAML_UNCLOSED, true},
    {"expected ',' or", "flow", RULE_YAML_UNCLOSED, true},
    {"unknown escape character", "", RULE_YAML_ESCAPE, false},
    {"invalid Unicode character escape", "", RULE_YAML_ESCAPE, false},
    {"did not find expected hexdecimal number", "", RULE_YAML_ESCAPE, false},
    {"mapping values are not allowed", "", RULE_YAML_INDENT, false},
    {"expected '-' indicator", "", RULE_YAML_INDENT, false},
    {"expected key", "block mapping", RULE_YAML_INDENT, false},
    {"could not find expected ':'", "", RULE_YAML_NO_COLON, true},
    {"block sequence entries are not allowed", "", RULE_YAML_INDENT, false},
};

static bool
holds(const char *text, const char *part)
{
	return strstr(text, part) != NULL;
}

/* `"А" and Б`: a text that began with a quotation mark goes on after the closing one. */
static bool
goes_on_after_quote(const struct line *line, size_t offset)
{
	size_t before = offset;
	while (before && line->text[before - 1] == ' ')
		before--;
	return line->text[offset] && before > line->indent && strchr("\"'", line->text[before - 1]);
}

/* Words above the first key, which stands no further in than they do. */
static bool
find_words_above(struct diagnostics *diags, struct trap_text *source, const struct line *line)
{
	struct indented at;
	uint32_t number = line->pos.line;
	if (!is_bare_text(line) || line->indent)
		return false;
	while (--number && indent_open(&at, &source->index, number))
		if (!indent_is_blank(&at) && at.line[at.indent] != '#')
			return false;
	for (number = line->pos.line + 1; indent_open(&at, &source->index, number); number++)
		if (!indent_is_blank(&at))
			break;
	if (!at.line || at.indent)
		return false;
	diag1(diags, RULE_YAML_REMARK, line->pos, line->text)->end =
	    line_place(line, line_length(line));
	return true;
}

/* Words below the last key, apart from it: what a chat says behind the file. */
static bool
find_words_below(struct diagnostics *diags, struct trap_text *source, const struct line *line)
{
	struct indented at;
	uint32_t number = line->pos.line;
	struct line above = line_of(diags, &source->index, number - 1);
	bool apart =
	    number > 1 && (!above.text[above.indent] || strncmp(above.text, "```", 3) == 0);
	if (!is_bare_text(line) || line->indent || !apart)
		return false;
	while (indent_open(&at, &source->index, ++number))
		if (!indent_is_blank(&at) && (at.indent || memchr(at.line, ':', at.length)))
			return false;
	diag1(diags, RULE_YAML_REMARK, line->pos, line->text)->end =
	    line_place(line, line_length(line));
	return true;
}

/* Words that are no part of the file. */
static bool
find_words_beside(struct diagnostics *diags, struct trap_text *source, const struct line *line)
{
	return find_words_above(diags, source, line) || find_words_below(diags, source, line);
}

/* What to write of a line without a colon: of a word that is a key that with one. */
static struct said
key_without_colon(struct diagnostics *diags, const struct line *line)
{
	size_t length = line_length(line) - line->indent;
	const char *text = line->text + line->indent;
	bool is_key = length <= LINE_LONGEST_KEY && slip_field(diags, text, length);
	return is_key ? said_with(PHRASE_KEY_ALONE, arena_copy(&diags->arena, text, length),
				  &diags->arena)
		      : said_phrase(PHRASE_KEY_OR_REMARK);
}

/* Words alone among keys. */
static bool
find_bare_line(struct diagnostics *diags, struct trap_text *source, const struct line *line)
{
	if (find_words_beside(diags, source, line))
		return true;
	if (!is_bare_text(line))
		return false;
	if (slip_in_pair(diags, line))
		return true;
	diag1(diags, RULE_YAML_NO_COLON, line_place(line, line->indent),
	      key_without_colon(diags, line))
	    ->end = line_place(line, line_length(line));
	return true;
}

/* A key of the line above that is none for want of a blank: what was to be its value took this line
 * for its rest. */
static bool
finds_joined(struct diagnostics *diags, struct trap_text *source, uint32_t number)
{
	struct line line;
	do
		line = line_of(diags, &source->index, --number);
	while (number > 1 && !line.text[line.indent]);
	return slip_in_blanks(diags, &line) || slip_in_key(diags, &line) ||
	       pasted_find(diags, &line) || find_bare_line(diags, source, &line);
}

/* `key:` or `- `, where no sentence would have them. */
static bool
begins_like_key(const struct line *line)
{
	const char *text = line->text + line->indent;
	size_t length = strcspn(text, ":\"'.,;!?");
	bool key = length && length <= LINE_LONGEST_KEY && text[length] == ':' &&
		   (text[length + 1] == ' ' || !text[length + 1]);
	return key || strncmp(text, "- ", 2) == 0;
}

bool
trap_runs_over(struct diagnostics *diags, struct trap_text *source, uint32_t number, uint32_t end)
{
	struct line line = line_of(diags, &source->index, number);
	size_t column = line_content(&line);
	while (++number <= end) {
		line = line_of(diags, &source->index, number);
		if (line.text[line.indent] && line.indent <= column && begins_like_key(&line))
			return true;
	}
	return false;
}

/* A text that was to stand below `|`, and is not further in than its key. */
static bool
finds_flat_block(struct diagnostics *diags, struct trap_text *source, uint32_t number)
{
	struct line line = line_of(diags, &source->index, number),
		    above = line_of(diags, &source->index, number - 1);
	size_t length = line_length(&above);
	if (number < 2 || length < 3 || !strchr(">|", above.text[length - 1]) ||
	    above.text[length - 2] != ' ')
		return false;
	char sign[2] = {above.text[length - 1], '\0'};
	diag1(diags, RULE_YAML_BLOCK, line_place(&line, line.indent), sign)->end =
	    line_place(&line, line_length(&line));
	return true;
}

/* How far in a line belongs. */
static struct said
where_to(struct diagnostics *diags, struct trap_text *source, uint32_t line)
{
	bool fits;
	size_t nearest = indent_nearest(&source->index, line, &fits);
	if (nearest == INDENT_NONE || fits)
		return said_phrase(PHRASE_INDENT_CHECK);
	return said_with(PHRASE_INDENT_WANTED, arena_printf(&diags->arena, "%zu", nearest),
			 &diags->arena);
}

/* Blanks before the first key: to YAML the document ends where a line has none. */
static bool
finds_moved_start(struct diagnostics *diags, struct trap_text *source)
{
	struct line line;
	uint32_t number = 0;
	do
		line = line_of(diags, &source->index, ++number);
	while (number < source->index.line_count && strchr("#", line.text[line.indent]));
	if (!line.indent)
		return false;
	diag1(diags, RULE_YAML_INDENT, line_place(&line, line.indent),
	      where_to(diags, source, number))
	    ->end = line_place(&line, line_length(&line));
	return true;
}

/* The last character before a byte that is no blank, line ends being blanks, too: its place; the
 * start of the text when there is none. */
static size_t
before_blanks(const char *text, size_t at)
{
	while (at && strchr(" \t\r\n", text[at - 1]))
		at--;
	return at - (at > 0);
}

/* `["One" "Two"]`, and pairs of braces on lines of their own: a comma is missing behind what stands
 * before. */
static bool
finds_missing_comma(struct diagnostics *diags, struct trap_text *source,
		    const struct complaint *complaint)
{
	const char *text = source->text;
	size_t at = text_index_byte(&source->index, complaint->pos),
	       before = before_blanks(text, at);
	if (!strstr(complaint->problem, "expected ',' or"))
		return false;
	struct line line = line_of(diags, &source->index, complaint->pos.line);
	if (text[at] == ':') { /* the key that it follows went on with the line above */
		size_t opening = text_index_byte(&source->index, complaint->start);
		bool alone = text[opening] == '{' && strchr("\r\n", text[opening + 1]);
		at = text_index_byte(&source->index, line_place(&line, line.indent));
		before = before_blanks(text, at);
		if (before <= opening || (!alone && text[at] != '"'))
			return false;
	} else if (!text[at] || !strchr("\"'[{", text[at]) || !strchr("\"'}]", text[before])) {
		return false;
	}
	size_t length = 1 + strcspn(text + at + 1, ":,{}[]\r\n");
	struct pos place = trap_place(source, before + 1);
	diag1(diags, RULE_YAML_MISSING_COMMA, place, arena_copy(&diags->arena, text + at, length))
	    ->end = (struct pos){place.line, place.column + 1, place.file};
	return true;
}

/* «...» above a line: to YAML the end of the document. */
static bool
finds_end(struct diagnostics *diags, struct trap_text *source, uint32_t number)
{
	struct line line;
	do
		line = line_of(diags, &source->index, --number);
	while (number > 1 && !line.text[line.indent]);
	return strncmp(line.text, "...", 3) == 0 && pasted_find(diags, &line);
}

/* `Step 1: Receive` with a list below it: what has a text has no list. The key's line is the
 * finding's. */
static bool
finds_text_above_list(struct diagnostics *diags, struct trap_text *source, uint32_t number)
{
	struct line line = line_of(diags, &source->index, number), head;
	if (strncmp(line.text + line.indent, "- ", 2) != 0)
		return false;
	do
		head = line_of(diags, &source->index, --number);
	while (number > 1 && (!head.text[head.indent] || head.indent > line.indent ||
			      strncmp(head.text + head.indent, "- ", 2) == 0));
	size_t value = slip_value(&head), key = head.indent;
	if (!value || head.indent != line.indent || strchr("#\"'{[|>&*!", head.text[value]))
		return false;
	const struct field *field = slip_field(diags, head.text + key, value - 2 - key);
	bool is_list = field && field_is_list(field);
	const char *text = yaml_text(&diags->arena, head.text + value);
	diag2(diags, RULE_YAML_TEXT_AND_LIST, line_place(&head, value),
	      arena_copy(&diags->arena, head.text + key, value - 2 - key),
	      is_list ? said_phrase(PHRASE_TEXT_OF_LIST)
		      : said_with(PHRASE_TEXT_ABOVE_LIST, text, &diags->arena))
	    ->end = line_place(&head, line_length(&head));
	return true;
}

/* «[важно] звоним»: a text that began with a bracket goes on after the closing one. */
static bool
finds_after_bracket(struct diagnostics *diags, const struct line *line, size_t offset)
{
	size_t start = slip_value(line) ? slip_value(line) : line_content(line), before = offset;
	start += strspn(line->text + start, " ");
	while (before && line->text[before - 1] == ' ')
		before--;
	if (!line->text[offset] || !before || !strchr("]}", line->text[before - 1]) ||
	    !strchr("[{", line->text[start]) || start >= before)
		return false;
	char sign[2] = {line->text[start], '\0'};
	diag2(diags, RULE_YAML_QUOTE, line_place(line, start), sign,
	      yaml_text_quoted(&diags->arena, line->text + start))
	    ->end = line_place(line, line_length(line));
	return true;
}

void
trap_error(struct diagnostics *diags, struct trap_text *source, const struct complaint *complaint)
{
	const char *problem = complaint->problem ? complaint->problem : "?",
		   *context = complaint->context ? complaint->context : "";
	struct pos pos = complaint->pos;
	if (find_cause(diags, source, pos.line, pos, problem))
		return;
	if (finds_missing_comma(diags, source, complaint))
		return;
	if (holds(problem, "expected <document start>") &&
	    (finds_moved_start(diags, source) || finds_end(diags, source, pos.line)))
		return;
	struct line line = line_of(diags, &source->index, pos.line);
	size_t stop = line_offset(&line, pos);
	bool ended = holds(problem, "expected key") || holds(problem, "expected ',' or") ||
		     holds(problem, "expected '-' indicator");
	if (ended && !strchr(",]}", line.text[stop]) && goes_on_after_quote(&line, stop)) {
		diag(diags, RULE_YAML_AFTER_QUOTE, pos)->end =
		    line_place(&line, stop + slip_length(&line, stop));
		return;
	}
	if (holds(problem, "expected key") && (finds_after_bracket(diags, &line, stop) ||
					       finds_text_above_list(diags, source, pos.line)))
		return;
	for (size_t i = 0; i < sizeof complaints / sizeof *complaints; i++) {
		if (!holds(problem, complaints[i].problem) ||
		    !holds(context, complaints[i].context))
			continue;
		struct pos place =
		    complaints[i].at_start && complaint->start.line ? complaint->start : pos;
		bool is_key = complaints[i].rule == RULE_YAML_NO_COLON;
		if (is_key && (finds_flat_block(diags, source, place.line) ||
			       find_cause(diags, source, place.line, pos, problem)))
			return;
		bool is_indent = complaints[i].rule == RULE_YAML_INDENT;
		if (is_indent && finds_joined(diags, source, pos.line))
			return;
		line = line_of(diags, &source->index, place.line);
		if (is_key && (find_words_beside(diags, source, &line) ||
			       (is_bare_text(&line) && slip_in_pair(diags, &line))))
			return;
		diag1(diags, complaints[i].rule, place,
		      is_indent ? where_to(diags, source, place.line)
		      : is_key  ? key_without_colon(diags, &line)
				: said_phrase(PHRASE_NONE))
		    ->end = is_key ? line_place(&line, line_length(&line))
				   : (struct pos){place.line, place.column + 1, place.file};
		return;
	}
	if (pos.line == 1 || !find_cause(diags, source, pos.line - 1, pos, problem))
		diag(diags, RULE_YAML_SYNTAX, pos);
}

static void
warn_cut(struct diagnostics *diags, struct trap_text *source, struct pos end)
{
	const char *at = source->text + text_index_byte(&source->index, end);
	const char *hash = at + strspn(at, " \t");
	if (hash == at || *hash != '#' || !hash[1] || strchr(" #!-=\r\n", hash[1]))
		return;
	size_t length = strcspn(hash, "\r\n"), start = (size_t)(hash - source->text);
	if (utf8_valid(hash, length) != length)
		return; /* the parser has not come so far yet, and will complain */
	const char *remark = arena_copy(&diags->arena, hash, length);
	while (strchr(" \t", hash[length - 1]))
		length--;
	diag1(diags, RULE_TEXT_CUT, trap_place(source, start), remark)->end =
	    trap_place(source, start + length);
}

/* A dash of any kind, or a hyphen without its space. */
static bool
is_dash(const char *text)
{
	if (text[0] == '-' && text[1]) {
		const char *next = text + 1;
		return utf8_is_letter(utf8_next(&next));
	}
	return strncmp(text, "\xE2\x80\x94 ", 4) == 0 || strncmp(text, "\xE2\x80\x93 ", 4) == 0 ||
	       strncmp(text, "\xE2\x80\xA2 ", 4) == 0;
}

void
trap_dash(struct diagnostics *diags, struct pos pos, const char *text)
{
	if (((unsigned char)text[0] != 0xE2 && text[0] != '-') || !is_dash(text))
		return;
	char dash[4] = {text[0], text[1], text[2], '\0'};
	diag1(diags, RULE_TEXT_DASH, pos, text[0] == '-' ? "-" : dash);
}

bool
trap_refuses(struct diagnostics *diags, struct trap_text *source, struct pos pos, const char *text,
	     bool is_key)
{
	bool asks = is_key && source->has_question;
	return (asks && slip_in_question(diags, &source->index, pos)) ||
	       slip_in_plain(diags, &source->index, pos, text, is_key);
}

void
trap_plain(struct diagnostics *diags, struct trap_text *source, struct pos pos, const char *text,
	   struct pos end)
{
	const struct pos second = {pos.line, pos.column + 1, pos.file};
	if (text[0] == '-' && strncmp(text + 1, "\xC2\xA0", 2) == 0)
		diag2(diags, RULE_YAML_NBSP, second, PHRASE_BLANK_NO_BREAK, "00A0");
	if (source->has_comment)
		warn_cut(diags, source, end);
}

/* Words that begin a clause and no item of a list. */
static const char *const clause_words[] = {
    "а ",          "но ",      "чтобы ",   "если ",    "то ",      "хотя ",
    "потому что ", "так как ", "который ", "которая ", "которое ", "которые ",
    "которого ",   "которой ", "которых ", "but ",     "because ", "although ",
    "which ",      "so that ", "if ",      NULL};

/* Words that begin one when the text before ends with a word that points at it: «тот, кто», «там,
 * где». */
static const char *const relative_words[] = {"кто ", "что ", "где ", "куда ", "когда ", "как ",
					     "чем ", "чей ", "who ", "that ", NULL};
static const char *const pointing_words[] = {
    " тот", " та",  " то",   " те",    " того", " той",   " тех",      " тому",    " тем",
    " том", " там", " туда", " тогда", " так",  " those", " somebody", " anybody", NULL};

void
trap_item(struct diagnostics *diags, struct pos pos, const char *before, const char *text)
{
	bool clause = listed_begins(clause_words, text);
	bool relative = listed_begins(relative_words, text) && listed_ends(pointing_words, before);
	if ((clause || relative) && !listed_begins(clause_words, before))
		diag1(diags, RULE_TEXT_COMMA, pos, text);
}
