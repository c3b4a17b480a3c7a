/* SPDX-License-Identifier: MIT */
#include "import/flow.h"

#include "import/topics.h"
#include "import/drawn.h"
#include "import/value.h"
#include "model/fields.h"
#include "model/show.h"
#include "support/listed.h"
#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { LEVELS = 3 }; /* stage, step, sub-step */

static struct drawn_thing *
thing_of(const struct drawn_things *things, const struct flowchart_shape *shape)
{
	return map_get_number(&things->by_shape, (uint64_t)(uintptr_t)shape);
}

/* The name of a shape, which may go on in the next line, and lines like «Срок: 2 дня», which are
 * said of it. */
static struct foreign_topic
topic_of(struct assembly *assembly, const struct flowchart_shape *shape)
{
	struct buf name = {0}, note = {0};
	const char *text = shape->name;
	for (size_t length; *text; text += length + (text[length] == '\n')) {
		length = strcspn(text, "\n");
		const char *line = arena_copy(assembly->arena, text, length);
		if (name.length && strstr(line, ": "))
			buf_printf(&note, "%s\n", line);
		else
			buf_printf(&name, "%s%s", name.length ? " " : "", line);
	}
	if (shape->note)
		buf_puts(&note, shape->note);
	struct foreign_topic topic = {
	    .text = assembly_name(assembly, buf_text(&name)),
	    .note = foreign_text(assembly->arena, buf_text(&note)),
	};
	topic.place = topic.text;
	buf_free(&name);
	buf_free(&note);
	return topic;
}

/* The named part that a shape stands in, or NULL. */
static const struct flowchart_shape *
part_of(const struct flowchart_shape *shape)
{
	const struct flowchart_shape *part = shape->within;
	while (part && (part->sort != FLOWCHART_PART || !*part->name))
		part = part->within;
	return part;
}

static size_t
parts_over(const struct flowchart_shape *shape)
{
	size_t count = 0;
	while ((shape = part_of(shape)))
		count++;
	return count;
}

static const struct flowchart_shape *
process_over(const struct flowchart_shape *shape)
{
	while (shape && shape->sort != FLOWCHART_PROCESS)
		shape = shape->within;
	return shape;
}

/* True for a lane of ours in which stands what nobody does. */
static bool
is_nobody(const struct flowchart_shape *lane)
{
	bool nobody = false;
	for (int lang = 0; lang < 2; lang++) {
		const struct voice voice = {.lang = lang};
		nobody = nobody || strcmp(lane->name, show_word(&voice, WORD_NO_ROLE)) == 0;
	}
	return nobody;
}

/* Whose work it is: of the lane, else of the part's lane, else of the pool. */
static const struct flowchart_shape *
lane_of(const struct flowchart_shape *shape)
{
	for (const struct flowchart_shape *one = shape; one; one = one->within)
		if (one->lane && *one->lane->name)
			return is_nobody(one->lane) ? NULL : one->lane;
	const struct flowchart_shape *process = process_over(shape);
	return process && process->pool && *process->pool->name ? process->pool : NULL;
}

static void
take_role(struct assembly *assembly, const struct flowchart_shape *shape, bool external)
{
	struct foreign_topic topic = topic_of(assembly, shape);
	struct piece_source source = assembly_source(assembly, topic.text);
	struct import_piece *role = assembly_add_role(assembly, topic.text, source);
	const struct field *field = field_row(FIELD_ROLE_external);
	topics_take_note(assembly, KIND_ROLE, role, field_row(FIELD_ROLE_duties), &topic);
	if (external && !piece_find(role, field))
		piece_put(role, field, assembly_text(assembly, "true", source))->guessed = true;
}

/* Pools without a process are others, with whom messages are exchanged; a pool with lanes is the
 * house, and no role. The only pool, without lanes, is called like the process. */
static void
take_roles(struct assembly *assembly, const struct flowchart *chart)
{
	size_t pools = 0;
	for (const struct flowchart_shape *shape = chart->shapes; shape; shape = shape->next)
		pools += shape->sort == FLOWCHART_POOL;
	for (struct flowchart_shape *shape = chart->shapes; shape; shape = shape->next)
		if (shape->sort == FLOWCHART_PROCESS && shape->pool && pools == 1)
			shape->pool = NULL;
	for (const struct flowchart_shape *shape = chart->shapes; shape; shape = shape->next) {
		const struct flowchart_shape *role =
		    flowchart_is_work(shape) ? lane_of(shape) : NULL;
		if (shape->sort == FLOWCHART_LANE && *shape->name && !is_nobody(shape))
			take_role(assembly, shape, false);
		else if (shape->sort == FLOWCHART_POOL && *shape->name && !*shape->refers &&
			 pools > 1)
			take_role(assembly, shape, true);
		else if (role && role->sort == FLOWCHART_POOL)
			take_role(assembly, role, false);
	}
}

/* A new thing at the end of the list in which it stands. */
static struct drawn_thing *
add_thing(struct drawn_things *things, struct drawn_thing *above,
	  const struct flowchart_shape *shape)
{
	struct drawn_thing *thing = arena_alloc(things->assembly->arena, sizeof *thing);
	struct drawn_thing **first = above ? &above->first : &things->first,
			   **last = above ? &above->last : &things->last;
	*thing = (struct drawn_thing){.shape = shape,
				      .id = "",
				      .above = above,
				      .before = *last,
				      .kind = above ? (enum kind)KIND_STEP : (enum kind)KIND_STAGE};
	*(*last ? &(*last)->next : first) = thing;
	*last = thing;
	*map_at_number(&things->by_shape, (uint64_t)(uintptr_t)shape) = thing;
	return thing;
}

/* The thing that a shape belongs to: of its part, else of its group, which is made with the
 * first shape in it; below a sub-step there is nothing more. */
static struct drawn_thing *
above_of(struct drawn_things *things, const struct flowchart_shape *shape)
{
	const struct flowchart_shape *part = part_of(shape);
	struct drawn_thing *above = part ? thing_of(things, part) : NULL;
	if (!part && shape->group)
		above = thing_of(things, shape->group);
	if (!part && shape->group && !above)
		above = add_thing(things, NULL, shape->group);
	unsigned level = 1;
	for (const struct drawn_thing *one = above; one; one = one->above)
		level++;
	return level > LEVELS ? above->above : above;
}

struct placed {
	const struct flowchart_shape *shape;
	size_t parts;
};

/* Parts before what is in them, then as the work goes. */
static int
compare(const void *a, const void *b)
{
	const struct placed *one = a, *other = b;
	if (one->parts != other->parts)
		return one->parts < other->parts ? -1 : 1;
	return one->shape->rank < other->shape->rank ? -1 : one->shape->rank > other->shape->rank;
}

static void
make_things(struct drawn_things *things)
{
	size_t count = 0;
	struct placed *placed =
	    arena_array(things->assembly->arena, things->chart->shape_count, sizeof *placed);
	for (const struct flowchart_shape *shape = things->chart->shapes; shape;
	     shape = shape->next)
		if (flowchart_is_work(shape))
			placed[count++] = (struct placed){shape, parts_over(shape)};
	qsort(placed, count, sizeof *placed, compare);
	for (size_t i = 0; i < count; i++)
		add_thing(things, above_of(things, placed[i].shape), placed[i].shape);
}

/* A stage whose only step is called like it has no steps. */
static void
join_only(struct drawn_things *things)
{
	struct arena *arena = things->assembly->arena;
	for (struct drawn_thing *stage = things->first; stage; stage = stage->next) {
		struct drawn_thing *only = stage->first;
		if (stage->shape->sort != FLOWCHART_GROUP || !only || only->next || only->first)
			continue;
		const char *name = topic_of(things->assembly, stage->shape).text,
			   *other = topic_of(things->assembly, only->shape).text;
		if (strcmp(utf8_fold(arena, name, FOLD_CASE), utf8_fold(arena, other, FOLD_CASE)))
			continue;
		stage->shape = only->shape;
		stage->first = stage->last = NULL;
		*map_at_number(&things->by_shape, (uint64_t)(uintptr_t)only->shape) = stage;
	}
}

static void
take_thing(struct drawn_things *things, struct drawn_thing *thing)
{
	struct assembly *a = things->assembly;
	bool stage = thing->kind == KIND_STAGE;
	struct foreign_topic topic = topic_of(a, thing->shape);
	struct piece_source source = assembly_source(a, topic.text);
	const struct flowchart_shape *role =
	    thing->shape->sort == FLOWCHART_GROUP ? NULL : lane_of(thing->shape);
	if (stage) {
		thing->piece = assembly_add_stage(a, topic.text, source);
	} else {
		const struct field *list = field_row(
		    thing->above->kind == KIND_STAGE ? FIELD_STAGE_steps : FIELD_STEP_steps);
		thing->piece = piece_add(piece_make_list(a->arena, thing->above->piece, list),
					 piece_map(a->arena));
		piece_put(thing->piece, field_row(FIELD_STEP_name),
			  assembly_text(a, topic.text, source));
	}
	thing->name = topic.text;
	if (role && !thing->first) {
		struct heading_meaning heading = {
		    .sort = HEADING_KEY,
		    .field = field_row(stage ? FIELD_STAGE_responsible : FIELD_STEP_role)};
		const char *name = topic_of(a, role).text;
		piece_add_text(a->arena, thing->piece, heading.field,
			       assembly_text(a, assembly_role(a, name, source), source));
	}
	topics_take_note(a, thing->kind, thing->piece,
			 field_row(stage ? FIELD_STAGE_description : FIELD_STEP_description),
			 &topic);
}

/* What is mentioned by a name has to be the only one of it: else it gets an id. */
static void
tell_apart(struct drawn_things *things)
{
	struct arena *arena = things->assembly->arena;
	struct map known = {0};
	static const char *const reserved[] = {"end", "конец", NULL};
	for (struct drawn_thing *thing = things->first; thing; thing = drawn_following(thing)) {
		const char *folded = utf8_fold(arena, thing->name, FOLD_CASE);
		void **there = map_at(&known, folded);
		if (*there || strchr(thing->name, '/') || listed_is(reserved, folded)) {
			bool stage = thing->kind == KIND_STAGE;
			thing->id =
			    arena_printf(arena, stage ? "stage-%u" : "step-%u", thing->place);
			piece_put(thing->piece, field_row(stage ? FIELD_STAGE_id : FIELD_STEP_id),
				  assembly_text(things->assembly, thing->id,
						assembly_source(things->assembly, thing->name)));
		}
		*there = thing;
	}
	map_free(&known);
}

static void
take_things(struct drawn_things *things)
{
	uint32_t place = 0;
	make_things(things);
	join_only(things);
	for (struct drawn_thing *thing = things->first; thing; thing = drawn_following(thing)) {
		thing->place = ++place;
		take_thing(things, thing);
	}
	tell_apart(things);
	drawn_take_routes(things);
	map_free(&things->by_shape);
}

static void
say(struct assembly *assembly, enum field_id id, const char *text)
{
	struct import_piece *process = assembly_process(assembly);
	const struct field *field = field_row(id);
	if (*text && !piece_find(process, field))
		piece_put(process, field,
			  assembly_text(assembly, text, assembly_source(assembly, text)));
}

/* What begins the work as a whole, and what comes of it, where there is one of each that says more
 * than that it is one. */
static void
take_ends(struct assembly *assembly, const struct flowchart *chart, enum flowchart_sort sort,
	  enum field_id id)
{
	static const char *const plain[] = {"start", "end",    "finish", "старт",
					    "конец", "начало", "финиш",  NULL};
	const struct flowchart_shape *only = NULL;
	size_t count = 0;
	for (const struct flowchart_shape *shape = chart->shapes; shape; shape = shape->next)
		if (shape->sort == sort && *shape->name && !part_of(shape)) {
			only = shape;
			count++;
		}
	if (count == 1 && !listed_is(plain, utf8_fold(assembly->arena, only->name, FOLD_CASE)))
		say(assembly, id, topic_of(assembly, only).text);
}

/* The process has the name of its pool, or its own. */
static void
take_process(struct assembly *assembly, const struct foreign *foreign)
{
	size_t count = 0;
	for (const struct flowchart_shape *shape = foreign->chart->shapes; shape;
	     shape = shape->next)
		count += shape->sort == FLOWCHART_PROCESS;
	for (const struct flowchart_shape *shape = foreign->chart->shapes; shape;
	     shape = shape->next) {
		if (shape->sort != FLOWCHART_PROCESS)
			continue;
		struct foreign_topic topic = topic_of(assembly, shape);
		if (count == 1)
			say(assembly, FIELD_PROCESS_name,
			    shape->pool ? topic_of(assembly, shape->pool).text : topic.text);
		topics_take_note(assembly, KIND_PROCESS, assembly_process(assembly),
				 field_row(FIELD_PROCESS_scope), &topic);
	}
	take_ends(assembly, foreign->chart, FLOWCHART_START, FIELD_PROCESS_trigger);
	take_ends(assembly, foreign->chart, FLOWCHART_END, FIELD_PROCESS_result);
}

/* What is sent where it begins nothing. */
static void
tell_messages(struct assembly *assembly, const struct flowchart *chart)
{
	for (const struct flowchart_edge *edge = chart->edges; edge; edge = edge->next) {
		const struct flowchart_shape *from = edge->origin, *to = edge->target;
		if (edge->sort != FLOWCHART_MESSAGE || edge->taken)
			continue;
		const char *ends = arena_printf(assembly->arena, "%s → %s",
						from && *from->name ? from->name : edge->from,
						to && *to->name ? to->name : edge->to);
		assembly_remark(
		    assembly, REMARK_MESSAGE, assembly_source(assembly, edge->id),
		    *edge->name ? arena_printf(assembly->arena, "%s: %s", ends, edge->name) : ends,
		    NULL);
	}
}

/* What a chart shows and a process does not have. */
static void
tell_lost(struct assembly *assembly, const struct flowchart *chart)
{
	static const char *const unnamed[] = {[FLOWCHART_TASK] = "task",
					      [FLOWCHART_PART] = "subProcess",
					      [FLOWCHART_GROUP] = "group"};
	for (const struct flowchart_shape *shape = chart->shapes; shape; shape = shape->next) {
		struct piece_source source = assembly_source(assembly, shape->id);
		bool aside = shape->sort == FLOWCHART_DATA || shape->sort == FLOWCHART_REMARK;
		if (aside && *shape->name)
			assembly_remark(assembly, REMARK_STRAY, source,
					topic_of(assembly, shape).text, NULL);
		else if (!*shape->name && shape->sort <= FLOWCHART_GROUP && unnamed[shape->sort])
			assembly_remark(assembly, REMARK_NO_NAME, source, unnamed[shape->sort],
					NULL);
		if (shape->sort == FLOWCHART_START)
			for (const struct flowchart_edge *edge = shape->edges; edge;
			     edge = edge->beside)
				if (edge->target->sort == FLOWCHART_CHOICE && edge->target->edges &&
				    edge->target->edges->beside)
					assembly_remark(assembly, REMARK_NO_STEP_BEFORE, source,
							topic_of(assembly, edge->target).text,
							NULL);
	}
}

void
flow_take(struct assembly *assembly, const struct foreign *foreign)
{
	struct drawn_things things = {.assembly = assembly, .chart = foreign->chart};
	if (!foreign->chart)
		return;
	take_process(assembly, foreign);
	take_roles(assembly, foreign->chart);
	take_things(&things);
	tell_lost(assembly, foreign->chart);
	tell_messages(assembly, foreign->chart);
}
