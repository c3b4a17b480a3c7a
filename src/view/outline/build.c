/* SPDX-License-Identifier: MIT */
/* The walk over the field table, from the document down: which topics there are, with their texts,
 * colours and ids. Recursion goes as deep as kinds nest in the field table, not as the user
 * likes. */
#include "view/outline/build.h"

#include "draw/accent.h"
#include "draw/pen/svg_color.h"
#include "model/fields.h"
#include "model/show.h"
#include "model/variant.h"
#include "model/visit.h"
#include "plan/part.h"
#include "plan/part_said.h"
#include "plan/pilot.h"
#include "support/hash.h"
#include "support/utf8.h"
#include "text/prose/prose.h"
#include "text/uri.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	TEXT_MAX = 240, /* characters of prose in a topic; longer prose goes to the note */
	CUT_AT = 160,   /* characters of its beginning that stay */
};

/* What a new topic is made of; the rest is filled in later. */
struct seed {
	enum topic_sort sort;
	const char *text;
	const char *member; /* part of its id */
	const char *key;    /* part of its id: the entity's, or NULL */
	uint32_t number;    /* part of its id, where it has no key and is one of several */
	const struct entity *entity;
	const struct field *field;
};

static uint32_t
add_topic(struct outline_builder *b, uint32_t parent, struct seed seed)
{
	struct outline *outline = b->outline;
	if (outline->count == b->capacity) {
		uint32_t capacity = b->capacity ? b->capacity * 2 : 64;
		outline->topics = block_grow(outline->topics, b->capacity * sizeof *outline->topics,
					     capacity * sizeof *outline->topics);
		b->capacity = capacity;
	}
	uint32_t self = outline->count++;
	struct topic *topic = &outline->topics[self];
	*topic = (struct topic){.text = seed.text,
				.sort = (uint8_t)seed.sort,
				.parent = parent,
				.target = TOPIC_NONE,
				.next = self + 1};
	if (seed.entity)
		topic->entity = seed.entity;
	else
		topic->field = seed.field;
	topic->id = topic_id_of(parent == TOPIC_NONE ? HASH_FNV : outline->topics[parent].id,
				seed.member ? seed.member : "", seed.key, seed.number);
	if (parent == TOPIC_NONE)
		return self;
	topic->depth = (outline->topics[parent].depth + 1u) & 0xFF;
	outline->topics[parent].children++;
	return self;
}

static struct topic *
at(struct outline_builder *b, uint32_t topic)
{
	return &b->outline->topics[topic];
}

/* The title of a field as a topic. */
static uint32_t
add_heading(struct outline_builder *b, uint32_t parent, const struct field *field)
{
	const char *title = field_label(b->outline->voice, field, b->arena);
	return add_topic(
	    b, parent,
	    (struct seed){
		.sort = TOPIC_FIELD, .text = title, .member = field->member, .field = field});
}

static void
add_lead(struct outline_builder *b, struct lead lead)
{
	if (!lead.to)
		return;
	b->leads = list_grow(b->leads, b->lead_count, sizeof *b->leads);
	b->leads[b->lead_count++] = lead;
	b->ends = b->ends || lead.to->kind == KIND_END;
}

/* The beginning of a long text: its first line, cut between words. */
static const char *
beginning(struct outline_builder *b, const char *text)
{
	size_t length = strcspn(text, "\n"), begins = utf8_beginning(text, length, CUT_AT);
	return arena_printf(b->arena, "%.*s%s", (int)begins, text, begins == length ? " …" : "…");
}

static bool
is_long(const char *plain)
{
	return strchr(plain, '\n') ||
	       (strlen(plain) > TEXT_MAX && utf8_count(plain, strlen(plain)) > TEXT_MAX);
}

/* The address of the first link in a prose; of an address without markup only where it is all there
 * is: a click on a long text is not meant to write a letter. */
static const char *
first_link(struct outline_builder *b, const char *prose)
{
	bool marked = strpbrk(prose, "[<") != NULL;
	if (!marked && strpbrk(prose, " \n"))
		return NULL;
	struct runs runs = prose_runs(b->arena, prose);
	for (size_t i = 0; i < runs.count; i++)
		if (runs.items[i].href && (marked || runs.count == 1))
			return runs.items[i].href;
	return NULL;
}

static void
set_more(struct outline_builder *b, uint32_t topic, const char *note, const char *href)
{
	if (!note && !href)
		return;
	struct topic_more *more = arena_alloc(b->arena, sizeof *more);
	*more = (struct topic_more){note, href};
	at(b, topic)->more = more;
}

/* The only item of a list is a topic: it needs no mark of an item. */
static const char *
without_mark(const char *plain)
{
	static const char mark[] = "• ";
	bool alone = strncmp(plain, mark, strlen(mark)) == 0 && !strchr(plain, '\n');
	return alone ? plain + strlen(mark) : plain;
}

/* Gives a topic its text; prose that is too long leaves its beginning, or nothing where the title
 * of a field stands. */
static void
set_text(struct outline_builder *b, uint32_t topic, const char *text, bool prose, const char *title)
{
	const char *plain = prose ? without_mark(prose_plain(b->arena, text)) : text;
	bool noted = prose && is_long(plain);
	set_more(b, topic, noted ? text : NULL, prose ? first_link(b, text) : NULL);
	at(b, topic)->title = noted ? NULL : title;
	at(b, topic)->cut = noted && !title;
	at(b, topic)->text = !noted ? plain : title ? title : beginning(b, plain);
}

static void
set_role(struct outline_builder *b, uint32_t topic, const struct entity *role)
{
	if (!role || role->kind != KIND_ROLE)
		return;
	at(b, topic)->color = show_role_color(role_of(role)) & 0xFFFFFF;
}

static const struct entity *
first_role(const struct variant_value *value)
{
	return value->roles.count ? value->roles.items[0].to : NULL;
}

/* What one value refers to: the i-th of a list of references or things. */
static const struct entity *
referred(const struct entity *entity, const struct field *field, uint32_t i, bool aligned)
{
	struct leaves leaves = leaves_of(entity, field, LEAF_REF | LEAF_THING);
	struct leaf leaf;
	const struct by_variant *by = variant_values(entity, field);
	if (by && field_is(field, LEAF_REF) && i < by->values.count)
		return first_role(variant_value_at(&by->values, i));
	if (field_is(field, LEAF_NOTE) || (field_is_list(field) && !aligned))
		return NULL;
	leaves.item = i;
	if (!leaves_next(&leaves, &leaf))
		return NULL;
	if (leaf.type == LEAF_REF)
		return leaf_ref(&leaf)->to;
	const struct entity *item = leaf_thing(&leaf);
	if (item->kind == KIND_OUTCOME)
		return outcome_targets(outcome_of(item))->count == 1
			   ? outcome_targets(outcome_of(item))->items[0].to
			   : NULL;
	struct note note;
	return entity_as_note(item, &note) ? note.key.to : NULL;
}

static uint32_t
value_count(const struct entity *entity, const struct field *field)
{
	bool counted = field_is(field, LEAF_REF) || field_is(field, LEAF_THING);
	return counted && field_is_list(field)
		   ? leaves_of(entity, field, LEAF_REF | LEAF_THING).count
		   : 1;
}

/* A material's topic leads to it; an address that may not be a link is shown behind the title. */
static void
set_address(struct outline_builder *b, uint32_t topic, const struct attachment *attachment)
{
	const struct attachment seen = show_attachment(b->outline->voice, attachment);
	const char *href = seen.href.s;
	if (!href || !*href)
		return;
	if (uri_is_link(href))
		set_more(b, topic, topic_note(at(b, topic)), href);
	else if (seen.title.s)
		at(b, topic)->text = arena_printf(b->arena, "%s (%s)", at(b, topic)->text, href);
}

/* Where a value's topic leads: another topic, or an address. */
static void
set_lead(struct outline_builder *b, uint32_t topic, const struct entity *entity,
	 const struct field *field, uint32_t i, bool aligned)
{
	const struct entity *to = referred(entity, field, i, aligned);
	set_role(b, topic, to);
	add_lead(b, (struct lead){.from = topic, .to = to, .sort = LEAD_LINK});
	if (!field_holds_list(field) || !aligned)
		return;
	const struct entity *item = ((const struct list *)field_value(entity, field))->items[i];
	if (item->kind == KIND_ATTACHMENT)
		set_address(b, topic, attachment_of(item));
}

static bool
is_outcomes(const struct field *field)
{
	return field_holds_list(field) && field_holds(field, KIND_OUTCOME);
}

/* A field as topics: its title with the one value behind it, or the title and the values below. */
static void
add_values(struct outline_builder *b, uint32_t parent, const struct entity *entity,
	   const struct field *field)
{
	bool prose;
	struct texts texts = show_field(b->outline->voice, entity, field, &prose, b->arena);
	const char *title = field_label(b->outline->voice, field, b->arena);
	if (!texts.count)
		return;
	bool aligned = texts.count == value_count(entity, field);
	uint32_t heading = add_heading(b, parent, field);
	if (texts.count == 1 && !field_is(field, LEAF_NOTE) && !is_outcomes(field)) {
		set_text(b, heading, texts.items[0].s, prose, title);
		set_lead(b, heading, entity, field, 0, aligned);
		return;
	}
	for (uint32_t i = 0; i < texts.count; i++) {
		struct seed seed = {.sort = is_outcomes(field) ? TOPIC_OUTCOME : TOPIC_VALUE,
				    .number = i + 1,
				    .field = field};
		uint32_t value = add_topic(b, heading, seed);
		set_text(b, value, texts.items[i].s, prose, NULL);
		set_lead(b, value, entity, field, i, aligned);
	}
}

static void
add_thing(struct outline_builder *b, uint32_t parent, const struct entity *entity,
	  const char *member);

static enum topic_sort
sort_of(enum kind kind)
{
	switch ((int)kind) {
	case KIND_STAGE:
		return TOPIC_STAGE;
	case KIND_STEP:
		return TOPIC_STEP;
	case KIND_ROLE:
		return TOPIC_ROLE;
	default:
		return TOPIC_THING;
	}
}

static void
add_things(struct outline_builder *b, uint32_t parent, const struct list *list, const char *member)
{
	for (uint32_t i = 0; i < list->count; i++)
		add_thing(b, parent, list->items[i], member);
}

static void
add_fields(struct outline_builder *b, uint32_t parent, const struct entity *entity,
	   const struct field *value);

/* A flag that is set stands there by its title. */
static void
add_flag(struct outline_builder *b, uint32_t parent, const struct entity *entity,
	 const struct field *field)
{
	const struct flag *flag = field_value(entity, field);
	if (flag->on)
		add_heading(b, parent, field);
}

static void
add_field(struct outline_builder *b, uint32_t parent, const struct entity *entity,
	  const struct field *field)
{
	const void *value = field_value(entity, field);
	bool list = field_is_list(field);
	if (field_is(field, LEAF_FLAG)) {
		add_flag(b, parent, entity, field);
	} else if (topic_of_things(field)) {
		bool bare = b->outline->drawn && field_holds(field, KIND_STEP);
		uint32_t heading = bare ? parent : add_heading(b, parent, field);
		if (list)
			add_things(b, heading, value, bare ? field->member : "");
		else
			add_fields(b, heading, *(struct entity *const *)value, NULL);
	} else {
		add_values(b, parent, entity, field);
	}
}

/* What the detailed map shows of stages and steps when it is drawn. */
static bool
is_drawn(const struct field *field)
{
	static const enum field_id drawn[] = {
	    FIELD_STAGE_deadline, FIELD_STAGE_responsible, FIELD_STAGE_accountable,
	    FIELD_STAGE_steps,    FIELD_STAGE_result,      FIELD_STAGE_outcomes,
	    FIELD_STEP_role,      FIELD_STEP_deadline,     FIELD_STEP_result,
	    FIELD_STEP_outcomes,  FIELD_STEP_steps};
	size_t i = 0, count = sizeof drawn / sizeof *drawn;
	while (i < count && field->id != drawn[i])
		i++;
	return i < count;
}

/* Whether the map at hand shows a field below the thing it belongs to. A name is the topic itself,
 * but for things that stand under the title of their field. */
static bool
is_shown(const struct outline_builder *b, const struct entity *entity, const struct field *field)
{
	if (!field_is_set(entity, field) ||
	    (field->flags & F_NAME && (kind_info(entity->kind)->flags & K_ID || entity->number)))
		return false;
	if (b->outline->drawn && entity->kind != KIND_PROCESS)
		return is_drawn(field);
	if (!b->outline->detailed || b->outline->drawn)
		return field->flags & F_BRIEF;
	return !(field->flags & F_PLUMBING) ||
	       (field_is(field, LEAF_FLAG) && !(field->flags & F_APPLIED));
}

/* True when a step says who does it for some of its variants only: for the others it is whoever its
 * stage says. */
static bool
is_partly_told(const struct outline_builder *b, const struct entity *step,
	       const struct field *field)
{
	const struct list *variants = &b->outline->model->document->variants;
	if (!variant_values(step, field))
		return false;
	for (uint32_t i = 0; i < variants->count; i++) {
		const struct entity *variant = variants->items[i];
		const struct refs *roles = variant_field(variant, step, field);
		if (!roles->pos.line && variant_has_whole(variant, step))
			return true;
	}
	return false;
}

/* Who does a step that does not say so, or not for all. */
static void
add_default_roles(struct outline_builder *b, uint32_t parent, const struct entity *step,
		  const struct field *field)
{
	const struct part_cases cases = part_cases(step, b->arena);
	const struct role **roles = cases.items[0].roles;
	const char *title = field_label(b->outline->voice, field, b->arena);
	if (!roles[0] && cases.count == 1)
		return;
	uint32_t heading = add_heading(b, parent, field);
	if (cases.count > 1) {
		set_text(b, heading, part_said(step, b->arena), false, title);
		return;
	}
	for (uint32_t i = 0; roles[i]; i++) {
		uint32_t topic = heading;
		if (roles[1])
			topic = add_topic(
			    b, heading,
			    (struct seed){.sort = TOPIC_VALUE, .number = i + 1, .field = field});
		set_text(b, topic, entity_name(&roles[i]->base), false, roles[1] ? NULL : title);
		set_role(b, topic, &roles[i]->base);
		add_lead(b, (struct lead){.from = topic, .to = &roles[i]->base, .sort = LEAD_LINK});
	}
}

/* Every field of a thing but its name and the value that stands behind it already. */
static void
add_fields(struct outline_builder *b, uint32_t parent, const struct entity *entity,
	   const struct field *value)
{
	const struct field **fields = b->outline->model->fields[entity->kind];
	for (; *fields; fields++) {
		const struct field *field = *fields;
		bool shown = field != value && is_shown(b, entity, field);
		if (field->id == FIELD_STEP_role && b->outline->detailed &&
		    (!field_is_set(entity, field) || is_partly_told(b, entity, field)))
			add_default_roles(b, parent, entity, field);
		else if (shown)
			add_field(b, parent, entity, field);
	}
}

/* The name of a thing; one that is named by a reference shows what it refers to. */
static const char *
name_of(struct outline_builder *b, const struct entity *entity)
{
	const struct field *field = field_flagged(entity->kind, F_NAME);
	bool prose;
	if (!field || field_is(field, LEAF_TEXT))
		return show_name(b->outline->voice, entity);
	struct texts texts = show_field(b->outline->voice, entity, field, &prose, b->arena);
	return texts.count ? prose ? prose_plain(b->arena, texts.items[0].s) : texts.items[0].s
			   : "";
}

/* The one short value that a thing is given by («term: definition»), to stand behind its name; or
 * NULL. */
static const struct field *
behind_name(struct outline_builder *b, uint32_t topic, const struct entity *entity,
	    const char *name)
{
	const struct field *field = field_flagged(entity->kind, F_VALUE);
	if (!field || !*name || !is_shown(b, entity, field))
		return NULL;
	bool prose;
	struct texts texts = show_field(b->outline->voice, entity, field, &prose, b->arena);
	if (texts.count != 1)
		return NULL;
	set_text(b, topic, texts.items[0].s, prose, name);
	return field;
}

static void
add_outcome_leads(struct outline_builder *b, uint32_t topic, const struct list *outcomes)
{
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct outcome *outcome = outcome_at(outcomes, i);
		const struct refs *targets = outcome_targets(outcome);
		for (uint32_t j = 0; j < targets->count; j++)
			add_lead(b,
				 (struct lead){.from = topic,
					       .to = targets->items[j].to,
					       .label = show_condition(b->outline->voice, outcome),
					       .sort = LEAD_OUTCOME});
	}
}

/* What a stage or step waits for, as the plan knows; `given`: the file says so. */
static void
add_after_leads(struct outline_builder *b, uint32_t topic, const struct entity *entity, bool given)
{
	const struct task *task = plan_task(b->plan, entity);
	for (uint32_t i = 0; task && i < task->after_count; i++)
		add_lead(b, (struct lead){.from = topic,
					  .to = task->after[i]->entity,
					  .sort = given ? LEAD_AFTER : LEAD_NEXT});
}

static void
add_relations(struct outline_builder *b, uint32_t topic, const struct entity *entity)
{
	if (entity->kind == KIND_STAGE) {
		const struct stage *stage = stage_of(entity);
		at(b, topic)->key = stage->key.on;
		at(b, topic)->blocking = stage->blocking.on;
		add_after_leads(b, topic, entity, stage->after.pos.line);
		add_outcome_leads(b, topic, &stage->outcomes);
	} else if (entity->kind == KIND_STEP) {
		const struct step *step = step_of(entity);
		at(b, topic)->key = step->key.on;
		at(b, topic)->blocking = step->blocking.on;
		add_after_leads(b, topic, entity, step->after.pos.line);
		add_outcome_leads(b, topic, &step->outcomes);
	}
}

/* How long a stage of a pilot was to take, beside how long it took. */
static void
add_planned(struct outline_builder *b, uint32_t parent, const struct pilot_stage *tried)
{
	const char *planned = pilot_planned(b->outline->voice, tried, b->arena);
	if (!*planned)
		return;
	uint32_t topic = add_topic(b, parent,
				   (struct seed){.sort = TOPIC_VALUE,
						 .member = "planned",
						 .field = field_row(FIELD_PILOT_STAGE_actual)});
	set_text(b, topic, planned, false, show_word(b->outline->voice, WORD_PLANNED));
}

static void
add_thing(struct outline_builder *b, uint32_t parent, const struct entity *entity,
	  const char *member)
{
	const char *name = name_of(b, entity);
	const char *text = entity->kind == KIND_STEP ? show_numbered(entity, b->arena)
			   : *name                   ? name
				   : kind_info(entity->kind)->names[b->outline->voice->lang];
	uint32_t topic = add_topic(b, parent,
				   (struct seed){.sort = sort_of(entity->kind),
						 .text = text,
						 .member = member,
						 .key = entity->id,
						 .number = entity->number,
						 .entity = entity});
	set_role(b, topic, topic_role(at(b, topic), b->arena));
	add_relations(b, topic, entity);
	const struct field *value = behind_name(b, topic, entity, name);
	if (entity->kind == KIND_PILOT_STAGE)
		add_planned(b, topic, pilot_stage_of(entity));
	add_fields(b, topic, entity, value);
}

/* A part of the document: stages hang on the root themselves, everything else on a heading. */
static void
add_section(struct outline_builder *b, const struct entity *document, const struct field *field)
{
	const void *value = field_value(document, field);
	if (!field_is_set(document, field) || field->flags & F_PLUMBING)
		return;
	if (field->id == FIELD_DOCUMENT_stages) {
		add_things(b, 0, value, field->member);
		return;
	}
	if (!b->outline->detailed && !(field->flags & F_BRIEF))
		return;
	if (b->outline->drawn && field->id != FIELD_DOCUMENT_process)
		return;
	add_field(b, 0, document, field);
	uint32_t last = b->outline->count - 1;
	while (last && at(b, last)->depth > 1)
		last = at(b, last)->parent;
	if (!last)
		return;
	if (at(b, last)->children || at(b, last)->title || topic_note(at(b, last)) ||
	    field_is(field, LEAF_FLAG)) {
		at(b, last)->sort = TOPIC_SECTION;
	} else { /* a heading over nothing */
		b->outline->count--;
		at(b, 0)->children--;
	}
}

void
outline_build(struct outline_builder *b)
{
	const struct model *model = b->outline->model;
	const struct entity *document = &model->document->base, *process = model->document->process;
	uint32_t root = add_topic(
	    b, TOPIC_NONE,
	    (struct seed){.sort = TOPIC_PROCESS, .text = entity_name(process), .entity = process});
	if (accent_is_given(model))
		at(b, root)->color = accent_on(model, SVG_PAPER);
	const struct field **fields = model->fields[KIND_DOCUMENT];
	for (int pass = 0; pass < 2;
	     pass++) /* the process and its stages, then what goes with them */
		for (uint32_t i = 0; fields[i]; i++)
			if ((fields[i]->id == FIELD_DOCUMENT_process ||
			     fields[i]->id == FIELD_DOCUMENT_stages) == (pass == 0))
				add_section(b, document, fields[i]);
	if (b->ends && b->outline->detailed)
		add_topic(b, root,
			  (struct seed){.sort = TOPIC_END,
					.text = show_word(b->outline->voice, WORD_END),
					.member = "end",
					.entity = &model->end});
}
