/* SPDX-License-Identifier: MIT */
/* Which bytes of a file each byte of a text's value comes from: through quotes, escapes, folded
 * lines and blocks, by the rules of YAML. Making the map takes one walk over the text, a question
 * a binary search. */
#ifndef PRESALE_YAML_SCALAR_H
#define PRESALE_YAML_SCALAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum scalar_style { SCALAR_PLAIN, SCALAR_SINGLE, SCALAR_DOUBLE, SCALAR_LITERAL, SCALAR_FOLDED };

/* Some bytes of a file's text. */
struct span {
	size_t start, end;
};

/* A run of the value and what it comes from. */
struct scalar_piece {
	uint32_t value, length;
	uint32_t source, source_length;
	bool same; /* byte for byte; otherwise the whole stands for the whole, as an escape does */
};

struct scalar_map {
	struct scalar_piece *pieces; /* in the order of the value and of the file */
	size_t count;
	size_t length; /* of the value */
};

/* Maps a text that stands at span in the file's text, with its tag and anchor if it has them. The
 * indent is that of the mapping or list that holds it, -1 when none does. The caller frees it. */
struct scalar_map
scalar_map(const char *text, struct span span, enum scalar_style style, int indent);

/* Frees what scalar_map gave; the text stays. */
void
scalar_map_free(struct scalar_map *map);

/* Where length bytes of the value, whole characters and at least one, stand. False when the value
 * is shorter. */
bool
scalar_place(const struct scalar_map *map, size_t offset, size_t length, struct span *place);

/* The first byte behind tags, anchors, blanks and comments from start on; end at most. */
size_t
scalar_skip_properties(const char *text, size_t start, size_t end);

#endif
