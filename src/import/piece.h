/* SPDX-License-Identifier: MIT */
/* A process as it is put together out of a document: values that know where they came from, whether
 * they were guessed, and on which line they were written. */
#ifndef PRESALE_IMPORT_PIECE_H
#define PRESALE_IMPORT_PIECE_H

#include "change/written.h"

#include <stdbool.h>

struct import_piece {
	enum written_type type;
	const char *text;            /* of a text */
	const struct field *field;   /* in a mapping: whose key it stands under, or NULL … */
	const char *key;             /* … and the key itself where it is no field's */
	const char *document, *from; /* where it stands there; NULL: nowhere */
	bool guessed;
	uint32_t line; /* where it was written; 0: not yet */
	struct import_piece *first, *last, *next;
	struct import_piece *parent;
};

/* A place in a document. */
struct piece_source {
	const char *document, *place;
};

/* New pieces, in arena. */
struct import_piece *
piece_text(struct arena *arena, const char *text, struct piece_source source);
struct import_piece *
piece_map(struct arena *arena);

/* Puts a value at the end of a list; into a mapping, under a field's key or under another one.
 * Gives the value. */
struct import_piece *
piece_add(struct import_piece *list, struct import_piece *value);
struct import_piece *
piece_put(struct import_piece *map, const struct field *field, struct import_piece *value);
struct import_piece *
piece_put_key(struct import_piece *map, const char *key, struct import_piece *value);

/* What stands under a field's key, or NULL; its text, or NULL. */
struct import_piece *
piece_find(const struct import_piece *map, const struct field *field);
const char *
piece_found_text(const struct import_piece *map, const struct field *field);

/* The list under a field's key, made if there is none: a value that stands there becomes its first
 * item. */
struct import_piece *
piece_make_list(struct arena *arena, struct import_piece *map, const struct field *field);

/* Adds a text to the list under a field's key, unless it is there. */
void
piece_add_text(struct arena *arena, struct import_piece *map, const struct field *field,
	       struct import_piece *value);

/* Takes a piece out of what holds it, and that too when it is left empty. */
void
piece_drop(struct import_piece *piece);

/* The piece that begins on a line, or the one whose lines it is within; NULL when none does. */
struct import_piece *
piece_at(struct import_piece *piece, uint32_t line);

/* The pieces as values, fields in the table's order, in the shortest form; each value's piece is
 * found by it in *map. In arena. */
struct map;
const struct written *
piece_written(const struct import_piece *piece, struct map *map, struct arena *arena);

#endif
