/* SPDX-License-Identifier: MIT */
#include "import/assembly.h"

#include "model/fields.h"
#include "model/synonym.h"
#include "support/utf8.h"
#include "text/marker.h"
#include "text/words/words.h"

#include <string.h>

enum { SET_ROLES, SET_STAGES };

/* Who may have columns of the author's. */
static const struct column_kind {
	enum kind kind;
	enum field_id list;
} column_kinds[] = {{KIND_STAGE, FIELD_COLUMNS_stages},
		    {KIND_ROLE, FIELD_COLUMNS_roles},
		    {KIND_STEP, FIELD_COLUMNS_steps}};

enum { COLUMN_KINDS = sizeof column_kinds / sizeof *column_kinds };

void
assembly_begin(struct assembly *assembly, struct arena *arena, struct remarks *remarks)
{
	*assembly = (struct assembly){.arena = arena,
				      .remarks = remarks,
				      .root = piece_map(arena),
				      .words = words_new(arena)};
}

void
assembly_end(struct assembly *assembly)
{
	map_free(&assembly->roles);
	map_free(&assembly->stages);
	map_free(&assembly->tables);
	for (size_t i = 0; i < COLUMN_KINDS; i++)
		map_free(&assembly->columns[i]);
}

void
assembly_remark(struct assembly *assembly, enum remark_id id, struct piece_source source,
		const char *one, const char *two)
{
	remarks_add(assembly->remarks, (struct remark){.id = id,
						       .document = source.document,
						       .place = source.place ? source.place : "",
						       .one = one,
						       .two = two});
}

struct piece_source
assembly_source(const struct assembly *assembly, const char *place)
{
	return (struct piece_source){assembly->document, place};
}

struct import_piece *
assembly_text(struct assembly *assembly, const char *text, struct piece_source source)
{
	for (const char *at = text; *at && !assembly->cyrillic;)
		assembly->cyrillic = utf8_is_cyrillic(utf8_next(&at));
	return piece_text(assembly->arena, text, source);
}

const char *
assembly_name(const struct assembly *assembly, const char *text)
{
	size_t length = strcspn(text, "\n");
	struct item_marker marker = marker_of_item(text, text + length);
	if (marker.form != MARKER_NONE && marker.length < length)
		text += marker.length;
	text = utf8_fold(assembly->arena, text, FOLD_FORM);
	length = strlen(text);
	while (length && strchr(":;", text[length - 1]))
		length--;
	return arena_copy(assembly->arena, text, length);
}

struct import_piece *
assembly_process(struct assembly *assembly)
{
	const struct field *field = field_row(FIELD_DOCUMENT_process);
	struct import_piece *process = piece_find(assembly->root, field);
	return process ? process : piece_put(assembly->root, field, piece_map(assembly->arena));
}

struct import_piece *
assembly_thing(struct assembly *assembly, const struct field *list, const char *name,
	       struct piece_source source)
{
	const struct field *named = field_flagged((enum kind)list->argument, F_NAME);
	struct import_piece *thing = piece_map(assembly->arena);
	piece_put(thing, named, assembly_text(assembly, name, source));
	return piece_add(piece_make_list(assembly->arena, assembly->root, list), thing);
}

/* A thing by its name as it stands, in any case. */
static struct import_piece *
find(struct assembly *assembly, const struct map *map, unsigned set, const char *name)
{
	struct import_piece *piece = map_get(map, utf8_fold(assembly->arena, name, FOLD_CASE));
	return piece ? piece
		     : (struct import_piece *)(uintptr_t)words_phrase_exact(assembly->words, set,
									    name);
}

static struct import_piece *
add(struct assembly *assembly, struct map *map, unsigned set, const struct field *list,
    const char *name, struct piece_source source)
{
	struct import_piece *piece = assembly_thing(assembly, list, name, source);
	*map_at(map, utf8_fold(assembly->arena, name, FOLD_CASE)) = piece;
	words_add_phrase(assembly->words, set, name, piece);
	return piece;
}

struct import_piece *
assembly_find_role(struct assembly *assembly, const char *name)
{
	return find(assembly, &assembly->roles, SET_ROLES, name);
}

struct import_piece *
assembly_add_role(struct assembly *assembly, const char *name, struct piece_source source)
{
	struct import_piece *role = assembly_find_role(assembly, name);
	return role ? role
		    : add(assembly, &assembly->roles, SET_ROLES, field_row(FIELD_DOCUMENT_roles),
			  name, source);
}

const char *
assembly_role(struct assembly *assembly, const char *name, struct piece_source source)
{
	const struct field *named = field_row(FIELD_ROLE_name);
	struct import_piece *role = assembly_find_role(assembly, name);
	if (!role) {
		role = assembly_add_role(assembly, name, source);
		role->first->guessed = true;
		assembly_remark(assembly, REMARK_NEW_ROLE, source, name, NULL);
		return name;
	}
	const char *known = piece_found_text(role, named);
	if (strcmp(utf8_fold(assembly->arena, known, FOLD_CASE),
		   utf8_fold(assembly->arena, name, FOLD_CASE)) != 0)
		assembly_remark(assembly, REMARK_LIKE_ROLE, source, name, known);
	return known;
}

struct import_piece *
assembly_find_stage(struct assembly *assembly, const char *name)
{
	return find(assembly, &assembly->stages, SET_STAGES, name);
}

struct import_piece *
assembly_add_stage(struct assembly *assembly, const char *name, struct piece_source source)
{
	return add(assembly, &assembly->stages, SET_STAGES, field_row(FIELD_DOCUMENT_stages), name,
		   source);
}

/* True for a word that the format has for something else. */
static bool
is_key(enum kind kind, const char *folded)
{
	for (const struct field *row = kind_info(kind)->fields; row->kind == kind; row++)
		if (field_spelling_matches(row->keys[0], folded) ||
		    field_spelling_matches(row->keys[1], folded) || field_is_titled(row, folded))
			return true;
	return synonym_field(kind, folded) != NULL;
}

/* A title as a key: its words joined. */
static const char *
key_of(struct assembly *assembly, enum kind kind, const char *title)
{
	enum { KEY_LETTERS = 40 };
	struct buf key = {0};
	const char *folded = utf8_fold(assembly->arena, title, FOLD_CASE);
	size_t length = utf8_beginning(folded, strlen(folded), KEY_LETTERS);
	bool joined = false;
	for (const char *at = folded; at < folded + length;) {
		uint32_t rune = utf8_next(&at);
		bool part = utf8_is_letter(rune) || (rune < 0x80 && ascii_is_digit((char)rune));
		if (part && joined && key.length)
			buf_putc(&key, '_');
		if (part)
			buf_rune(&key, rune);
		joined = !part;
	}
	if (!key.length || is_key(kind, utf8_fold(assembly->arena, key.data, FOLD_KEY)))
		buf_puts(&key, assembly->cyrillic ? "_столбец" : "_column");
	const char *made = arena_copy(assembly->arena, key.data, key.length);
	buf_free(&key);
	return *made == '_' ? made + 1 : made;
}

/* Under a key of its own, whatever other titles have become. */
static const char *
unused_key(struct assembly *assembly, enum kind kind, const struct import_piece *list,
	   const char *title)
{
	const char *key = key_of(assembly, kind, title), *wanted = key;
	const struct field *named = field_row(FIELD_COLUMN_key);
	unsigned number = 1;
	for (const struct import_piece *column = list->first; column;) {
		if (strcmp(piece_found_text(column, named), wanted) != 0) {
			column = column->next;
			continue;
		}
		wanted = arena_printf(assembly->arena, "%s_%u", key, ++number);
		column = list->first;
	}
	return wanted;
}

const char *
assembly_column(struct assembly *assembly, enum kind kind, const char *title,
		struct piece_source source)
{
	const struct field *field = field_row(FIELD_DOCUMENT_columns);
	const char *folded = utf8_fold(assembly->arena, title, FOLD_CASE);
	size_t of = 0;
	while (column_kinds[of].kind != kind)
		of++;
	const char **key = (const char **)map_at(&assembly->columns[of], folded);
	struct import_piece *columns = piece_find(assembly->root, field);
	if (*key)
		return *key;
	if (!columns)
		columns = piece_put(assembly->root, field, piece_map(assembly->arena));
	struct import_piece *list = piece_make_list(assembly->arena, columns,
						    field_row(column_kinds[of].list)),
			    *column = piece_map(assembly->arena);
	*key = unused_key(assembly, kind, list, title);
	piece_put(column, field_row(FIELD_COLUMN_key), assembly_text(assembly, *key, source))
	    ->guessed = true;
	piece_put(column, field_row(FIELD_COLUMN_title), assembly_text(assembly, title, source));
	piece_add(list, column);
	assembly_remark(assembly, REMARK_OWN_COLUMN, source, title, NULL);
	return *key;
}

const char *
assembly_variant(struct assembly *assembly, const char *name, struct piece_source source)
{
	const struct field *list = field_row(FIELD_DOCUMENT_variants);
	const struct import_piece *variants = piece_find(assembly->root, list);
	const char *folded = utf8_fold(assembly->arena, name, FOLD_CASE);
	for (const struct import_piece *one = variants ? variants->first : NULL; one;
	     one = one->next) {
		const char *known = piece_found_text(one, field_row(FIELD_VARIANT_name));
		if (strcmp(utf8_fold(assembly->arena, known, FOLD_CASE), folded) == 0)
			return known;
	}
	assembly_thing(assembly, list, name, source);
	return name;
}
