/* SPDX-License-Identifier: MIT */
/* What may be written at a place, told by the lines above it alone: a text is seldom whole YAML
 * while somebody types. */
#ifndef PRESALE_ASSIST_TYPING_H
#define PRESALE_ASSIST_TYPING_H

#include "model/field.h"

struct typing {
	enum kind kind; /* of the thing that a key may be written of here; or KIND_NONE */
	const struct field *field; /* that a value may be written of here; or NULL */
	bool flow;                 /* between brackets */
	bool russian;              /* the keys about it are */
	size_t start;              /* the byte where the word begins that is typed */
	const char **present;      /* keys that the thing has, folded (FOLD_KEY) */
	uint32_t present_count;
};

/* At a byte of a text of a process. In arena. */
struct typing
typing_at(const struct model *model, const char *text, size_t length, size_t byte,
	  struct arena *arena);

#endif
