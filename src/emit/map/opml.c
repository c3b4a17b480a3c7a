/* SPDX-License-Identifier: MIT */
/* OPML 2.0, one outline for the whole map: what reads it makes its central topic of that. Long text
 * is in _note, the attribute that outliners have agreed on. */
#include "emit/map/map.h"
#include "support/xml.h"
#include "text/prose/prose.h"
#include "text/uri.h"

#include <inttypes.h>
#include <string.h>

/* Of the web: http or https, in any case. */
static bool
is_web(const char *href)
{
	return uri_kind(href) == URI_LINK && (href[0] | 0x20) == 'h';
}

/* OPML knows links to the web alone: another address is kept, without the promise that a browser
 * can open it. OPML has no ids: the mark stands behind one. */
static void
put_topic(struct xml *xml, const struct outline *outline, uint32_t number)
{
	struct arena arena = {0};
	const struct topic *topic = &outline->topics[number];
	const char *mark = topic_mark(outline, number, &arena);
	xml_open(xml, "outline");
	xml_attribute(xml, "text", topic_line(topic, &arena));
	if (topic_href(topic) && is_web(topic_href(topic)))
		xml_attribute(xml, "type", "link");
	if (topic_href(topic))
		xml_attribute(xml, "url", uri_of(&arena, topic_href(topic), URI_ASCII));
	if (topic_note(topic))
		xml_attribute(xml, "_note", prose_plain(&arena, topic_note(topic)));
	if (mark)
		xml_attributef(xml, "_presale", "%" PRIx64 " %s", topic->id, mark);
	arena_free(&arena);
}

static void
write_opml(const struct outline *outline, struct buf *out)
{
	struct xml xml = {.out = out};
	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	xml_open(&xml, "opml");
	xml_attribute(&xml, "version", "2.0");
	xml_open(&xml, "head");
	xml_open(&xml, "title");
	xml_text(&xml, outline->topics[0].text);
	xml_close(&xml, "title");
	xml_close(&xml, "head");
	xml_open(&xml, "body");
	for (uint32_t i = 0; i < outline->count; i++) {
		put_topic(&xml, outline, i);
		for (uint32_t open = topic_ends(outline, i); open; open--)
			xml_close(&xml, "outline");
		map_flush(outline, out);
	}
	xml_close(&xml, "body");
	xml_close(&xml, "opml");
	buf_putc(out, '\n');
}

void
emit_opml(struct emission *emission)
{
	map_emit(emission, ".opml", write_opml);
}
