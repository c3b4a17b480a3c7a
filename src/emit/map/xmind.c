/* SPDX-License-Identifier: MIT */
/* Mind maps for XMind 2020 and later: a zip with the map as JSON. Stages have their number, key and
 * blocking marks as markers, deadlines and roles as labels, relations as arrows. */
#include "emit/map/map.h"
#include "files/zip.h"
#include "model/fields.h"
#include "model/show.h"
#include "support/json.h"
#include "text/prose/prose.h"
#include "text/uri.h"

#include <inttypes.h>
#include <string.h>

struct xmind {
	const struct outline *outline;
	struct json json;
	struct arena arena; /* for the topic under way */
};

/* XMind keeps ids, and of what it does not know only extensions, which are long: the mark is a part
 * of the id. */
static const char *
topic_id(struct xmind *xmind, uint32_t topic)
{
	const char *mark = topic_mark(xmind->outline, topic, &xmind->arena);
	return arena_printf(&xmind->arena, "ID_%" PRIu64 "%s%.*s", xmind->outline->topics[topic].id,
			    mark ? "." : "", (int)strcspn(mark ? mark : "", " "), mark ? mark : "");
}

/* Of which process the map is. */
static void
put_extension(struct xmind *xmind)
{
	struct json *json = &xmind->json;
	const char *mark = topic_mark(xmind->outline, 0, &xmind->arena);
	if (!mark)
		return;
	json_key(json, "extensions");
	json_array(json);
	json_object(json);
	json_member_string(json, "provider", "presale");
	json_key(json, "content");
	json_array(json);
	json_object(json);
	json_member_string(json, "name", "process");
	json_member_string(json, "content", strchr(mark, ' ') + 1);
	json_object_end(json);
	json_array_end(json);
	json_object_end(json);
	json_array_end(json);
}

static void
put_property(struct json *json, const char *key, uint32_t color)
{
	struct buf value = {0};
	buf_printf(&value, "#%06" PRIX32, color);
	json_member_string(json, key, buf_text(&value));
	buf_free(&value);
}

/* The filled boxes of the process, stages and roles; what else belongs to a role is written in its
 * colour. */
static void
put_style(struct xmind *xmind, uint32_t number)
{
	const struct topic *topic = &xmind->outline->topics[number];
	bool box =
	    topic->sort == TOPIC_PROCESS || topic->sort == TOPIC_STAGE || topic->sort == TOPIC_ROLE;
	uint32_t color = topic->color ? topic->color : topic->depth ? 0x455A64 : 0x263238;
	if (!box && !topic->color)
		return;
	json_key(&xmind->json, "style");
	json_object(&xmind->json);
	json_member_string(&xmind->json, "id",
			   arena_printf(&xmind->arena, "style-ID_%" PRIu64, topic->id));
	json_key(&xmind->json, "properties");
	json_object(&xmind->json);
	if (box)
		put_property(&xmind->json, "svg:fill", color);
	put_property(&xmind->json, "fo:color", box ? 0xFFFFFF : color);
	if (topic->depth == 1)
		put_property(&xmind->json, "line-color", color);
	json_object_end(&xmind->json);
	json_object_end(&xmind->json);
}

static void
put_note(struct xmind *xmind, const struct topic *topic)
{
	if (!topic_note(topic))
		return;
	json_key(&xmind->json, "notes");
	json_object(&xmind->json);
	json_key(&xmind->json, "plain");
	json_object(&xmind->json);
	json_member_string(&xmind->json, "content", prose_plain(&xmind->arena, topic_note(topic)));
	json_object_end(&xmind->json);
	json_key(&xmind->json, "realHTML");
	json_object(&xmind->json);
	json_member_string(&xmind->json, "content",
			   prose_html(&xmind->arena, topic_note(topic), 1, NULL));
	json_object_end(&xmind->json);
	json_object_end(&xmind->json);
}

/* Markers of fields that many know; the others do without. */
static const char *const field_markers[FIELD_COUNT] = {
    [FIELD_PROCESS_result] = "symbol-right",
    [FIELD_STAGE_result] = "symbol-right",
    [FIELD_STAGE_recommendations] = "symbol-info",
    [FIELD_STAGE_problems] = "symbol-attention",
    [FIELD_STAGE_outcomes] = "symbol-question",
    [FIELD_STEP_result] = "symbol-right",
    [FIELD_STEP_outcomes] = "symbol-question",
    [FIELD_RETROSPECTIVE_problems] = "symbol-attention",
    [FIELD_PILOT_STAGE_result] = "symbol-right",
};

static void
put_marker(struct json *json, const char *marker)
{
	json_object(json);
	json_member_string(json, "markerId", marker);
	json_object_end(json);
}

static void
put_markers(struct xmind *xmind, const struct topic *topic)
{
	const char *field = topic->sort == TOPIC_FIELD ? field_markers[topic->field->id] : NULL;
	bool numbered = topic->sort == TOPIC_STAGE && entity_quoted(topic->entity) <= 9;
	if (!field && !numbered && !topic->key && !topic->blocking)
		return;
	json_key(&xmind->json, "markers");
	json_array(&xmind->json);
	if (numbered)
		put_marker(&xmind->json, arena_printf(&xmind->arena, "priority-%u",
						      entity_quoted(topic->entity)));
	if (topic->key)
		put_marker(&xmind->json, "star-yellow");
	if (topic->blocking)
		put_marker(&xmind->json, "flag-red");
	if (field)
		put_marker(&xmind->json, field);
	json_array_end(&xmind->json);
}

/* Deadline and the roles that do the work: the first roles the kind names. */
static void
put_labels(struct xmind *xmind, const struct topic *topic)
{
	if (topic->sort != TOPIC_STAGE && topic->sort != TOPIC_STEP)
		return;
	const struct field **fields =
	    topic_labelled(xmind->outline->model, topic->entity, &xmind->arena);
	bool open = false;
	for (uint32_t i = 0; fields[i]; i++) {
		bool prose;
		struct texts texts = show_field(xmind->outline->voice, topic->entity, fields[i],
						&prose, &xmind->arena);
		if (texts.count && !open) {
			json_key(&xmind->json, "labels");
			json_array(&xmind->json);
			open = true;
		}
		for (uint32_t j = 0; j < texts.count; j++)
			json_string(&xmind->json, texts.items[j].s);
	}
	if (open)
		json_array_end(&xmind->json);
}

static void
put_link(struct xmind *xmind, const struct topic *topic)
{
	if (topic_href(topic)) {
		const char *href = uri_of(&xmind->arena, topic_href(topic), URI_ASCII);
		json_member_string(&xmind->json, "href",
				   uri_is_relative(topic_href(topic))
				       ? arena_printf(&xmind->arena, "file:%s", href)
				       : href);
	} else if (topic->target != TOPIC_NONE) {
		json_member_string(
		    &xmind->json, "href",
		    arena_printf(&xmind->arena, "xmind:#%s", topic_id(xmind, topic->target)));
	}
}

/* Begins a topic; its children follow. */
static void
put_topic(struct xmind *xmind, uint32_t number)
{
	const struct topic *topic = &xmind->outline->topics[number];
	struct json *json = &xmind->json;
	json_object(json);
	json_member_string(json, "id", topic_id(xmind, number));
	json_member_string(json, "class", "topic");
	json_member_string(json, "title", topic_line(topic, &xmind->arena));
	if (!topic->depth)
		json_member_string(json, "structureClass", "org.xmind.ui.map.unbalanced");
	if (!topic->depth)
		put_extension(xmind);
	if (topic->folded)
		json_member_string(json, "branch", "folded");
	put_link(xmind, topic);
	put_labels(xmind, topic);
	put_note(xmind, topic);
	put_markers(xmind, topic);
	put_style(xmind, number);
	if (topic->children) {
		json_key(json, "children");
		json_object(json);
		json_key(json, "attached");
		json_array(json);
	}
	arena_free(&xmind->arena);
}

static void
end_topic(struct json *json, const struct topic *topic)
{
	if (topic->children) {
		json_array_end(json);
		json_object_end(json);
	}
	json_object_end(json);
}

static void
put_topics(struct xmind *xmind)
{
	const struct outline *outline = xmind->outline;
	for (uint32_t i = 0; i < outline->count; i++) {
		put_topic(xmind, i);
		uint32_t last = i;
		for (uint32_t ends = topic_ends(outline, i); ends;
		     ends--, last = outline->topics[last].parent)
			end_topic(&xmind->json, &outline->topics[last]);
	}
}

static void
put_relationship(struct xmind *xmind, uint32_t number)
{
	const struct arrow *arrow = &xmind->outline->arrows[number];
	struct json *json = &xmind->json;
	const char *id = arena_printf(&xmind->arena, "relation-%u", number + 1);
	json_object(json);
	json_member_string(json, "id", id);
	json_member_string(json, "class", "relationship");
	json_member_string(json, "end1Id", topic_id(xmind, arrow->from));
	json_member_string(json, "end2Id", topic_id(xmind, arrow->to));
	if (arrow->label)
		json_member_string(json, "title", arrow->label);
	json_key(json, "style");
	json_object(json);
	json_member_string(json, "id", arena_printf(&xmind->arena, "style-%s", id));
	json_key(json, "properties");
	json_object(json);
	put_property(json, "line-color",
		     arrow->back      ? 0xC62828
		     : arrow->outcome ? 0x1565C0
		     : arrow->plain   ? 0xCFD8DC
				      : 0x78909C);
	json_member_string(json, "line-pattern", arrow->back ? "dash" : "solid");
	json_object_end(json);
	json_object_end(json);
	json_object_end(json);
	arena_free(&xmind->arena);
}

static void
put_sheet(struct xmind *xmind)
{
	struct json *json = &xmind->json;
	json_array(json);
	json_object(json);
	json_member_string(json, "id",
			   xmind->outline->detailed ? "sheet-detailed" : "sheet-general");
	json_member_string(json, "class", "sheet");
	json_member_string(json, "title", xmind->outline->topics[0].text);
	json_key(json, "rootTopic");
	put_topics(xmind);
	if (xmind->outline->arrow_count) {
		json_key(json, "relationships");
		json_array(json);
		for (uint32_t i = 0; i < xmind->outline->arrow_count; i++)
			put_relationship(xmind, i);
		json_array_end(json);
	}
	json_object_end(json);
	json_array_end(json);
}

static void
write_xmind(const struct outline *outline, struct buf *out)
{
	struct buf content = {0}, metadata = {0}, manifest = {0};
	struct xmind xmind = {.outline = outline, .json = {.out = &content}};
	put_sheet(&xmind);
	buf_puts(&metadata, "{\"creator\":{\"name\":\"presale\"},\"dataStructureVersion\":\"2\"}");
	buf_puts(&manifest, "{\"file-entries\":{\"content.json\":{},\"metadata.json\":{}}}");
	const struct zip_entry entries[] = {
	    {"content.json", &content}, {"metadata.json", &metadata}, {"manifest.json", &manifest}};
	zip_pack(out, entries, sizeof entries / sizeof *entries);
	buf_free(&content);
	buf_free(&metadata);
	buf_free(&manifest);
}

void
emit_xmind(struct emission *emission)
{
	map_emit(emission, ".xmind", write_xmind);
}
