/* SPDX-License-Identifier: MIT */
#include "load/probe.h"

#include "files/file.h"
#include "load/bind/key.h"
#include "load/read.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/synonym.h"
#include "support/utf8.h"
#include "text/marker.h"
#include "text/words/suggest.h"
#include "yaml/slip_key.h"

#include <string.h>
#include <sys/stat.h>

enum { KEY_LENGTH = 64 };

struct keys {
	bool process, other, run, portfolio;
	int unknown;
};

/* The field of the top level that a folded key is, or means. */
static const struct field *
key_field(const char *folded)
{
	for (const struct field *row = kind_info(KIND_DOCUMENT)->fields; row->kind == KIND_DOCUMENT;
	     row++)
		if (field_spelling_matches(row->keys[0], folded) ||
		    field_spelling_matches(row->keys[1], folded))
			return row;
	return synonym_field(KIND_DOCUMENT, folded);
}

/* True when an unknown key was meant for the process. A file with such a slip is no part of
 * another, and its author is told of the slip. */
static bool
is_process_misspelt(struct keys *keys, const char *key, const char *folded)
{
	const struct field *process = field_row(FIELD_DOCUMENT_process);
	struct suggest suggest;
	if (bind_is_ignored(key) || keys->unknown++ > SUGGEST_MOST)
		return false;
	suggest_open(&suggest, key);
	for (int lang = 0; lang < 2; lang++)
		suggest_try(&suggest, process->keys[lang]);
	return suggest_close(&suggest) || synonym_hint(KIND_DOCUMENT, folded) == process;
}

/* What parts a key from its value, as YAML has it or as it is mistyped. */
static bool
is_separator(const char *text)
{
	return *text == ':' || *text == '=' ||
	       strncmp(text, SLIP_WIDE_COLON, strlen(SLIP_WIDE_COLON)) == 0;
}

/* The bytes of what stands before such a sign and the blanks before it, or before a quotation mark
 * that closes. */
static size_t
key_length(const char *text, bool quoted)
{
	size_t length = 0;
	while (text[length] && !strchr(quoted ? "\"'\r\n" : "\r\n", text[length]) &&
	       (quoted || !is_separator(text + length)))
		length++;
	return length;
}

/* Whether a text stands behind the sign after a key, and not other keys. */
static bool
is_text_behind(const char *separator)
{
	const char *value =
	    separator + (strncmp(separator, SLIP_WIDE_COLON, strlen(SLIP_WIDE_COLON)) == 0
			     ? strlen(SLIP_WIDE_COLON)
			     : 1);
	value += strspn(value, " \t");
	return !strchr("{#&\r\n", *value);
}

/* Takes the key at text, in quotes or not, behind the sign of a list or not. */
static void
take_key(struct keys *keys, const char *text)
{
	struct arena arena = {0};
	text += marker_of_item(text, text + strcspn(text, "\r\n")).length;
	bool quoted = *text == '"' || *text == '\'';
	text += quoted;
	size_t length = key_length(text, quoted), after = length + quoted;
	after += strspn(text + after, " ");
	if (length < KEY_LENGTH && text[length] && is_separator(text + after)) {
		const char *key = arena_copy(&arena, text, length),
			   *folded = utf8_fold(&arena, key, FOLD_KEY);
		const struct field *field = key_field(folded);
		bool shared = field && field->flags & F_PORTFOLIO;
		bool process = field ? field->id == FIELD_DOCUMENT_process
				     : is_process_misspelt(keys, key, folded);
		keys->process = keys->process || process;
		keys->run = keys->run || (field && field->id == FIELD_DOCUMENT_run &&
					  is_text_behind(text + after));
		keys->other = keys->other || (field && !process && !shared);
		keys->portfolio =
		    keys->portfolio || (shared && field->id == FIELD_DOCUMENT_portfolio);
	}
	arena_free(&arena);
}

/* Where lines end in \n alone the C library goes through them many bytes at a time. */
static const char *
next_line(const char *text, bool returns)
{
	if (!returns) {
		const char *end = strchr(text, '\n');
		return end ? end + 1 : text + strlen(text);
	}
	text += strcspn(text, "\r\n");
	return text + (text[0] == '\r' && text[1] == '\n') + (*text != '\0');
}

/* The keys of { … }, as JSON is written. */
static void
take_braces(struct keys *keys, const char *text)
{
	int depth = 0;
	for (char last = '\0'; *text; text++) {
		if (depth == 1 && (last == '{' || last == ',') && !strchr(" \t\r\n{", *text))
			take_key(keys, text);
		depth += (*text == '{' || *text == '[') - (*text == '}' || *text == ']');
		last = strchr(" \t\r\n", *text) ? last : *text;
		if (*text == '"')
			for (text++; *text && *text != '"'; text++)
				text += text[0] == '\\' && text[1];
		if (!*text)
			return;
	}
}

static void
take_lines(struct keys *keys, const char *text)
{
	bool begun = false, returns = strchr(text, '\r') != NULL;
	for (; *text && !keys->portfolio; text = next_line(text, returns)) {
		const char *start = text + strspn(text, " \t");
		if (!begun && *start == '{') {
			take_braces(keys, start);
			return;
		}
		begun = begun || !(strchr("#%\r\n", *start) || strncmp(start, "---", 3) == 0);
		if (start == text && !strchr("#-\r\n", *text))
			take_key(keys, text);
	}
}

/* The text of a file, as it is judged; a folder has none. */
static void
take_text(const char *path, const struct overlays *overlays, struct buf *out)
{
	struct stat facts;
	const struct buf *overlay = overlays_find(overlays, path);
	if (overlay)
		buf_add(out, buf_text(overlay), overlay->length);
	else if (stat(path, &facts) != 0 || !S_ISREG(facts.st_mode) ||
		 file_read(path, out) != FILE_OK)
		buf_clear(out);
}

enum probe
probe_file(const char *path, const struct overlays *overlays)
{
	struct buf buf = {0};
	struct keys keys = {0};
	take_text(path, overlays, &buf);
	size_t skip = read_decode(&buf);
	const char *text = buf_text(&buf);
	if (utf8_valid(text, buf.length) == buf.length)
		take_lines(&keys, text + skip);
	buf_free(&buf);
	if (keys.portfolio)
		return PROBE_PORTFOLIO;
	if (!keys.other)
		return PROBE_OTHER;
	return keys.run ? PROBE_RUN : keys.process ? PROBE_ROOT : PROBE_PART;
}
