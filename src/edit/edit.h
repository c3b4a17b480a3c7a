/* SPDX-License-Identifier: MIT */
/* A change set becomes bytes of the source: as few as it takes, in the manner of what stands around
 * them. The files as they would be are read again, in memory: their model must differ from the old
 * one by the change set alone, and have no error that was not there. Nothing is written here. */
#ifndef PRESALE_EDIT_EDIT_H
#define PRESALE_EDIT_EDIT_H

#include "change/change.h"
#include "diag/diag.h"
#include "files/overlay.h"

/* A process as load_model was asked for it, and what it gave. */
struct edit_source {
	const struct model *model;
	const struct diagnostics *diags; /* of that load */
	const char *path, *out;
	const struct overlays *overlays; /* or NULL */
};

/* A file of the model that becomes another, with its byte order mark. */
struct edited_file {
	unsigned file;
	struct buf bytes;
};

/* Why a change was not made, and the place where a person can make it. */
struct edit_refusal {
	const struct change *change; /* NULL: of all of them nobody knows which */
	enum phrase why;
	struct pos pos;   /* in the model as it was; line 0: in no one place */
	struct said says; /* of an error that would come: the message */
};

/* Files, or what was refused: never both. Zeros are nothing. */
struct edited {
	struct arena arena;
	struct edited_file *files; /* only those that change, in the order of the model */
	uint32_t file_count;
	struct edit_refusal *refusals;
	uint32_t refusal_count;
};

/* Makes the files of a process what the changes would have them; false when some are refused, and
 * then none is made. In both cases edited_free frees it. */
bool
edit_changes(const struct edit_source *source, const struct changes *changes,
	     struct edited *edited);

struct renaming;

/* The same for a word that becomes another (edit/rename.h). */
bool
edit_rename(const struct edit_source *source, const struct renaming *renaming,
	    struct edited *edited);

/* Frees files and refusals. */
void
edited_free(struct edited *edited);

#endif
