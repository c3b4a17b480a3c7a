/* SPDX-License-Identifier: MIT */
/* Mind maps for Freeplane, FreeMind and Minder. The file begins with the very bytes that Freeplane
 * looks for; text that Freeplane would take for a formula, LaTeX or HTML is marked so that it stays
 * text. */
#include "emit/map/map.h"
#include "model/fields.h"
#include "model/show.h"
#include "support/xml.h"
#include "text/prose/prose.h"
#include "text/uri.h"

#include <inttypes.h>
#include <string.h>

enum { STAGE_GAP = 32 }; /* pixels */

static const char version[] = "freeplane 1.6.0";
static const char font[] = "SansSerif";

struct mm {
	const struct outline *outline;
	struct xml xml;
	struct arena arena; /* for the topic under way */
	uint32_t arrow;     /* the first arrow that was not written yet */
};

/* Whether the text would be read as a page of HTML. */
static bool
is_page(const char *text)
{
	static const char tag[] = "html";
	text += strspn(text, " \t\r\n");
	if (*text++ != '<')
		return false;
	text += strspn(text, " \t\r\n");
	for (size_t i = 0; tag[i]; i++)
		if ((text[i] | 0x20) != tag[i])
			return false;
	return true;
}

/* The text as a page, for what would be read as one if it stood in an attribute. */
static void
put_text_page(struct mm *mm, const char *type, const char *html)
{
	xml_open(&mm->xml, "richcontent");
	xml_attribute(&mm->xml, "TYPE", type);
	xml_open(&mm->xml, "html");
	xml_open(&mm->xml, "head");
	xml_close(&mm->xml, "head");
	xml_open(&mm->xml, "body");
	xml_markup(&mm->xml, html);
	xml_close(&mm->xml, "body");
	xml_close(&mm->xml, "html");
	xml_close(&mm->xml, "richcontent");
}

/* The text as paragraphs of HTML, one a line. */
static const char *
paragraphs(struct mm *mm, const char *text)
{
	struct buf html = {0};
	for (size_t length; *text; text += length + (text[length] == '\n')) {
		length = strcspn(text, "\n");
		buf_puts(&html, "<p>");
		xml_escape(&html, arena_copy(&mm->arena, text, length));
		buf_puts(&html, "</p>");
	}
	const char *kept = arena_copy(&mm->arena, buf_text(&html), html.length);
	buf_free(&html);
	return kept;
}

/* Freeplane runs notes and attributes that begin with = as formulas. Topics have a mark against
 * that; here an invisible character goes before the text. */
static const char *
inert(struct mm *mm, const char *text)
{
	return text[strspn(text, " \t\r\n")] == '='
		   ? arena_printf(&mm->arena, "\xE2\x80\x8B%s", text)
		   : text;
}

static void
put_note(struct mm *mm, const struct topic *topic)
{
	const char *html = prose_html(&mm->arena, inert(mm, topic_note(topic)), 1, NULL);
	put_text_page(mm, "NOTE",
		      *html == '<' ? html : arena_printf(&mm->arena, "<p>%s</p>", html));
}

static void
put_link(struct mm *mm, const struct topic *topic)
{
	if (topic_href(topic))
		xml_attribute(&mm->xml, "LINK", uri_of(&mm->arena, topic_href(topic), URI_ASCII));
	else if (topic->target != TOPIC_NONE)
		xml_attributef(&mm->xml, "LINK", "#ID_%" PRIu64,
			       mm->outline->topics[topic->target].id);
}

/* Boxes are filled with the role's colour; what belongs to a role elsewhere is written in it. */
static bool
is_box(const struct topic *topic)
{
	return topic->sort == TOPIC_STAGE || topic->sort == TOPIC_ROLE ||
	       topic->sort == TOPIC_PROCESS;
}

static void
put_colors(struct mm *mm, const struct topic *topic)
{
	uint32_t color = topic->color                   ? topic->color
			 : topic->sort == TOPIC_PROCESS ? 0x263238
			 : topic->sort == TOPIC_STAGE   ? 0x455A64
							: 0;
	if (is_box(topic)) {
		xml_attribute(&mm->xml, "COLOR", color ? "#ffffff" : "#000000");
		if (color)
			xml_attributef(&mm->xml, "BACKGROUND_COLOR", "#%06" PRIx32, color);
		xml_attribute(&mm->xml, "STYLE", "bubble");
	} else if (color) {
		xml_attributef(&mm->xml, "COLOR", "#%06" PRIx32, color);
	}
}

static void
put_attributes(struct mm *mm, uint32_t number)
{
	const struct topic *topic = &mm->outline->topics[number];
	const char *line = topic_line(topic, &mm->arena),
		   *mark = topic_mark(mm->outline, number, &mm->arena);
	if (!is_page(line))
		xml_attribute(&mm->xml, "TEXT", line);
	if (*line == '=' || *line == '\\' || *line == '\'')
		xml_attribute(&mm->xml, "FORMAT", "NO_FORMAT");
	xml_attributef(&mm->xml, "ID", "ID_%" PRIu64, topic->id);
	if (topic->depth == 1)
		xml_attribute(&mm->xml, "POSITION", topic->left ? "left" : "right");
	if (!topic->depth ||
	    topic->folded) /* Freeplane folds everything unless the root says not to */
		xml_attribute(&mm->xml, "FOLDED", topic->depth ? "true" : "false");
	if (!topic->depth) /* between the branches of the stages, which stick together without;
			      FreeMind knows it as well */
		xml_attributef(&mm->xml, "VGAP", "%d", STAGE_GAP);
	put_colors(mm, topic);
	put_link(mm, topic);
	if (mark) /* Freeplane does not know it, and keeps it */
		xml_attribute(&mm->xml, "PRESALE", mark);
	if (is_page(line))
		put_text_page(mm, "NODE", paragraphs(mm, line));
}

static void
put_font(struct mm *mm, const struct topic *topic)
{
	int size = topic->sort == TOPIC_PROCESS   ? 18
		   : topic->sort == TOPIC_STAGE   ? 14
		   : topic->sort == TOPIC_SECTION ? 14
						  : 0;
	if (!size && topic->sort != TOPIC_ROLE)
		return;
	xml_open(&mm->xml, "font");
	xml_attribute(&mm->xml, "NAME", font);
	xml_attributef(&mm->xml, "SIZE", "%d", size ? size : 12);
	if (topic->sort != TOPIC_SECTION)
		xml_attribute(&mm->xml, "BOLD", "true");
	xml_close(&mm->xml, "font");
}

static void
put_edge(struct mm *mm, const struct topic *topic)
{
	if (topic->depth != 1)
		return;
	xml_open(&mm->xml, "edge");
	xml_attributef(&mm->xml, "COLOR", "#%06" PRIx32, topic->color ? topic->color : 0x78909C);
	xml_attribute(&mm->xml, "STYLE", "bezier");
	xml_attribute(&mm->xml, "WIDTH", "2");
	xml_close(&mm->xml, "edge");
}

static void
put_icon(struct mm *mm, const char *name)
{
	xml_open(&mm->xml, "icon");
	xml_attribute(&mm->xml, "BUILTIN", name);
	xml_close(&mm->xml, "icon");
}

/* Looks of fields that many know; the others do without. Names that Freeplane and FreeMind
 * share. */
static const char *const field_icons[FIELD_COUNT] = {
    [FIELD_PROCESS_deadline] = "hourglass",
    [FIELD_PROCESS_goal] = "flag-green",
    [FIELD_PROCESS_result] = "button_ok",
    [FIELD_STAGE_deadline] = "hourglass",
    [FIELD_STAGE_goal] = "flag-green",
    [FIELD_STAGE_result] = "button_ok",
    [FIELD_STAGE_criteria] = "list",
    [FIELD_STAGE_recommendations] = "idea",
    [FIELD_STAGE_problems] = "messagebox_warning",
    [FIELD_STAGE_attachments] = "attach",
    [FIELD_STAGE_outcomes] = "help",
    [FIELD_STEP_deadline] = "hourglass",
    [FIELD_STEP_result] = "button_ok",
    [FIELD_STEP_criteria] = "list",
    [FIELD_STEP_attachments] = "attach",
    [FIELD_STEP_outcomes] = "help",
    [FIELD_DOCUMENT_attachments] = "attach",
    [FIELD_RETROSPECTIVE_problems] = "messagebox_warning",
    [FIELD_PILOT_STAGE_result] = "button_ok",
};

static void
put_icons(struct mm *mm, const struct topic *topic)
{
	if (topic->sort == TOPIC_STAGE) { /* the number of the stage, a digit an icon */
		const char *digits = show_number(topic->entity, &mm->arena);
		for (; *digits; digits++)
			put_icon(mm, arena_printf(&mm->arena, "full-%c", *digits));
	}
	if (topic->key)
		put_icon(mm, "bookmark");
	if (topic->blocking)
		put_icon(mm, "stop-sign");
	if (topic->sort == TOPIC_FIELD && field_icons[topic->field->id])
		put_icon(mm, field_icons[topic->field->id]);
}

static void
put_attribute(struct mm *mm, const struct entity *entity, const struct field *field)
{
	bool prose;
	struct texts texts = show_field(mm->outline->voice, entity, field, &prose, &mm->arena);
	const char *value = "";
	for (uint32_t i = 0; i < texts.count; i++)
		value = arena_printf(&mm->arena, "%s%s%s", value, i ? ", " : "", texts.items[i].s);
	xml_open(&mm->xml, "attribute");
	xml_attribute(&mm->xml, "NAME", field_label(mm->outline->voice, field, &mm->arena));
	xml_attribute(&mm->xml, "VALUE", inert(mm, value));
	xml_close(&mm->xml, "attribute");
}

/* Deadlines and roles of stages and steps once more, as a table that Freeplane can filter and sort
 * by. */
static void
put_table(struct mm *mm, const struct topic *topic)
{
	if (topic->sort != TOPIC_STAGE && topic->sort != TOPIC_STEP)
		return;
	const struct field **fields = mm->outline->model->fields[topic->entity->kind];
	for (uint32_t i = 0; fields[i]; i++) {
		bool roles = field_is(fields[i], LEAF_REF) && field_refers(fields[i], KIND_ROLE);
		if ((roles || field_is(fields[i], LEAF_DURATION)) &&
		    field_is_set(topic->entity, fields[i]))
			put_attribute(mm, topic->entity, fields[i]);
	}
}

static void
put_arrow(struct mm *mm, const struct arrow *arrow)
{
	xml_open(&mm->xml, "arrowlink");
	xml_attributef(&mm->xml, "DESTINATION", "ID_%" PRIu64, mm->outline->topics[arrow->to].id);
	xml_attribute(&mm->xml, "COLOR",
		      arrow->back      ? "#c62828"
		      : arrow->outcome ? "#1565c0"
		      : arrow->plain   ? "#cfd8dc"
				       : "#78909c");
	xml_attribute(&mm->xml, "STARTARROW", "None");
	xml_attribute(&mm->xml, "ENDARROW", "Default");
	if (arrow->label)
		xml_attribute(&mm->xml, "MIDDLE_LABEL", inert(mm, arrow->label));
	if (arrow->back)
		xml_attribute(&mm->xml, "DASH", "6 4");
	xml_close(&mm->xml, "arrowlink");
}

static void
put_topic(struct mm *mm, uint32_t number)
{
	const struct topic *topic = &mm->outline->topics[number];
	xml_open(&mm->xml, "node");
	put_attributes(mm, number);
	put_edge(mm, topic);
	put_font(mm, topic);
	put_icons(mm, topic);
	if (topic_note(topic))
		put_note(mm, topic);
	put_table(mm, topic);
	for (;
	     mm->arrow < mm->outline->arrow_count && mm->outline->arrows[mm->arrow].from == number;
	     mm->arrow++)
		put_arrow(mm, &mm->outline->arrows[mm->arrow]);
	arena_free(&mm->arena);
}

static void
write_mm(const struct outline *outline, struct buf *out)
{
	struct mm mm = {.outline = outline, .xml = {.out = out}};
	xml_open(&mm.xml, "map");
	xml_attribute(&mm.xml, "version", version);
	xml_open(&mm.xml, "attribute_registry");
	xml_attribute(&mm.xml, "SHOW_ATTRIBUTES", "selected");
	xml_close(&mm.xml, "attribute_registry");
	for (uint32_t i = 0; i < outline->count; i++) {
		put_topic(&mm, i);
		for (uint32_t open = topic_ends(outline, i); open; open--)
			xml_close(&mm.xml, "node");
		map_flush(outline, out);
	}
	xml_close(&mm.xml, "map");
	buf_putc(out, '\n');
}

void
emit_mm(struct emission *emission)
{
	map_emit(emission, ".mm", write_mm);
}
