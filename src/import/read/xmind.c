/* SPDX-License-Identifier: MIT */
/* Of a topic its title, its note and what hangs on it; pictures and links between topics are passed
 * by. */
#include "import/read/xmind.h"

#include "import/read/json_tree.h"
#include "support/buf.h"
#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>

static const char content[] = "content.json";

/* What is said of the whole map, where a map of ours is that. */
static const char *
extension_of(const struct json_node *node)
{
	const struct json_node *list = json_node_find(node, "extensions"),
			       *one = list && list->type == JSON_LIST ? list->first : NULL;
	for (; one; one = one->next) {
		const char *provider = json_node_text(one, "provider");
		const struct json_node *texts = json_node_find(one, "content");
		if (provider && strcmp(provider, "presale") == 0 && texts &&
		    texts->type == JSON_LIST && texts->first)
			return json_node_text(texts->first, "content");
	}
	return NULL;
}

/* Short texts that are shown below a topic. */
static const char *
labels_of(const struct json_node *node, struct arena *arena)
{
	const struct json_node *list = json_node_find(node, "labels"),
			       *one = list && list->type == JSON_LIST ? list->first : NULL;
	const char *labels = NULL;
	for (; one; one = one->next)
		if (one->type == JSON_TEXT)
			labels = arena_printf(arena, "%s%s\n", labels ? labels : "",
					      foreign_text(arena, one->text));
	return labels;
}

/* The mark is a part of the id. */
static void
take_mark(struct foreign_topic *topic, const struct json_node *node, struct arena *arena)
{
	static const char head[] = "ID_";
	const char *id = json_node_text(node, "id"), *more = extension_of(node);
	char *end;
	if (!id || strncmp(id, head, strlen(head)) != 0)
		return;
	uint64_t number = strtoull(id + strlen(head), &end, 10);
	if (*end != '.' || !end[1])
		return;
	topic->id = number;
	topic->mark = arena_printf(arena, "%s%s%s", end + 1, more ? " " : "", more ? more : "");
}

static struct foreign_topic *
add_topic(struct foreign *foreign, struct foreign_topic *parent, const struct json_node *node)
{
	struct arena *arena = foreign->arena;
	const char *title = json_node_text(node, "title"),
		   *note = json_node_text(json_node_find(json_node_find(node, "notes"), "plain"),
					  "content");
	const char *text = foreign_text(arena, title ? title : "");
	struct foreign_topic *topic = foreign_add_topic(foreign, parent, text);
	if (!topic)
		return NULL;
	topic->place = foreign_path(arena, parent, text);
	topic->note = note ? foreign_text(arena, note) : NULL;
	topic->labels = labels_of(node, arena);
	take_mark(topic, node, arena);
	return topic;
}

/* The topics of a sort that belong to a topic. */
static const struct json_node *
children_of(const struct json_node *node, const char *sort)
{
	const struct json_node *list = json_node_find(json_node_find(node, "children"), sort);
	return list && list->type == JSON_LIST ? list->first : NULL;
}

/* Topics that hang on nothing are named. */
static void
leave_floating(struct foreign *foreign, const struct json_node *root)
{
	const struct json_node *one = children_of(root, "detached");
	for (; one; one = one->next) {
		const char *title = json_node_text(one, "title");
		if (title && *title)
			foreign_remark(foreign, REMARK_STRAY, title, title);
	}
}

/* No deeper than the tree of JSON is. */
static bool
add_topics(struct foreign *foreign, struct foreign_topic *topic, const struct json_node *node)
{
	for (const struct json_node *child = children_of(node, "attached"); child;
	     child = child->next) {
		struct foreign_topic *added = add_topic(foreign, topic, child);
		if (!added || !add_topics(foreign, added, child))
			return false;
	}
	return true;
}

bool
xmind_read(struct package *package)
{
	struct foreign *foreign = package->foreign;
	struct buf text = {0};
	bool ok = package_take(package, content, &text);
	const struct json_node *sheets = NULL;
	if (ok && utf8_valid(buf_text(&text), text.length) == text.length)
		sheets = json_tree_parse(foreign->arena, buf_text(&text));
	buf_free(&text);
	if (!ok)
		return false;
	const struct json_node *sheet =
	    sheets && sheets->type == JSON_LIST ? sheets->first : sheets;
	const struct json_node *root = json_node_find(sheet, "rootTopic");
	if (!root)
		return foreign_remark(foreign, REMARK_DAMAGED, NULL, content);
	leave_floating(foreign, root);
	struct foreign_topic *topic = add_topic(foreign, NULL, root);
	return topic && add_topics(foreign, topic, root);
}
