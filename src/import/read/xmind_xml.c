/* SPDX-License-Identifier: MIT */
/* Of a topic its title, its plain note and what hangs on it. A topic that hangs on nothing is
 * named; the summaries and callouts of topics are such. */
#include "import/read/xmind_xml.h"

#include <string.h>

static const char content[] = "content.xml";

struct xmind_reader {
	struct foreign *foreign;
	struct foreign_topic *open[WELLFORMED_DEPTH + 1]; /* NULL: a topic that is passed by */
	bool attached[WELLFORMED_DEPTH + 1]; /* whether those below a topic hang on it */
	unsigned depth;                      /* of topics */
	struct buf text;
	bool reads, done, full;
};

/* A topic belongs to the map when it is the root, or hangs on one that does. */
static void
begin_topic(struct xmind_reader *r)
{
	struct foreign_topic *above = r->depth ? r->open[r->depth - 1] : NULL, *topic = NULL;
	bool belongs = r->depth ? above && r->attached[r->depth] : !r->foreign->root;
	if (belongs && !r->full) {
		topic = foreign_add_topic(r->foreign, above, "");
		r->full = !topic;
		if (topic)
			topic->place = "";
	}
	r->open[r->depth++] = topic;
}

static void
begin_element(void *data, const char *name, const char *const *attributes)
{
	struct xmind_reader *r = data;
	const char *type = package_attribute(attributes, "type");
	name = wellformed_local(name);
	if (r->done)
		return;
	if (strcmp(name, "topics") == 0)
		r->attached[r->depth] = type && strcmp(type, "attached") == 0;
	else if (strcmp(name, "topic") == 0)
		begin_topic(r);
	r->reads = r->depth && (strcmp(name, "title") == 0 || strcmp(name, "plain") == 0);
	if (r->reads)
		buf_clear(&r->text);
}

static void
add_text(void *data, const char *bytes, size_t length)
{
	struct xmind_reader *r = data;
	if (r->reads)
		buf_add(&r->text, bytes, length);
}

static void
end_title(struct xmind_reader *r, const char *text)
{
	struct foreign_topic *topic = r->open[r->depth - 1],
			     *above = r->depth > 1 ? r->open[r->depth - 2] : NULL;
	if (!topic && *text) {
		foreign_remark(r->foreign, REMARK_STRAY, text, text);
	} else if (topic) {
		topic->text = text;
		topic->place = foreign_path(r->foreign->arena, above, text);
	}
}

/* A sheet of a topic without a name is what programs leave beside the map. */
static void
end_sheet(struct xmind_reader *r)
{
	const struct foreign_topic *root = r->foreign->root;
	r->done = root && (*root->text || root->first);
	if (!r->done)
		r->foreign->root = NULL;
}

static void
end_element(void *data, const char *name)
{
	struct xmind_reader *r = data;
	name = wellformed_local(name);
	if (r->done)
		return;
	const char *text = r->reads ? foreign_text(r->foreign->arena, buf_text(&r->text)) : "";
	if (r->reads && strcmp(name, "title") == 0)
		end_title(r, text);
	else if (r->reads && r->open[r->depth - 1] && *text)
		r->open[r->depth - 1]->note = text;
	else if (strcmp(name, "topic") == 0 && r->depth)
		r->depth--;
	else if (strcmp(name, "sheet") == 0)
		end_sheet(r);
	r->reads = false;
}

bool
xmind_xml_read(struct package *package)
{
	struct xmind_reader r = {.foreign = package->foreign};
	const struct wellformed_reader reader = {
	    .element = begin_element, .end = end_element, .text = add_text, .data = &r};
	bool ok = package_read(package, content, &reader) && !r.full;
	buf_free(&r.text);
	if (ok && !r.done)
		return foreign_remark(package->foreign, REMARK_DAMAGED, NULL, content);
	return ok;
}
