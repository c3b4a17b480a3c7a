/* SPDX-License-Identifier: MIT */
/* Markdown that Markmap draws: the process and what hangs on it as headings, everything below as
 * lists. XMind makes topics of it, too. Names are escaped so that CommonMark and the extensions of
 * Markmap show each character. */
#include "emit/map/map.h"
#include "support/xml.h"
#include "text/uri.h"

#include <string.h>

static const char preamble[] = "---\n"
			       "markmap:\n"
			       "  initialExpandLevel: 2\n"
			       "  colorFreezeLevel: 2\n"
			       "  maxWidth: 360\n"
			       "---\n\n";

/* Marks at the beginning of a line: of headings, lists, quotes, rules and numbered lists. */
static size_t
put_start(struct buf *out, const char *text)
{
	size_t digits = strspn(text, "0123456789");
	if (digits && digits < 10 && (text[digits] == '.' || text[digits] == ')')) {
		buf_add(out, text, digits);
		buf_putc(out, '\\');
		buf_putc(out, text[digits]);
		return digits + 1;
	}
	if (*text && strchr("#-+>=:", *text)) {
		buf_putc(out, '\\');
		buf_putc(out, *text);
		return 1;
	}
	return 0;
}

/* Whether a sign within a line is one of Markdown's, or may be when it stands twice, or ends a
 * heading after a blank. */
static bool
is_markup(const char *at, char before)
{
	bool doubled = strchr("=+-~:%", *at) && (at[1] == *at || before == *at);
	return strchr("\\`*_[]<>&$~^|{}", *at) || doubled || (*at == '#' && before == ' ');
}

static void
put_text(struct buf *out, const char *text)
{
	size_t start = put_start(out, text);
	char before = start ? text[start - 1] : '\0';
	for (const char *at = text + start; *at; before = *at++) {
		if (*at == '\n') {
			buf_puts(out, "<br>");
		} else if (*at == '\t' || *at == '\r') {
			buf_printf(out, "&#%d;", *at);
		} else {
			if (is_markup(at, before))
				buf_putc(out, '\\');
			buf_putc(out, *at);
		}
	}
}

static void
put_topic(struct buf *out, const struct topic *topic)
{
	struct arena arena = {0};
	if (topic->depth < 2) {
		buf_puts(out, topic->depth ? "\n## " : "# ");
	} else {
		for (uint8_t depth = 2; depth < topic->depth; depth++)
			buf_puts(out, "  ");
		buf_puts(out, "- ");
	}
	if (topic_href(topic))
		buf_putc(out, '[');
	put_text(out, topic_whole(topic, &arena));
	if (topic_href(topic)) {
		buf_puts(out, "](<");
		xml_escape(out, uri_of(&arena, topic_href(topic), URI_LETTERS));
		buf_puts(out, ">)");
	}
	buf_puts(out, topic->depth == 1 && topic->children ? "\n\n" : "\n");
	arena_free(&arena);
}

static void
write_markmap(const struct outline *outline, struct buf *out)
{
	buf_puts(out, preamble);
	for (uint32_t i = 0; i < outline->count; i++) {
		put_topic(out, &outline->topics[i]);
		map_flush(outline, out);
	}
}

void
emit_markmap(struct emission *emission)
{
	map_emit(emission, ".markmap.md", write_markmap);
}
