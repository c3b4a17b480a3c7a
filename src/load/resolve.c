/* SPDX-License-Identifier: MIT */
#include "load/resolve.h"

#include "load/bind.h"
#include "model/fields.h"
#include "model/visit.h"
#include "support/map.h"
#include "support/utf8.h"
#include "text/address.h"
#include "text/expansion.h"
#include "text/slug.h"
#include "text/suggest.h"

#include <stdio.h>
#include <string.h>

enum {
	SUGGEST_UNKNOWN_LIMIT = 200,
	SUGGEST_STEPS_LIMIT = 100000 /* steps compared in all */,
	AMBIGUOUS_SHOWN = 5
};

/* What the things of one kind (and, for steps, of one parent) are found by. */
struct name_index {
	struct map ids, names, aliases, folded;
};

/* An id or anchor in use, and the last number put behind it to make another. */
struct taken {
	const struct entity *by; /* whose given id it is, or NULL */
	unsigned long last;
};

struct resolver {
	struct model *model;
	struct diagnostics *diags;
	struct arena scratch; /* keys of the maps, and forms that are only looked up */
	struct words *words;  /* in scratch; made when first needed */
	struct name_index by_kind[KIND_COUNT];
	struct map steps;   /* keys of a parent and a text → step, made as needed per parent */
	struct map indexed; /* parents whose steps are in `steps` */
	struct map ids;     /* taken ids by kind or parent → struct taken */
	struct map anchors; /* taken anchors → struct taken */
	/* Stands for two things under one key: nobody can tell which is meant. */
	struct entity several;
	bool complete; /* every file was read: what is missing is missing */
	uint32_t unknown;
	uint32_t compared; /* steps, for suggestions */
};

/* Room for the ids and anchors of all things that have them. */
static void
make_room(struct resolver *r)
{
	size_t count = 0;
	for (int kind = 1; kind < KIND_COUNT; kind++)
		count += kind_info((enum kind)kind)->flags & K_ID ? r->model->made[kind] : 0;
	map_reserve(&r->ids, count);
	map_reserve(&r->anchors, count);
}

static const char *
form(struct resolver *r, const char *text, enum fold fold)
{
	return utf8_fold(&r->scratch, text, fold);
}

static void
index_add(struct resolver *r, struct map *map, const char *key, struct entity *entity)
{
	struct entity **place = (struct entity **)map_at(map, key);
	*place = *place && *place != entity ? &r->several : entity;
}

static const char *
given_id(const struct entity *entity)
{
	const struct field *field = field_flagged(entity->kind, F_ID);
	return ((const struct text *)field_value(entity, field))->s;
}

static bool
is_reserved(struct resolver *r, const char *id)
{
	const char *folded = form(r, id, FOLD_CASE);
	return strcmp(folded, "end") == 0 || strcmp(folded, "конец") == 0;
}

/* What a key is of, besides the kinds, which stand for themselves. None is a character of the
 * scope's digits. */
enum { OF_ID = '!', OF_NAME, OF_FOLDED, OF_STEPS };

/* A text that differs for every scope, use and text. */
static const char *
key(struct resolver *r, const struct entity *scope, int use, const char *text)
{
	enum { DIGIT_BITS = 6, DIGITS = sizeof(uintptr_t) * 8 / DIGIT_BITS + 1 };
	size_t length = strlen(text);
	char *start = arena_alloc(&r->scratch, DIGITS + 1 + length + 1), *out = start;
	for (uintptr_t rest = (uintptr_t)scope; rest; rest >>= DIGIT_BITS)
		*out++ = (char)('0' + (rest & ((1u << DIGIT_BITS) - 1)));
	*out++ = (char)use;
	memcpy(out, text, length);
	return start;
}

/* The key of an id: unique in its kind, or for steps among those of its parent. */
static const char *
id_key(struct resolver *r, const struct entity *entity, const char *id)
{
	bool scoped = kind_info(entity->kind)->flags & K_SCOPED;
	return key(r, scoped ? entity->parent : NULL, (int)entity->kind, id);
}

static struct taken *
taken_new(struct resolver *r, const struct entity *by)
{
	struct taken *taken = arena_alloc(&r->scratch, sizeof *taken);
	*taken = (struct taken){by, 1};
	return taken;
}

static void
take_given_id(struct resolver *r, struct entity *entity)
{
	if (!(kind_info(entity->kind)->flags & K_ID))
		return;
	const char *id = given_id(entity);
	if (!id)
		return;
	struct pos pos = field_pos(entity, field_flagged(entity->kind, F_ID));
	entity->id = utf8_fold(&r->model->arena, id, FOLD_FORM);
	if ((entity->kind == KIND_STAGE || entity->kind == KIND_STEP) && is_reserved(r, id))
		diag1(r->diags, RULE_REF_RESERVED_ID, pos, id);
	struct taken **place = (struct taken **)map_at(&r->ids, id_key(r, entity, entity->id));
	if (*place)
		diag1(r->diags, RULE_REF_DUPLICATE_ID, pos, id)->related =
		    field_pos((*place)->by, field_flagged(entity->kind, F_ID));
	else
		*place = taken_new(r, entity);
}

/* The first of slug, slug-2, slug-3 … that is free among the ids (or anchors) of an entity's scope.
 * The last number is kept, so that this stays linear. */
static const char *
free_name(struct resolver *r, const struct entity *entity, bool anchor, const char *slug)
{
	const char *name = slug;
	struct taken *first = NULL;
	for (;;) {
		struct taken **place =
		    (struct taken **)(anchor ? map_at(&r->anchors, name)
					     : map_at(&r->ids, id_key(r, entity, name)));
		if (!*place) {
			*place = taken_new(r, NULL);
			return name;
		}
		first = first ? first : *place;
		name = arena_printf(&r->model->arena, "%s-%lu", slug, ++first->last);
	}
}

static void
make_id(struct resolver *r, struct entity *entity)
{
	if (!(kind_info(entity->kind)->flags & K_ID) || entity->id)
		return;
	const char *slug = slug_of(&r->model->arena, entity_name(entity));
	if ((entity->kind == KIND_STAGE || entity->kind == KIND_STEP) && strcmp(slug, "end") == 0)
		slug = "end-1";
	entity->id = free_name(r, entity, false, slug);
}

/* first-second, in the model's arena. */
static const char *
hyphenated(struct resolver *r, const char *first, const char *second)
{
	size_t head = strlen(first), tail = strlen(second);
	char *text = arena_alloc(&r->model->arena, head + 1 + tail + 1);
	memcpy(text, first, head);
	text[head] = '-';
	memcpy(text + head + 1, second, tail);
	return text;
}

/* Anchors are unique in the whole document: stage, then stage-step, so that a file name or link
 * says where it leads. */
static void
make_anchor(struct resolver *r, struct entity *entity)
{
	if (!(kind_info(entity->kind)->flags & K_ID))
		return;
	const char *slug = given_id(entity) ? slug_of(&r->model->arena, entity->id)
					    : entity->id; /* a made id is a slug */
	if (entity->kind == KIND_STEP && entity->parent->anchor)
		slug = hyphenated(r, entity->parent->anchor, slug);
	else if (entity->kind != KIND_STAGE && entity->kind != KIND_PROCESS)
		slug = hyphenated(r, kind_info(entity->kind)->member, slug);
	entity->anchor = free_name(r, entity, true, slug);
}

static void
resolver_free(struct resolver *r)
{
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		map_free(&r->by_kind[kind].ids);
		map_free(&r->by_kind[kind].names);
		map_free(&r->by_kind[kind].aliases);
		map_free(&r->by_kind[kind].folded);
	}
	map_free(&r->steps);
	map_free(&r->indexed);
	map_free(&r->ids);
	map_free(&r->anchors);
	arena_free(&r->scratch);
}

static void
index_alias(struct resolver *r, struct name_index *index, const char *alias, struct entity *entity)
{
	index_add(r, &index->aliases, form(r, alias, FOLD_FORM), entity);
	index_add(r, &index->folded, form(r, alias, FOLD_CASE), entity);
}

/* «Коммерческое предложение (КП)» is called by either. */
static void
index_parts(struct resolver *r, struct name_index *index, struct entity *entity)
{
	const char *name = entity_name(entity);
	struct expansion parts;
	if (!strchr(name, '('))
		return;
	if (!r->words)
		r->words = words_new(&r->scratch);
	if (!expansion_of_title(r->words, name, &parts))
		return;
	size_t brief = (size_t)(parts.brief_end - parts.brief),
	       full = (size_t)(parts.full_end - parts.full);
	index_alias(r, index, arena_copy(&r->scratch, parts.brief, brief), entity);
	index_alias(r, index, arena_copy(&r->scratch, parts.full, full), entity);
}

static void
index_aliases(struct resolver *r, struct name_index *index, struct entity *entity)
{
	const struct field *field = field_flagged(entity->kind, F_ALIASES);
	if (!field)
		return;
	const struct texts *aliases = field_value(entity, field);
	for (uint32_t i = 0; i < aliases->count; i++)
		index_alias(r, index, aliases->items[i].s, entity);
	index_parts(r, index, entity);
}

static void
index_entity(struct resolver *r, struct entity *entity)
{
	if (!(kind_info(entity->kind)->flags & K_ID) || entity->kind == KIND_STEP)
		return;
	struct name_index *index = &r->by_kind[entity->kind];
	const char *name = form(r, entity_name(entity), FOLD_FORM);
	index_add(r, &index->ids, entity->id, entity);
	index_add(r, &index->names, name, entity);
	index_add(r, &index->folded, form(r, entity->id, FOLD_CASE), entity);
	index_add(r, &index->folded, form(r, name, FOLD_CASE), entity);
	index_aliases(r, index, entity);
}

static struct entity *
find_in(struct resolver *r, const struct name_index *index, const char *text)
{
	const char *exact = form(r, text, FOLD_FORM);
	struct entity *found = map_get(&index->ids, exact);
	if (!found)
		found = map_get(&index->names, exact);
	if (!found)
		found = map_get(&index->aliases, exact);
	return found ? found : map_get(&index->folded, form(r, text, FOLD_CASE));
}

static const struct list *
steps_of(const struct entity *parent)
{
	return parent->kind == KIND_STAGE ? &stage_of(parent)->steps : &step_of(parent)->steps;
}

static void
index_steps(struct resolver *r, struct entity *parent)
{
	void **seen = map_at(&r->indexed, key(r, parent, OF_STEPS, ""));
	if (*seen)
		return;
	*seen = parent;
	const struct list *steps = steps_of(parent);
	for (uint32_t i = 0; i < steps->count; i++) {
		struct entity *step = steps->items[i];
		index_add(r, &r->steps, key(r, parent, OF_ID, step->id), step);
		index_add(r, &r->steps,
			  key(r, parent, OF_NAME, form(r, entity_name(step), FOLD_FORM)), step);
		index_add(r, &r->steps, key(r, parent, OF_FOLDED, form(r, step->id, FOLD_CASE)),
			  step);
		index_add(r, &r->steps,
			  key(r, parent, OF_FOLDED, form(r, entity_name(step), FOLD_CASE)), step);
	}
}

/* A step among those of a stage or step. */
static struct entity *
find_step(struct resolver *r, struct entity *parent, const char *text)
{
	if (parent->kind != KIND_STAGE && parent->kind != KIND_STEP)
		return NULL;
	index_steps(r, parent);
	const char *exact = form(r, text, FOLD_FORM);
	struct entity *found = map_get(&r->steps, key(r, parent, OF_ID, exact));
	if (!found)
		found = map_get(&r->steps, key(r, parent, OF_NAME, exact));
	return found ? found
		     : map_get(&r->steps, key(r, parent, OF_FOLDED, form(r, text, FOLD_CASE)));
}

static struct entity *
find_path(struct resolver *r, const char *text)
{
	for (const char *slash = strchr(text, '/'); slash; slash = strchr(slash + 1, '/')) {
		const char *head = arena_copy(&r->model->arena, text, (size_t)(slash - text));
		struct entity *found = find_in(r, &r->by_kind[KIND_STAGE], head);
		if (!found || found == &r->several)
			continue;
		struct entity *step = find_step(r, found, slash + 1);
		const char *second = strchr(slash + 1, '/');
		if (!step && second) {
			struct entity *outer = find_step(
			    r, found,
			    arena_copy(&r->model->arena, slash + 1, (size_t)(second - slash) - 1));
			step =
			    outer && outer != &r->several ? find_step(r, outer, second + 1) : NULL;
		}
		if (step)
			return step;
	}
	return NULL;
}

/* A stage, a step or the end, as seen from an entity: the steps beside a step (then of its stage)
 * first, then stages. */
static struct entity *
find_route(struct resolver *r, const struct entity *from, const char *text, bool end)
{
	if (end && is_reserved(r, text))
		return &r->model->end;
	struct entity *found = NULL;
	if (from->kind == KIND_STEP) {
		found = find_step(r, from->parent, text);
		if (!found && from->parent->kind == KIND_STEP)
			found = find_step(r, from->parent->parent, text);
	}
	if (!found)
		found = find_in(r, &r->by_kind[KIND_STAGE], text);
	if (!found && from->kind == KIND_STAGE)
		found = find_step(r, (struct entity *)(uintptr_t)from, text);
	return found ? found : find_path(r, text);
}

/* The things a reference to a kind may mean. */
static const struct list *
known_of(const struct resolver *r, enum kind kind)
{
	const struct document *document = r->model->document;
	for (const struct field **field = r->model->fields[KIND_DOCUMENT]; *field; field++)
		if (field_holds_list(*field) && field_holds(*field, kind))
			return field_value(&document->base, *field);
	return &document->stages; /* of a route */
}

/* What its author would call a thing: the id he gave it, or its name. */
static const char *
own_word(const struct entity *entity)
{
	const char *id = given_id(entity);
	return id ? id : entity_name(entity);
}

static void
suggest_list(struct suggest *suggest, const struct list *list)
{
	for (uint32_t i = 0; i < list->count; i++) {
		suggest_offer(suggest, list->items[i]->id, own_word(list->items[i]));
		suggest_try(suggest, entity_name(list->items[i]));
	}
}

/* Steps that a bare word cannot reach, with the path that does. */
static void
suggest_steps(struct resolver *r, struct suggest *suggest, const struct entity *parent,
	      const char *path)
{
	const struct list *steps = steps_of(parent);
	for (uint32_t i = 0; i < steps->count && r->compared < SUGGEST_STEPS_LIMIT; i++) {
		const struct entity *step = steps->items[i];
		const char *whole = arena_printf(&r->model->arena, "%s/%s", path, own_word(step));
		r->compared++;
		suggest_offer(suggest, step->id, whole);
		suggest_offer(suggest, entity_name(step), whole);
		suggest_offer(suggest, whole, whole);
		if (parent->kind == KIND_STAGE)
			suggest_steps(r, suggest, step, whole);
	}
}

static void
suggest_routes(struct resolver *r, struct suggest *suggest, const struct entity *from)
{
	const struct list *stages = &r->model->document->stages;
	if (from->kind == KIND_STEP)
		suggest_list(suggest, steps_of(from->parent));
	suggest_list(suggest, stages);
	for (uint32_t i = 0; i < stages->count; i++)
		suggest_steps(r, suggest, stages->items[i], own_word(stages->items[i]));
}

/* What a reference that leads nowhere is near to, or NULL. */
static const char *
near_name(struct resolver *r, const struct entity *from, enum kind kind, const struct ref *ref)
{
	struct suggest suggest;
	if (r->unknown++ > SUGGEST_UNKNOWN_LIMIT)
		return NULL;
	suggest_open(&suggest, ref->raw);
	if (kind == KIND_ROUTE)
		suggest_routes(r, &suggest, from);
	else
		suggest_list(&suggest, known_of(r, kind));
	return suggest_close(&suggest);
}

static void
report_unknown(struct resolver *r, const struct entity *from, enum kind kind, const struct ref *ref)
{
	const struct said what =
	    kind == KIND_ROUTE ? said_phrase(PHRASE_STAGE_OR_STEP) : said_kind(kind);
	struct diagnostic *d = diag2(r->diags, RULE_REF_UNKNOWN, ref->pos, ref->raw, what);
	d->suggestion = near_name(r, from, kind, ref);
}

/* What a deadline counts from may be any event; one that is nearly called like a stage is asked
 * about. */
static void
report_event(struct resolver *r, const struct entity *from, const struct ref *ref)
{
	const char *near = near_name(r, from, KIND_ROUTE, ref);
	if (near)
		diag2(r->diags, RULE_REF_EVENT, ref->pos, ref->raw, near);
}

static bool
is_called(struct resolver *r, const struct entity *entity, const char *folded)
{
	if (strcmp(form(r, entity_name(entity), FOLD_CASE), folded) == 0 ||
	    strcmp(form(r, entity->id, FOLD_CASE), folded) == 0)
		return true;
	const struct field *field = field_flagged(entity->kind, F_ALIASES);
	const struct texts *aliases = field ? field_value(entity, field) : NULL;
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		if (strcmp(form(r, aliases->items[i].s, FOLD_CASE), folded) == 0)
			return true;
	return false;
}

/* Adds the ids of those in a list that a text fits, as far as a message holds them. */
static void
list_called(struct resolver *r, const struct list *list, const char *folded, struct buf *ids,
	    int *shown)
{
	for (uint32_t i = 0; i < list->count && *shown < AMBIGUOUS_SHOWN; i++)
		if (is_called(r, list->items[i], folded))
			buf_printf(ids, "%s%s", (*shown)++ ? ", " : "", list->items[i]->id);
}

/* The stage or step that a path names before its last part, or NULL. */
static struct entity *
parent_on_path(struct resolver *r, const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return NULL;
	const char *head = arena_copy(&r->scratch, path, (size_t)(slash - path));
	struct entity *stage = find_in(r, &r->by_kind[KIND_STAGE], head),
		      *found = stage ? stage : find_path(r, head);
	return found == &r->several ? NULL : found;
}

/* The things a text fits, for the message: found again by comparing, since this is rare. A route is
 * looked for as find_route does. */
static void
report_ambiguous(struct resolver *r, const struct entity *from, enum kind kind,
		 const struct ref *ref)
{
	struct buf buf = {0};
	const char *folded = form(r, ref->raw, FOLD_CASE);
	int shown = 0;
	if (kind == KIND_ROUTE)
		for (const struct entity *at = from; at->kind == KIND_STEP && !shown;
		     at = at->parent)
			list_called(r, steps_of(at->parent), folded, &buf, &shown);
	if (!shown)
		list_called(r, known_of(r, kind), folded, &buf, &shown);
	if (!shown && from->kind == KIND_STAGE)
		list_called(r, steps_of(from), folded, &buf, &shown);
	const struct entity *parent =
	    kind == KIND_ROUTE && !shown ? parent_on_path(r, ref->raw) : NULL;
	if (parent)
		list_called(r, steps_of(parent), form(r, strrchr(ref->raw, '/') + 1, FOLD_CASE),
			    &buf, &shown);
	diag2(r->diags, RULE_REF_AMBIGUOUS, ref->pos, ref->raw, buf_text(&buf));
	buf_free(&buf);
}

/* What a deadline calls the start of the process. */
static bool
is_process(struct resolver *r, const char *text)
{
	static const char *const words[] = {"process", "start", "процесс", "начало"};
	const char *folded = form(r, text, FOLD_CASE);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], folded) == 0)
			return true;
	return false;
}

static void
resolve_ref(struct resolver *r, const struct entity *from, const struct field *field,
	    struct ref *ref)
{
	enum kind kind = (enum kind)field->argument;
	bool end = field->kind == KIND_OUTCOME, may_be_event = field->id == FIELD_TERMS_from;
	struct entity *found = kind == KIND_ROUTE ? find_route(r, from, ref->raw, end)
						  : find_in(r, &r->by_kind[kind], ref->raw);
	if (found == &r->several)
		report_ambiguous(r, from, kind, ref);
	else if (found)
		ref->to = found;
	else if (may_be_event && is_process(r, ref->raw))
		ref->to = r->model->document->process;
	else if (may_be_event)
		report_event(r, from, ref);
	else
		report_unknown(r, from, kind, ref);
}

static void
resolve_field(struct resolver *r, struct entity *entity, const struct field *field)
{
	bool part = entity->kind == KIND_OUTCOME || entity->kind == KIND_TERMS;
	const struct entity *from = part ? entity->parent : entity;
	struct leaves refs = leaves_of(entity, field, LEAF_REF);
	struct leaf leaf;
	while (leaves_next(&refs, &leaf))
		resolve_ref(r, from, field, leaf_place(entity, &leaf));
}

/* What the law or an order is called needs no address. */
static void
name_norm(struct attachment *norm)
{
	if (!norm->base.bare || !norm->href.s || address_is_meant(norm->href.s))
		return;
	norm->title = norm->href;
	norm->href = (struct text){0};
}

/* A bare string among attachments is a known attachment, or else an address. */
static void
resolve_attachments(struct resolver *r, struct entity *entity, const struct field *field)
{
	struct list *list = field_place(entity, field);
	for (uint32_t i = 0; list && i < list->count; i++) {
		struct attachment *attachment = attachment_at(list, i);
		struct entity *known =
		    attachment->base.bare && attachment->href.s
			? find_in(r, &r->by_kind[KIND_ATTACHMENT], attachment->href.s)
			: NULL;
		if (known && known != &r->several && !known->bare)
			list->items[i] = known;
		else if (field->id == FIELD_PROCESS_basis)
			name_norm(attachment);
	}
}

static void
resolve_entity(void *data, struct entity *entity)
{
	struct resolver *r = data;
	r->diags->about = entity;
	for (const struct field **field = r->model->fields[entity->kind]; *field; field++) {
		resolve_field(r, entity, *field);
		if (field_holds_list(*field) && field_holds(*field, KIND_ATTACHMENT))
			resolve_attachments(r, entity, *field);
	}
}

/* At the empty list, if there is one. */
static void
report_absent(struct resolver *r, struct entity *entity, const struct field *field)
{
	struct pos pos = field_pos(entity, field);
	diag2(r->diags, RULE_SCHEMA_REQUIRED, pos.line ? pos : entity->pos, said_kind(entity->kind),
	      said_key(field, &r->diags->arena));
}

static void
check_required(struct resolver *r, struct entity *entity)
{
	for (const struct field **field = r->model->fields[entity->kind]; *field; field++)
		if ((*field)->flags & F_REQUIRED && !field_is_given(entity, *field))
			report_absent(r, entity, *field);
	if (entity->kind == KIND_OUTCOME && !outcome_targets(outcome_of(entity))->count)
		report_absent(r, entity, field_row(FIELD_OUTCOME_to));
	if (entity->kind == KIND_STEP && entity->parent->kind == KIND_STEP &&
	    step_of(entity)->steps.count)
		diag(r->diags, RULE_SCHEMA_STEPS, step_of(entity)->steps.pos);
}

static void
visit_given(void *data, struct entity *entity)
{
	struct resolver *r = data;
	r->diags->about = entity;
	if (r->complete)
		check_required(r, entity);
	take_given_id(r, entity);
}

static void
visit_made(void *data, struct entity *entity)
{
	struct resolver *r = data;
	make_id(r, entity);
	make_anchor(r, entity);
	index_entity(r, entity);
}

void
resolve(struct model *model, struct diagnostics *diags, bool complete)
{
	struct resolver r = {.model = model, .diags = diags, .complete = complete};
	struct entity *document = &model->document->base;
	make_room(&r);
	visit_change(model, document, &(struct changer){.thing = visit_given}, &r);
	if (!model->document->process)
		model->document->process =
		    entity_new(model, KIND_PROCESS, document, (struct pos){0});
	visit_change(model, document, &(struct changer){.thing = visit_made}, &r);
	if (complete)
		visit_change(model, document, &(struct changer){.thing = resolve_entity}, &r);
	diags->about = NULL;
	resolver_free(&r);
}
