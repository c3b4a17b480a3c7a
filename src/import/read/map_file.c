/* SPDX-License-Identifier: MIT */
/* Formulas, scripts, pictures and links of a map are passed by: only its words count. Rich text is
 * XHTML within the map. */
#include "import/read/map_file.h"

#include "files/wellformed.h"
#include "import/read/rich.h"
#include "support/listed.h"
#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>

static const char node_id[] = "ID_";

enum rich_sort { RICH_NONE, RICH_NODE, RICH_NOTE };

struct map_reader {
	struct foreign *foreign;
	struct foreign_topic *open[WELLFORMED_DEPTH + 1]; /* topics that are not at their end */
	size_t depth;
	bool known, full, titled; /* titled: within the title of an outline */
	unsigned styles;          /* how deep within the styles of a map, whose nodes are none */
	enum rich_sort reads;
	struct rich rich;
	struct buf title;
};

static const char *
attribute(const char *const *attributes, const char *name)
{
	for (size_t i = 0; attributes[i]; i += 2)
		if (strcmp(attributes[i], name) == 0)
			return attributes[i + 1];
	return NULL;
}

/* Text between tags: what old Freeplane maps have as HTML in an attribute. */
static const char *
without_tags(struct arena *arena, const char *text)
{
	struct buf out = {0};
	if (strncmp(text, "<html>", strlen("<html>")) != 0)
		return foreign_text(arena, text);
	for (const char *close; *text; text = close) {
		close = text + strcspn(text, "<");
		buf_add(&out, text, (size_t)(close - text));
		if (*close)
			close += strcspn(close, ">");
		close += *close == '>';
	}
	const char *plain = foreign_text(arena, buf_text(&out));
	buf_free(&out);
	return plain;
}

/* The topic that begins, below the one that is open; several without one above stand below a root
 * that says nothing. */
static void
open_topic(struct map_reader *r, const char *text)
{
	struct foreign *foreign = r->foreign;
	if (r->full || r->depth > WELLFORMED_DEPTH)
		return;
	struct foreign_topic *parent = r->depth ? r->open[r->depth - 1] : foreign->root,
			     *topic = foreign_add_topic(foreign, parent, text);
	r->full = !topic;
	if (topic)
		topic->place =
		    foreign_path(foreign->arena, r->depth ? r->open[r->depth - 1] : NULL, text);
	r->open[r->depth++] = topic;
}

/* An id, in figures of a base, and behind it the mark. */
static void
take_mark(struct map_reader *r, const char *text, int base)
{
	struct foreign_topic *topic = r->open[r->depth - 1];
	char *end = NULL;
	uint64_t id = text ? strtoull(text, &end, base) : 0;
	if (!end || *end != ' ' || !end[1])
		return;
	topic->id = id;
	topic->mark = arena_string(r->foreign->arena, end + 1);
}

static void
begin_outline(struct map_reader *r, const char *const *attributes)
{
	const char *text = attribute(attributes, "text"), *note = attribute(attributes, "_note"),
		   *mark = attribute(attributes, "_presale");
	struct arena *arena = r->foreign->arena;
	if (!text)
		text = attribute(attributes, "title");
	if (!r->foreign->root)
		foreign_add_topic(r->foreign, NULL, "")->place = "";
	text = text ? text : "";
	open_topic(r, mark ? foreign_text(arena, text) : without_tags(arena, text));
	if (!r->full && note)
		r->open[r->depth - 1]->note = foreign_text(arena, note);
	if (!r->full)
		take_mark(r, mark, 16);
}

static void
begin_node(struct map_reader *r, const char *const *attributes)
{
	struct arena *arena = r->foreign->arena;
	const char *text = attribute(attributes, "TEXT"), *id = attribute(attributes, "ID"),
		   *mark = attribute(attributes, "PRESALE");
	open_topic(r, text ? without_tags(arena, text) : "");
	if (!r->full && id && mark && strncmp(id, node_id, strlen(node_id)) == 0)
		take_mark(r, arena_printf(arena, "%s %s", id + strlen(node_id), mark), 10);
}

/* Before a sign that Freeplane would reckon by, a map of ours has an invisible one. */
static const char *
without_guard(const char *text)
{
	static const char guard[] = "\xE2\x80\x8B=";
	bool guarded = strncmp(text, guard, strlen(guard)) == 0;
	return guarded ? text + strlen(guard) - 1 : text;
}

/* A row of the table that Freeplane shows beside a topic. */
static void
begin_attribute(struct map_reader *r, const char *const *attributes)
{
	struct arena *arena = r->foreign->arena;
	struct foreign_topic *topic = r->depth && !r->full ? r->open[r->depth - 1] : NULL;
	const char *name = attribute(attributes, "NAME"), *value = attribute(attributes, "VALUE");
	if (topic && name && value)
		topic->table = arena_printf(arena, "%s%s: %s\n", topic->table ? topic->table : "",
					    name, foreign_text(arena, without_guard(value)));
}

static void
begin_rich(struct map_reader *r, const char *const *attributes)
{
	const char *type = attribute(attributes, "TYPE");
	rich_clear(&r->rich);
	r->reads = type && strcmp(type, "NODE") == 0 ? RICH_NODE : RICH_NOTE;
}

static void
begin_element(void *data, const char *name, const char *const *attributes)
{
	struct map_reader *r = data;
	static const char *const roots[] = {"map", "opml", NULL};
	r->known = r->known || listed_is(roots, name);
	r->titled = strcmp(name, "title") == 0;
	if (r->titled)
		buf_clear(&r->title);
	if (strcmp(name, "map_styles") == 0)
		r->styles++;
	else if (!r->known || r->styles)
		return;
	else if (strcmp(name, "outline") == 0)
		begin_outline(r, attributes);
	else if (strcmp(name, "node") == 0)
		begin_node(r, attributes);
	else if (strcmp(name, "attribute") == 0)
		begin_attribute(r, attributes);
	else if (strcmp(name, "richcontent") == 0)
		begin_rich(r, attributes);
	else if (r->reads)
		rich_open(&r->rich, name, attributes);
}

static void
add_text(void *data, const char *bytes, size_t length)
{
	struct map_reader *r = data;
	if (r->reads)
		rich_add(&r->rich, bytes, length);
	else if (r->titled)
		buf_add(&r->title, bytes, length);
}

static void
end_rich(struct map_reader *r)
{
	const char *text = foreign_text(r->foreign->arena, without_guard(buf_text(&r->rich.text)));
	struct foreign_topic *topic = r->depth ? r->open[r->depth - 1] : NULL;
	if (!topic || r->full || !*text)
		return;
	if (r->reads == RICH_NOTE) {
		topic->note = topic->note
				  ? arena_printf(r->foreign->arena, "%s\n%s", topic->note, text)
				  : text;
		return;
	}
	topic->text = text;
	topic->place =
	    foreign_path(r->foreign->arena, r->depth > 1 ? r->open[r->depth - 2] : NULL, text);
}

static void
end_element(void *data, const char *name)
{
	struct map_reader *r = data;
	if (r->titled && !r->reads)
		r->foreign->title = foreign_text(r->foreign->arena, buf_text(&r->title));
	r->titled = false;
	if (strcmp(name, "map_styles") == 0) {
		r->styles--;
	} else if (strcmp(name, "richcontent") == 0 && r->reads) {
		end_rich(r);
		r->reads = RICH_NONE;
	} else if (r->reads) {
		rich_close(&r->rich, name);
	} else if (!r->styles && r->depth &&
		   (strcmp(name, "outline") == 0 || strcmp(name, "node") == 0)) {
		r->depth--;
	}
}

/* The half of a character above U+FFFF that a reference stands for, 0 for none. */
static unsigned
half_at(const char *text, unsigned first)
{
	static const char head[] = "&#x";
	if (strncmp(text, head, strlen(head)) != 0)
		return 0;
	char *end;
	unsigned long half = strtoul(text + strlen(head), &end, 16);
	return *end == ';' && half >= first && half < first + 0x400 ? (unsigned)half : 0;
}

/* Freeplane writes such a character as references to its two halves, which is no XML: each pair
 * becomes the character. */
static const char *
join_halves(struct arena *arena, const char *text)
{
	enum { LENGTH = 8 /* of a reference */ };
	struct buf out = {0};
	const char *from = text, *at = text;
	while ((at = strstr(at, "&#x"))) {
		unsigned high = half_at(at, 0xD800), low = high ? half_at(at + LENGTH, 0xDC00) : 0;
		if (!low) {
			at++;
			continue;
		}
		buf_add(&out, from, (size_t)(at - from));
		char rune[UTF8_MAX];
		buf_add(&out, rune,
			utf8_encode(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), rune));
		from = at += 2 * LENGTH;
	}
	if (from == text)
		return text;
	buf_puts(&out, from);
	const char *joined = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return joined;
}

bool
map_file_read(struct foreign *foreign, const char *text)
{
	static const enum remark_id ids[] = {[WELLFORMED_BROKEN] = REMARK_DAMAGED,
					     [WELLFORMED_DOCTYPE] = REMARK_DOCTYPE,
					     [WELLFORMED_DEEP] = REMARK_DEEP};
	struct map_reader r = {.foreign = foreign};
	const struct wellformed_reader reader = {
	    .element = begin_element, .end = end_element, .text = add_text, .data = &r};
	text = join_halves(foreign->arena, text);
	enum wellformed_fault fault = wellformed_read(&reader, text, strlen(text));
	rich_clear(&r.rich);
	buf_free(&r.title);
	if (r.full)
		return false;
	if (fault)
		return foreign_remark(foreign, ids[fault], NULL,
				      fault == WELLFORMED_DEEP ? arena_printf(foreign->arena, "%d",
									      (int)WELLFORMED_DEPTH)
							       : "XML");
	return r.known || foreign_remark(foreign, REMARK_UNKNOWN, NULL, NULL);
}
