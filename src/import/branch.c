/* SPDX-License-Identifier: MIT */
#include "import/branch.h"

#include "model/fields.h"

const struct foreign_topic *
branch_trunk(const struct foreign *foreign)
{
	const struct foreign_topic *trunk = foreign->root;
	while (trunk && !*trunk->text && trunk->first && !trunk->first->next && trunk->first->first)
		trunk = trunk->first;
	return trunk;
}

const struct field *
branch_list(const struct assembly *assembly, const struct foreign_topic *topic)
{
	static const enum field_id lists[] = {FIELD_DOCUMENT_roles, FIELD_DOCUMENT_glossary,
					      FIELD_DOCUMENT_stages};
	const char *name = assembly_name(assembly, topic->text);
	struct heading_meaning heading = heading_of(KIND_DOCUMENT, name, assembly->arena);
	if (!heading.field)
		heading = heading_by_last(KIND_DOCUMENT, name, assembly->arena);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (heading.field == field_row(lists[i]))
			return heading.field;
	/* Headings that are stages, each over its steps. */
	for (const struct foreign_topic *child = topic->first; child; child = child->next)
		if (child->heading && branch_tables(assembly, child))
			return field_row(FIELD_DOCUMENT_stages);
	return NULL;
}

void
branch_keep(struct assembly *assembly, const struct branch_table *table)
{
	struct branch_table *kept = arena_array(assembly->arena, 1, sizeof *kept);
	struct branch_table **at = (struct branch_table **)map_at_number(
	    &assembly->tables, (uint64_t)(uintptr_t)table->body.topic);
	*kept = *table;
	kept->next = assembly->kept;
	assembly->kept = kept;
	while (*at)
		at = &(*at)->beside;
	*at = kept;
}

struct branch_table *
branch_tables(const struct assembly *assembly, const struct foreign_topic *topic)
{
	return map_get_number(&assembly->tables, (uint64_t)(uintptr_t)topic);
}
