/* SPDX-License-Identifier: MIT */
/* Markdown that Markmap draws: the process and what hangs on it as headings, everything below as lists. XMind makes topics of it,
 * too. Names are escaped so that CommonMark and the extensions of Markmap show each character. */
#include "emit/outline.h"

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

static void
put_text(struct buf *out, const char *text)
{
	for (text += put_start(out, text); *text; text++) {
		if (*text == '\n') {
			buf_puts(out, "<br>");
		} else if (*text == '\t' || *text == '\r') {
			buf_printf(out, "&#%d;", *text);
		} else {
			bool doubled = strchr("=+-~:%", *text) && (text[1] == *text || text[-1] == *text);
			if (strchr("\\`*_[]<>&$~^|{}", *text) || doubled)
				buf_putc(out, '\\');
			buf_putc(out, *text);
		}
	}
}

/* An address between < and >, which may hold anything but these and line breaks. */
static void
put_address(struct buf *out, const char *href)
{
	buf_puts(out, "](<");
	for (; *href; href++) {
		if (*href == '\n' || *href == '<' || *href == '>' || *href == '\\')
			buf_printf(out, "%%%02X", *href);
		else
			buf_putc(out, *href);
	}
	buf_puts(out, ">)");
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
	if (topic_href(topic))
		put_address(out, topic_href(topic));
	buf_puts(out, topic->depth == 1 && topic->children ? "\n\n" : "\n");
	arena_free(&arena);
}

static void
write_markmap(const struct outline *outline, struct buf *out)
{
	buf_puts(out, preamble);
	for (uint32_t i = 0; i < outline->count; i++) {
		put_topic(out, &outline->topics[i]);
		outline_flush(outline, out);
	}
}

bool
emit_markmap(struct emission *emission)
{
	return outline_emit(emission, ".markmap.md", write_markmap);
}
