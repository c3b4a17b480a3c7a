/* SPDX-License-Identifier: MIT */
/* A sheet may hold several tables, one below another, with a title above and remarks below. */
#include "import/table.h"

#include "import/aside.h"
#include "import/branch.h"
#include "import/head.h"
#include "import/passport.h"
#include "import/stages.h"
#include "import/value.h"
#include "model/fields.h"
#include "support/utf8.h"
#include "text/marker.h"

#include <string.h>

enum {
	TOP_ROWS = 50,   /* among which the headings are */
	LONG_TEXT = 300, /* longer is no name */
	TRIES = 2000     /* rows that are tried for headings in one sheet */
};

/* A table within a sheet: its headings and the cells from there to the next one. */
struct table_part {
	const struct foreign_table *table;
	struct table_head columns;
	struct foreign_table body; /* its rows */
	bool kept;                 /* for the heading above it */
};

struct table_parts {
	struct assembly *assembly;
	struct table_part *items;
	size_t count;
};

static struct table_part *
add_part(struct table_parts *parts, const struct foreign_table *table)
{
	parts->items =
	    arena_grow(parts->assembly->arena, parts->items, parts->count, 1, sizeof *parts->items);
	struct table_part *part = &parts->items[parts->count++];
	*part = (struct table_part){.table = table, .body = *table};
	part->body.count = 0;
	return part;
}

static struct table_head
headings_of(struct assembly *assembly, const struct foreign_table *table,
	    const struct foreign_row *row, size_t behind)
{
	struct table_head columns = head_read(table, row, assembly->arena);
	head_find_parts(&columns, table, row, behind, assembly->arena);
	return columns;
}

/* Headings stand near the top, or below a blank row. */
static void
find_tables(struct table_parts *parts, const struct foreign_table *table)
{
	struct table_part *part = add_part(parts, table); /* what stands above all headings */
	struct foreign_row row;
	uint32_t before = 0;
	size_t tries = 0;
	part->body.cells = table->cells;
	for (size_t at = 0; foreign_next_row(table, &at, &row); before = row.number) {
		bool gap = row.number > before + 1,
		     near = row.number < TOP_ROWS && !part->columns.kind;
		struct table_head columns = {0};
		if ((gap || near) && tries++ < TRIES)
			columns = headings_of(parts->assembly, table, &row, at);
		if (columns.kind) {
			part = add_part(parts, table);
			part->columns = columns;
			part->body.cells = table->cells + at;
			continue;
		}
		part->body.count += row.count;
	}
}

static const char *
place_of(struct assembly *assembly, const struct table_part *part, const struct foreign_cell *cell)
{
	return foreign_place(assembly->arena, part->table, cell->row, cell->column);
}

/* A title above the tables is what the process is called, unless something says so better. */
static void
take_above(struct assembly *assembly, const struct table_part *part)
{
	struct foreign_row row;
	for (size_t at = 0; foreign_next_row(&part->body, &at, &row);) {
		const struct foreign_cell *cell = row.cells;
		struct piece_source source =
		    assembly_source(assembly, place_of(assembly, part, cell));
		const struct field *named = field_row(FIELD_PROCESS_name);
		struct import_piece *process = assembly_process(assembly);
		if (passport_take_row(assembly, part->table, &row))
			continue;
		if (row.count == 1 && !piece_find(process, named) && strlen(cell->text) < LONG_TEXT)
			piece_put(process, named, assembly_text(assembly, cell->text, source));
		else
			for (size_t i = 0; i < row.count; i++)
				assembly_remark(assembly, REMARK_STRAY,
						assembly_source(assembly, place_of(assembly, part,
										   &row.cells[i])),
						row.cells[i].text, NULL);
	}
}

/* A role or a term of a row. */
static void
take_thing(struct assembly *assembly, const struct table_part *part, const struct foreign_row *row,
	   struct import_piece *thing)
{
	for (size_t i = 0; i < part->columns.count; i++) {
		const struct head_column *column = &part->columns.items[i];
		const struct foreign_cell *cell = foreign_row_cell(row, column->number);
		if (!cell || column->sort == HEAD_NAME || column->sort == HEAD_NUMBER)
			continue;
		struct piece_source source =
		    assembly_source(assembly, place_of(assembly, part, cell));
		const struct import_value value = {thing, &column->heading, cell->text, source};
		if (column->sort == HEAD_FIELD)
			value_take(assembly, &value);
		else
			value_take_own(assembly, part->columns.kind, column->title, &value);
	}
}

/* A letter of the alphabet over the terms that begin with it is no term. */
static bool
is_letter(const struct foreign_row *row)
{
	return row->count == 1 && utf8_count(row->cells->text, strlen(row->cells->text)) == 1;
}

static struct import_piece *
add_thing(struct assembly *assembly, const struct table_part *part, const char *name,
	  struct piece_source source)
{
	if (part->columns.kind == KIND_ROLE)
		return assembly_add_role(assembly, assembly_name(assembly, name), source);
	return assembly_thing(assembly, field_row(FIELD_DOCUMENT_glossary),
			      assembly_name(assembly, name), source);
}

/* A row without a name goes on with the thing before it. */
static void
take_things(struct assembly *assembly, const struct table_part *part)
{
	const struct head_column *named = head_find(&part->columns, HEAD_NAME);
	struct import_piece *thing = NULL;
	struct foreign_row row;
	uint32_t before = UINT32_MAX;
	for (size_t at = 0; foreign_next_row(&part->body, &at, &row); before = row.number) {
		const struct foreign_cell *name = foreign_row_cell(&row, named->number);
		struct piece_source source =
		    assembly_source(assembly, place_of(assembly, part, name ? name : row.cells));
		if (aside_is_sample(row.cells->text) ||
		    (part->columns.kind == KIND_TERM && is_letter(&row)))
			continue;
		if (aside_is_remark(&row, before)) {
			assembly_remark(assembly, REMARK_UNDER_TABLE, source, row.cells->text,
					NULL);
			continue;
		}
		if (name && !name->repeated)
			thing = add_thing(assembly, part, name->text, source);
		if (thing)
			take_thing(assembly, part, &row, thing);
	}
}

/* Headings that were understood otherwise than they are written. */
static void
tell_guesses(struct assembly *assembly, const struct table_part *part)
{
	int lang = assembly->cyrillic;
	for (size_t i = 0; i < part->columns.count; i++) {
		const struct head_column *column = &part->columns.items[i];
		bool own = part->kept && !head_step_meaning(column, assembly->arena).field;
		if (column->sort != HEAD_FIELD || column->heading.sort != HEADING_GUESS || own)
			continue;
		assembly_remark(assembly, REMARK_HEADING, assembly_source(assembly, column->place),
				column->title,
				field_key(column->heading.field, lang, assembly->arena));
	}
}

static void
take_part(struct assembly *assembly, const struct table_part *part)
{
	tell_guesses(assembly, part);
	if (part->columns.kind == KIND_STAGE)
		stages_take(assembly, &part->columns, &part->body);
	else
		take_things(assembly, part);
}

/* True for a table of steps of which no column names stages, under a heading that may. */
static bool
may_be_under(const struct assembly *assembly, const struct foreign *foreign,
	     const struct table_part *part)
{
	const struct foreign_topic *topic = part->table->topic;
	return part->columns.kind == KIND_STAGE && topic && topic->heading && *topic->text &&
	       topic != branch_trunk(foreign) && !branch_list(assembly, topic) &&
	       head_find(&part->columns, HEAD_STEP) && !head_find(&part->columns, HEAD_NAME);
}

/* Such tables, if there are several or the heading has the number of a stage, wait for the headings
 * to be read: what has become of the others they are no list of. */
static void
keep_under(struct table_parts *parts, const struct foreign *foreign)
{
	const struct foreign_topic *first = NULL;
	bool several = false;
	for (size_t i = 0; i < parts->count; i++) {
		const struct foreign_topic *topic = parts->items[i].table->topic;
		if (!may_be_under(parts->assembly, foreign, &parts->items[i]))
			continue;
		struct item_marker marker =
		    marker_of(topic->text, topic->text + strlen(topic->text));
		several = several || (first && first != topic) || marker.form == MARKER_PART;
		first = topic;
	}
	for (size_t i = 0; several && i < parts->count; i++) {
		struct table_part *part = &parts->items[i];
		if (!may_be_under(parts->assembly, foreign, part))
			continue;
		part->kept = true;
		tell_guesses(parts->assembly, part);
		branch_keep(parts->assembly,
			    &(struct branch_table){.columns = part->columns, .body = part->body});
	}
}

/* A sheet of which no row was one of headings is one of properties, or nothing. */
static void
take_unheaded(struct assembly *assembly, const struct table_part *part)
{
	const struct foreign_cell *cell = part->body.cells;
	if (!part->body.count)
		return;
	if (passport_take(assembly, part->table))
		return;
	assembly_remark(assembly, REMARK_NO_HEADINGS,
			assembly_source(assembly, place_of(assembly, part, cell)),
			arena_copy(assembly->arena, cell->text, strcspn(cell->text, "\n")), NULL);
}

void
tables_take(struct assembly *assembly, const struct foreign *foreign)
{
	static const enum kind order[] = {KIND_ROLE, KIND_TERM, KIND_STAGE};
	struct table_parts parts = {.assembly = assembly};
	for (size_t i = 0; i < foreign->table_count; i++) {
		const struct foreign_table *table = &foreign->tables[i];
		if (table->hidden && table->count)
			assembly_remark(assembly, REMARK_HIDDEN_SHEET,
					assembly_source(assembly, table->name), NULL, NULL);
		if (!aside_is_help(table->name))
			find_tables(&parts, table);
	}
	keep_under(&parts, foreign);
	for (size_t k = 0; k < sizeof order / sizeof *order; k++)
		for (size_t i = 0; i < parts.count; i++)
			if (parts.items[i].columns.kind == order[k] && !parts.items[i].kept)
				take_part(assembly, &parts.items[i]);
	for (size_t i = 0; i < parts.count; i++) {
		const struct table_part *part = &parts.items[i];
		bool alone = i + 1 == parts.count || parts.items[i + 1].table != part->table;
		if (!part->columns.kind && alone)
			take_unheaded(assembly, part);
		else if (!part->columns.kind)
			take_above(assembly, part);
	}
}
