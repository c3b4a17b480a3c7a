/* SPDX-License-Identifier: MIT */
/* Sections of a document, where links lead, and what stands in the section under way. */
#include "view/doc/build.h"

const struct doc_section *
doc_add_section(struct doc *doc, struct doc_section section)
{
	struct doc_own *own = doc->own;
	doc->sections =
	    arena_grow(&own->arena, doc->sections, doc->count, 1, sizeof *doc->sections);
	struct doc_section *kept = arena_alloc(&own->arena, sizeof *kept);
	*kept = section;
	doc->sections[doc->count++] = kept;
	return kept;
}

struct doc_section
doc_below(const struct doc_section *part, const struct entity *about)
{
	return (struct doc_section){.part = part->part,
				    .about = about,
				    .title = entity_name(about),
				    .anchor = about->anchor,
				    .level = part->level + 1,
				    .listed = true,
				    .parent = part};
}

void
doc_set_place(struct doc *doc, const char *anchor, const struct doc_section *section)
{
	*map_at(&doc->own->places, anchor) = (void *)(uintptr_t)section;
}

int
doc_heading_depth(const struct doc_section *section)
{
	return section && section->part == PART_MATERIALS ? 1 : 2;
}

struct doc_place
doc_find(const struct doc *doc, const struct entity *entity)
{
	if (!entity || !entity->anchor)
		return (struct doc_place){0};
	const struct entity *home = entity;
	bool apart = doc->role || doc->model->for_clients; /* steps have places of their own */
	while (home->kind == KIND_STEP && home->parent && !apart)
		home = home->parent;
	const struct doc_section *section = map_get(&doc->own->places, home->anchor);
	return (struct doc_place){section, section ? entity->anchor : NULL};
}

void
doc_put(struct doc *doc, const struct doc_block *block)
{
	struct doc_own *own = doc->own;
	bool sifted = own->sieve && block->cell_count;
	if (own->sieve && own->sieve->gathers) {
		doc_sieve_note(doc, block);
	} else {
		const struct doc_block cut = sifted ? doc_sieve_cut(doc, block) : *block;
		own->writer->block(own->writer, &cut);
	}
	arena_free(&own->scratch);
}

bool
doc_is_part(const struct field *field)
{
	static const enum field_id fields[] = {
#define PART_OF(ID, anchor, member, counted) FIELD_DOCUMENT_##member,
#define END_OF_REGULATION FIELD_NONE,
#include "view/doc/parts.def"
	};
	for (size_t i = 0; fields[i]; i++)
		if (fields[i] == field->id)
			return true;
	return false;
}

bool
doc_has_part(const struct doc *doc, enum doc_part part)
{
	for (uint32_t i = 0; i < doc->count; i++)
		if (doc->sections[i]->part == part)
			return true;
	return false;
}
