/* SPDX-License-Identifier: MIT */
/* The process that is put together out of documents: its things as pieces, the names by which they
 * are mentioned, and what is to be said. */
#ifndef PRESALE_IMPORT_ASSEMBLY_H
#define PRESALE_IMPORT_ASSEMBLY_H

#include "import/read/foreign.h"
#include "import/piece.h"
#include "support/map.h"

struct assembly {
	struct arena *arena;
	struct remarks *remarks;
	const char *document;           /* the name of the one that is read now */
	struct import_piece *root;      /* the file */
	struct words *words;            /* names of roles and stages, in any form */
	struct map roles;               /* by folded name: pieces */
	struct map stages;              /* likewise: the last of its name */
	struct map columns[3];          /* of the author's, by folded title: their keys */
	struct map tables;              /* by topic: what stands under it (branch.h) … */
	struct branch_table *kept;      /* … and all of them, the last first */
	struct import_piece **numbered; /* mentions of stages that may be their numbers */
	size_t numbered_count;
	bool cyrillic; /* some text is Russian */
};

/* Begins an empty process. What it holds is arena's; assembly_end frees its maps. */
void
assembly_begin(struct assembly *assembly, struct arena *arena, struct remarks *remarks);
void
assembly_end(struct assembly *assembly);

/* Says something of a place in the document that is read; one and two may be NULL. */
void
assembly_remark(struct assembly *assembly, enum remark_id id, struct piece_source source,
		const char *one, const char *two);

/* A place in the document that is read. */
struct piece_source
assembly_source(const struct assembly *assembly, const char *place);

/* A text that stands there. */
struct import_piece *
assembly_text(struct assembly *assembly, const char *text, struct piece_source source);

/* The name without its number: «2. Оценка», «Этап 4. Оценка». In arena. */
const char *
assembly_name(const struct assembly *assembly, const char *text);

/* What the file says of itself. */
struct import_piece *
assembly_process(struct assembly *assembly);

/* A new thing in a list of the file, with its name. */
struct import_piece *
assembly_thing(struct assembly *assembly, const struct field *list, const char *name,
	       struct piece_source source);

/* The role of a name, in any form, or NULL; the same, added if there is none, with a remark. */
struct import_piece *
assembly_find_role(struct assembly *assembly, const char *name);
const char *
assembly_role(struct assembly *assembly, const char *name, struct piece_source source);

/* Adds a role that is told of as such, or gives the one of that name. */
struct import_piece *
assembly_add_role(struct assembly *assembly, const char *name, struct piece_source source);

/* The stage of a name, or NULL; a new one. */
struct import_piece *
assembly_find_stage(struct assembly *assembly, const char *name);
struct import_piece *
assembly_add_stage(struct assembly *assembly, const char *name, struct piece_source source);

/* The key of a column of the author's, which is made with the first; the things that have it are
 * stages, roles or steps. */
const char *
assembly_column(struct assembly *assembly, enum kind kind, const char *title,
		struct piece_source source);

/* The id or name of a variant, which is added if there is none. */
const char *
assembly_variant(struct assembly *assembly, const char *name, struct piece_source source);

#endif
