/* SPDX-License-Identifier: MIT */
/* What the schema of files and that of the model's JSON are printed with. */
#ifndef PRESALE_MODEL_SCHEMA_PRINT_H
#define PRESALE_MODEL_SCHEMA_PRINT_H

#include "model/field.h"
#include "support/json.h"

struct schema_printer {
	struct json json;
	struct arena arena; /* of names and patterns */
	int lang;           /* of descriptions */
	bool model;         /* of the model's JSON, not of the format */
	bool own;           /* of what may have columns of the author's */
};

/* The head of a schema; schema_end ends it. */
void
schema_begin(struct schema_printer *p, const char *title);

/* Ends the schema and gives back the printer's memory. */
void
schema_end(struct schema_printer *p);

/* Values: what follows a definition, and a list of that. */
void
schema_put_ref(struct schema_printer *p, const char *definition);
void
schema_put_list(struct schema_printer *p, const char *definition);

/* Members: a definition of a JSON type, and of a text that fits a regular expression. */
void
schema_put_type(struct schema_printer *p, const char *name, const char *type);
void
schema_put_pattern(struct schema_printer *p, const char *name, const char *pattern);

/* A value: the words of a set of choices, the first spelling of each or all. */
void
schema_put_choices(struct schema_printer *p, enum choice_set set, bool all);

/* A value that follows any of the values that are printed between the two. */
void
schema_any_of(struct schema_printer *p);
void
schema_any_of_end(struct schema_printer *p);

/* Spellings separated by |, of both languages (the second may be NULL), as one expression: in any
 * case, with any of the blanks that count the same. */
const char *
schema_pattern(struct schema_printer *p, const char *first, const char *second);

/* The definition of a kind of thing: another one for what may have the author's columns. */
const char *
schema_kind(struct schema_printer *p, enum kind kind);

/* The definition a field's value follows: of its type, its choices, or the things it holds. */
const char *
schema_definition(struct schema_printer *p, const struct field *field);

/* A field's value, with its title for a description. */
void
schema_put_property(struct schema_printer *p, const struct field *field);

#endif
