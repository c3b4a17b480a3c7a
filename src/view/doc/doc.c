/* SPDX-License-Identifier: MIT */
/* The outline and the walk over it. What stands in the parts is in the other files. */
#include "view/doc/doc.h"

#include "model/glossary.h"
#include "plan/part.h"
#include "text/marker.h"
#include "view/doc/build.h"
#include "view/questionnaire.h"

#include <string.h>

static const struct {
	const char *anchor;
	enum field_id field; /* of the file, or FIELD_NONE */
	enum word word;
	enum counted counted;
	const struct doc_part_info *info;
} parts[PART_COUNT] = {
#define PART(ID, anchor, word, counted) \
	[PART_##ID] = {#anchor, FIELD_NONE, WORD_##word, COUNTED_##counted, &doc_part_##anchor},
#define PART_OF(ID, anchor, member, counted) \
	[PART_##ID] = {#anchor, FIELD_DOCUMENT_##member, WORD_COUNT, COUNTED_##counted, \
		       &doc_part_##anchor},
#include "view/doc/parts.def"
};

static bool
has_part(const struct doc *doc, enum doc_part part)
{
	if (parts[part].info->has)
		return parts[part].info->has(doc);
	const struct entity *document = &doc->model->document->base;
	const struct field *field = field_row(parts[part].field);
	return field_is_given(document, field);
}

/* Anchors of things have no underscore. */
static const char **
part_anchors(const struct model *model, struct arena *arena)
{
	const char **anchors = arena_array(arena, PART_COUNT, sizeof *anchors);
	for (int part = PART_NONE + 1; part < PART_COUNT; part++) {
		anchors[part] = parts[part].anchor;
		for (uint32_t i = 0; i < model->document->stages.count && anchors[part]; i++)
			if (strcmp(model->document->stages.items[i]->anchor, anchors[part]) == 0)
				anchors[part] = arena_printf(arena, "%s_", parts[part].anchor);
	}
	return anchors;
}

/* «IV», «Приложение 2»: the next of its sort, or NULL. */
static const char *
next_number(struct doc *doc, enum counted counted)
{
	uint32_t number = ++doc->own->counts[counted];
	return counted == COUNTED_CHAPTER ? marker_roman(number)
	       : counted == COUNTED_APPENDIX
		   ? show_word_with(doc->voice, WORD_DOC_APPENDIX,
				    arena_printf(&doc->own->arena, "%u", number), &doc->own->arena)
		   : NULL;
}

static void
outline_part(struct doc *doc, enum doc_part part)
{
	const char *title =
	    parts[part].field
		? field_title(doc->voice, field_row(parts[part].field), &doc->own->arena)
		: show_word(doc->voice, doc_client_word(doc, parts[part].word));
	const struct doc_section *section = doc_add_section(
	    doc, (struct doc_section){.part = part,
				      .title = title,
				      .number = next_number(doc, parts[part].counted),
				      .anchor = doc->own->anchors[part],
				      .level = 2,
				      .listed = true});
	if (parts[part].info->outline)
		parts[part].info->outline(doc, section);
}

static struct doc *
new_doc(const struct voice *voice, const struct plan *plan)
{
	const struct model *model = voice->model;
	struct doc_own *own = memory_alloc(sizeof *own);
	*own = (struct doc_own){0};
	struct doc *doc = arena_alloc(&own->arena, sizeof *doc);
	*doc = (struct doc){.model = model, .voice = voice, .plan = plan, .own = own};
	own->seen =
	    arena_array(&own->arena, model->document->glossary.count + 1, sizeof *own->seen);
	return doc;
}

static void
outline_parts(struct doc *doc, int first, int end)
{
	for (int part = first; part < end; part++)
		if (has_part(doc, (enum doc_part)part))
			outline_part(doc, (enum doc_part)part);
}

/* Sorted, abbreviations behind the others. */
static const struct term **
terms_in_order(const struct model *model, struct arena *arena)
{
	const struct term **sorted = glossary_sorted(model, arena);
	uint32_t count = model->document->glossary.count, placed = 0;
	const struct term **terms = arena_array(arena, count + 1, sizeof *terms);
	for (int brief = 0; brief < 2; brief++)
		for (uint32_t i = 0; i < count; i++)
			if (glossary_is_abbreviation(sorted[i]) == brief)
				terms[placed++] = sorted[i];
	return terms;
}

struct doc *
doc_new(const struct voice *voice, const struct plan *plan)
{
	const struct model *model = voice->model;
	struct doc *doc = new_doc(voice, plan);
	doc->title = entity_name(&model_process(model)->base);
	doc_find_routes(doc); /* first: the graph takes more memory than anything that stays */
	doc->own->index = doc_index_new(plan, voice, &doc->own->arena);
	doc->own->anchors = part_anchors(model, &doc->own->arena);
	doc->own->terms = terms_in_order(model, &doc->own->arena);
	doc->own->names = names_new(model, &doc->own->arena);
	if (model->for_clients)
		outline_parts(doc, PART_END_OF_INSTRUCTION + 1, PART_END_OF_CLIENTS);
	else
		outline_parts(doc, PART_NONE + 1, PART_END_OF_REGULATION);
	return doc;
}

void
doc_free(struct doc *doc)
{
	struct doc_own *own = doc->own;
	map_free(&own->places);
	arena_free(&own->scratch);
	arena_free(&own->arena);
	memory_free(own);
}

static void
close_to(struct doc *doc, struct doc_writer *writer, const struct doc_section *open,
	 const struct doc_section *next)
{
	(void)doc;
	while (open && (!next || open->level >= next->level)) {
		writer->close(writer, open);
		open = open->parent;
	}
}

void
doc_write(struct doc *doc, struct doc_writer *writer)
{
	struct doc_own *own = doc->own;
	own->writer = writer;
	const struct doc_section *open = NULL;
	for (uint32_t i = 0; i < doc->count; i++) {
		const struct doc_section *section = doc->sections[i];
		close_to(doc, writer, open, section);
		own->now++;
		writer->open(writer, section);
		parts[section->part].info->write(doc, section);
		open = section;
	}
	close_to(doc, writer, open, NULL);
}

struct doc *
doc_new_instruction(const struct doc *regulation, const struct role *role)
{
	struct doc *doc = new_doc(regulation->voice, regulation->plan);
	doc->role = role;
	doc->title = show_word_with(doc->voice, WORD_DOC_INSTRUCTION, entity_name(&role->base),
				    &doc->own->arena);
	doc->own->index = regulation->own->index;
	doc->own->anchors = regulation->own->anchors;
	doc->own->terms = regulation->own->terms;
	doc->own->names = regulation->own->names;
	uint32_t terms = doc->model->document->glossary.count + 1;
	doc->own->used = arena_array(&doc->own->arena, terms, sizeof *doc->own->used);
	doc->own->needed = arena_array(&doc->own->arena, terms, sizeof *doc->own->needed);
	outline_parts(doc, PART_END_OF_REGULATION + 1, PART_TERMS);
	struct doc_reader reader = doc_term_reader(doc);
	doc_write(doc, &reader.writer);
	doc_end_reading(doc);
	outline_parts(doc, PART_TERMS,
		      PART_END_OF_INSTRUCTION); /* last: of all that stands before */
	return doc;
}

struct doc *
doc_new_interview(const struct voice *voice, const struct questionnaire *interview)
{
	struct doc *doc = new_doc(voice, NULL);
	doc->interview = interview;
	doc->title = questionnaire_title(interview, voice, &doc->own->arena);
	parts[PART_INTERVIEW].info->outline(doc, NULL);
	return doc;
}

bool
doc_has_contents(const struct doc *doc)
{
	return !doc->role && !doc->interview && !doc->model->for_clients;
}

const struct role **
doc_roles_of(const struct entity *entity, struct arena *arena)
{
	const struct role **roles = part_everyone(entity, arena);
	const struct role *also = part_approver(entity);
	uint32_t count = 0;
	while (roles[count])
		if (roles[count++] == also)
			also = NULL;
	if (!also)
		return roles;
	const struct role **all = arena_array(arena, (size_t)count + 2, sizeof *all);
	memcpy(all, roles, count * sizeof *all);
	all[count] = also;
	return all;
}

const struct refs *
doc_only(const struct entity *entity)
{
	for (; entity; entity = entity->parent) {
		const struct refs *only = entity->kind == KIND_STEP    ? &step_of(entity)->only
					  : entity->kind == KIND_STAGE ? &stage_of(entity)->only
								       : NULL;
		if (only && only->count)
			return only;
	}
	return NULL;
}
