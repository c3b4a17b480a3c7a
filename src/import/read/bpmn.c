/* SPDX-License-Identifier: MIT */
/* Every program has prefixes of its own for the same elements, and adds elements that only it
 * knows: names count without their prefix, and what is not in the tables is passed by, with all
 * that is in it. Engines put much into a chart that people never see; only what they see is taken.
 */
#include "import/read/bpmn.h"

#include "files/wellformed.h"
#include "import/read/flowchart.h"
#include "support/buf.h"

#include <stdlib.h>
#include <string.h>

/* What stands in an element as text. */
enum bpmn_text { TEXT_NONE, TEXT_NOTE, TEXT_REMARK, TEXT_LISTED };

struct bpmn_reader {
	struct foreign *foreign;
	struct flowchart *chart;
	struct flowchart_shape
	    *open[WELLFORMED_DEPTH + 2]; /* by depth: the shape that is open there */
	size_t depth;
	unsigned passed; /* how deep within what only another program knows */
	struct flowchart_shape *drawn;
	bool label; /* a box that is open is of a name, not of the shape */
	bool full;
	enum bpmn_text reads;
	struct buf text;
};

static const struct {
	const char *name;
	enum flowchart_sort sort;
	const char *name_key, *refers_key;
} shapes[] = {
    {"task", FLOWCHART_TASK, "name", "default"},
    {"userTask", FLOWCHART_TASK, "name", "default"},
    {"manualTask", FLOWCHART_TASK, "name", "default"},
    {"serviceTask", FLOWCHART_TASK, "name", "default"},
    {"scriptTask", FLOWCHART_TASK, "name", "default"},
    {"sendTask", FLOWCHART_TASK, "name", "default"},
    {"receiveTask", FLOWCHART_TASK, "name", "default"},
    {"businessRuleTask", FLOWCHART_TASK, "name", "default"},
    {"callActivity", FLOWCHART_TASK, "name", "default"},
    {"subProcess", FLOWCHART_PART, "name", "default"},
    {"adHocSubProcess", FLOWCHART_PART, "name", "default"},
    {"transaction", FLOWCHART_PART, "name", "default"},
    {"exclusiveGateway", FLOWCHART_CHOICE, "name", "default"},
    {"inclusiveGateway", FLOWCHART_CHOICE, "name", "default"},
    {"complexGateway", FLOWCHART_CHOICE, "name", "default"},
    {"eventBasedGateway", FLOWCHART_CHOICE, "name", "default"},
    {"parallelGateway", FLOWCHART_FORK, "name", "default"},
    {"startEvent", FLOWCHART_START, "name", "default"},
    {"endEvent", FLOWCHART_END, "name", "default"},
    {"intermediateCatchEvent", FLOWCHART_EVENT, "name", "default"},
    {"intermediateThrowEvent", FLOWCHART_EVENT, "name", "default"},
    {"boundaryEvent", FLOWCHART_BORDER, "name", "attachedToRef"},
    {"process", FLOWCHART_PROCESS, "name", "default"},
    {"participant", FLOWCHART_POOL, "name", "processRef"},
    {"lane", FLOWCHART_LANE, "name", "default"},
    {"group", FLOWCHART_GROUP, "name", "categoryValueRef"},
    {"categoryValue", FLOWCHART_TITLE, "value", "default"},
    {"textAnnotation", FLOWCHART_REMARK, "name", "default"},
    {"dataObjectReference", FLOWCHART_DATA, "name", "default"},
    {"dataStoreReference", FLOWCHART_DATA, "name", "default"},
};

/* Of charts of ours. */
static const char mark_name[] = "presale:was";

enum { SHAPES = sizeof shapes / sizeof *shapes };

static const struct {
	const char *name;
	int sort;
} edges[] = {{"sequenceFlow", FLOWCHART_SEQUENCE},
	     {"messageFlow", FLOWCHART_MESSAGE},
	     {"association", FLOWCHART_TIE}};

enum { EDGES = sizeof edges / sizeof *edges };

static const struct {
	const char *name;
	enum bpmn_text reads;
} texts[] = {{"documentation", TEXT_NOTE}, {"text", TEXT_REMARK}, {"flowNodeRef", TEXT_LISTED}};

enum { TEXTS = sizeof texts / sizeof *texts };

/* The value of an attribute without blanks round it, in the arena; "" when there is none. */
static const char *
attribute(const struct bpmn_reader *r, const char *const *attributes, const char *name)
{
	for (size_t i = 0; attributes[i]; i += 2)
		if (strcmp(attributes[i], name) == 0)
			return foreign_text(r->foreign->arena, attributes[i + 1]);
	return "";
}

/* A reference may have a prefix of its own, as names of XML have. */
static const char *
reference(const struct bpmn_reader *r, const char *const *attributes, const char *name)
{
	const char *id = attribute(r, attributes, name);
	return flowchart_find(r->chart, id) ? id : wellformed_local(id);
}

/* False, with a remark, when there are more shapes and edges than any chart has. */
static bool
count_one(struct bpmn_reader *r)
{
	r->full = r->full || ++r->foreign->topic_count > FOREIGN_TOPICS;
	return !r->full;
}

static void
begin_shape(struct bpmn_reader *r, size_t which, const char *const *attributes)
{
	struct flowchart_shape *shape =
	    flowchart_add_shape(r->chart, shapes[which].sort, attribute(r, attributes, "id"));
	shape->name = attribute(r, attributes, shapes[which].name_key);
	shape->refers = reference(r, attributes, shapes[which].refers_key);
	shape->within = r->depth ? r->open[r->depth - 1] : NULL;
	shape->mark = attribute(r, attributes, mark_name);
	r->open[r->depth] = shape;
}

static void
begin_edge(struct bpmn_reader *r, int sort, const char *const *attributes)
{
	struct flowchart_edge *edge = flowchart_add_edge(r->chart);
	edge->sort = sort;
	edge->id = attribute(r, attributes, "id");
	edge->name = attribute(r, attributes, "name");
	edge->from = reference(r, attributes, "sourceRef");
	edge->to = reference(r, attributes, "targetRef");
	edge->mark = attribute(r, attributes, mark_name);
}

/* What is drawn: whose picture it is, and where it lies. */
static void
begin_picture(struct bpmn_reader *r, const char *name, const char *const *attributes)
{
	if (strcmp(name, "BPMNShape") == 0)
		r->drawn = flowchart_find(r->chart, reference(r, attributes, "bpmnElement"));
	else if (strcmp(name, "BPMNLabel") == 0)
		r->label = true;
	if (strcmp(name, "Bounds") != 0 || !r->drawn || r->label || r->drawn->width > 0)
		return;
	r->drawn->left = strtod(attribute(r, attributes, "x"), NULL);
	r->drawn->top = strtod(attribute(r, attributes, "y"), NULL);
	r->drawn->width = strtod(attribute(r, attributes, "width"), NULL);
	r->drawn->height = strtod(attribute(r, attributes, "height"), NULL);
}

static void
begin_known(struct bpmn_reader *r, const char *name, const char *const *attributes)
{
	for (size_t i = 0; i < SHAPES; i++)
		if (strcmp(shapes[i].name, name) == 0 && count_one(r))
			begin_shape(r, i, attributes);
	for (size_t i = 0; i < EDGES; i++)
		if (strcmp(edges[i].name, name) == 0 && count_one(r))
			begin_edge(r, edges[i].sort, attributes);
	for (size_t i = 0; i < TEXTS; i++)
		if (strcmp(texts[i].name, name) == 0) {
			r->reads = texts[i].reads;
			buf_clear(&r->text);
		}
	begin_picture(r, name, attributes);
	if (strcmp(name, "definitions") == 0) {
		r->foreign->title = attribute(r, attributes, "name");
		r->chart->mark = attribute(r, attributes, mark_name);
	}
}

static void
begin_element(void *data, const char *name, const char *const *attributes)
{
	struct bpmn_reader *r = data;
	name = wellformed_local(name);
	r->open[r->depth] = r->depth ? r->open[r->depth - 1] : NULL;
	if (strcmp(name, "extensionElements") == 0 || r->passed)
		r->passed++;
	else
		begin_known(r, name, attributes);
	r->depth++;
}

static void
add_text(void *data, const char *bytes, size_t length)
{
	struct bpmn_reader *r = data;
	if (r->reads)
		buf_add(&r->text, bytes, length);
}

static void
take_text(struct bpmn_reader *r, struct flowchart_shape *shape)
{
	const char *text = foreign_text(r->foreign->arena, buf_text(&r->text));
	if (!shape || !*text)
		return;
	if (r->reads == TEXT_NOTE)
		shape->note = shape->note
				  ? arena_printf(r->foreign->arena, "%s\n%s", shape->note, text)
				  : text;
	else if (r->reads == TEXT_REMARK && shape->sort == FLOWCHART_REMARK)
		shape->name = text;
	else if (r->reads == TEXT_LISTED && shape->sort == FLOWCHART_LANE)
		flowchart_put_into(r->chart, shape, text);
}

static void
end_element(void *data, const char *name)
{
	struct bpmn_reader *r = data;
	name = wellformed_local(name);
	if (!r->depth) /* one more may be told of when it is nested too deep */
		return;
	r->depth--;
	if (r->passed) {
		r->passed--;
		return;
	}
	if (r->reads)
		take_text(r, r->depth ? r->open[r->depth - 1] : NULL);
	r->reads = TEXT_NONE;
	if (strcmp(name, "BPMNLabel") == 0)
		r->label = false;
	else if (strcmp(name, "BPMNShape") == 0)
		r->drawn = NULL;
}

bool
bpmn_looks_like(const char *text)
{
	while (*text == '<' && (text[1] == '?' || text[1] == '!')) {
		bool comment = strncmp(text, "<!--", strlen("<!--")) == 0;
		const char *end = strstr(text, comment ? "-->" : ">");
		if (!end)
			return false;
		text = end + (comment ? strlen("-->") : 1);
		text += strspn(text, " \t\r\n");
	}
	size_t length = strcspn(text, " \t\r\n/>");
	const char *const name = "definitions";
	return length > strlen(name) &&
	       strncmp(text + length - strlen(name), name, strlen(name)) == 0;
}

bool
bpmn_read(struct foreign *foreign, const char *text)
{
	static const enum remark_id ids[] = {[WELLFORMED_BROKEN] = REMARK_DAMAGED,
					     [WELLFORMED_DOCTYPE] = REMARK_DOCTYPE,
					     [WELLFORMED_DEEP] = REMARK_DEEP};
	struct flowchart *chart = arena_alloc(foreign->arena, sizeof *chart);
	chart->arena = foreign->arena;
	chart->mark = "";
	struct bpmn_reader r = {.foreign = foreign, .chart = chart};
	const struct wellformed_reader reader = {
	    .element = begin_element, .end = end_element, .text = add_text, .data = &r};
	enum wellformed_fault fault = wellformed_read(&reader, text, strlen(text));
	buf_free(&r.text);
	if (!fault && !r.full)
		flowchart_settle(chart);
	flowchart_end(chart);
	foreign->chart = chart;
	if (r.full)
		return foreign_remark(foreign, REMARK_TOO_MUCH, NULL,
				      arena_printf(foreign->arena, "%d", FOREIGN_TOPICS));
	return !fault ||
	       foreign_remark(foreign, ids[fault], NULL,
			      fault == WELLFORMED_DEEP
				  ? arena_printf(foreign->arena, "%d", (int)WELLFORMED_DEPTH)
				  : "XML");
}
