/* SPDX-License-Identifier: MIT */
/* The process as a book of tables: which sheets there are, their columns and rows. Writers (XLSX,
 * CSV) take the rows as they come, one at a time, so that a huge process needs no more memory than
 * a small one. */
#ifndef PRESALE_VIEW_BOOK_BOOK_H
#define PRESALE_VIEW_BOOK_BOOK_H

#include "model/names.h"
#include "model/show.h"
#include "plan/graph/handover.h"
#include "plan/part.h"
#include "view/book/grid.h"
#include "view/view.h"

enum sheet_id {
	SHEET_NONE,
#define SHEET(ID, ...) SHEET_##ID,
#define SHEET_OF SHEET
#include "view/book/sheets.def"
#undef SHEET
#undef SHEET_OF
	SHEET_COUNT
};

/* A sheet as a writer sees it. */
struct sheet_form {
	enum sheet_id id;          /* SHEET_NONE for one that is not in the table */
	const char *title;         /* in the language of the book */
	const char *file;          /* ASCII, lower case */
	const struct stage *stage; /* of a sheet for one stage, else NULL */
	const struct heading *columns;
	uint32_t count;
	const char *mark; /* of the columns (mark.h), or NULL */
	uint32_t frozen;  /* columns that stay in view */
	bool free;        /* laid out for reading: no heading row, no filter, no bands */
	bool upright;     /* printed on upright paper */
	bool lean;        /* a column in which nothing stands is folded away */
};

/* What takes the rows. A failed call is final. */
struct writer {
	bool (*open)(struct writer *writer, const struct sheet_form *form);
	bool (*row)(struct writer *writer, const struct row *row);
	bool (*close)(struct writer *writer);
	bool marked; /* what is read back gets marks, unless it hides something and leaves the house
		      */
	bool stays;  /* nothing leaves it: the rows are compared with others */
	bool visual; /* people look at it: a cell can lead somewhere, colours show, there is room to
			sign */
};

/* Stages and steps from which on the schedule shows stages only. */
enum { SCHEDULE_TASKS = 20000 };

struct book {
	const struct model *model;
	const struct voice *voice;
	const struct plan *plan;
	struct writer *writer;
	const struct names *names;
	const struct term **terms; /* in the order of the glossary */
	const struct handover *handovers;
	uint32_t handover_count;
	bool shown[SHEET_COUNT];
	bool narrowed;  /* a table by role was left out, for there are too many roles */
	uint8_t *noted; /* by number of term: explained already */
	bool *given;    /* by field_id: a thing gives it; of those that have a column then alone,
			   NULL until the first is asked for */
	bool failed;    /* a writer's call failed */
	bool on_screen; /* the rows under way serve the screen alone; no others follow them */
	bool explains;  /* terms of the sheet under way get notes */
	const struct sheet_form *form; /* of the sheet under way */
	struct arena *arena;           /* for the whole book */
	struct arena kept;             /* for what goes with the book: the hand-overs */
	struct arena scratch;          /* for the row under way */
};

/* Sets out the book of a view; what its rows hold is in arena or the scratch. End it with book_end.
 */
void
book_start(struct book *book, const struct view *view, struct arena *arena, struct writer *writer);

/* What a book leaves out, for its readers to be told; 0: nothing. */
struct book_limits {
	uint32_t roles; /* so many that there are no tables with a column for each */
	uint32_t tasks; /* so many stages and steps that the schedule has stages only */
};
struct book_limits
book_limits(const struct book *book);

/* Writes every sheet that is shown, in order; false when a call of the writer failed. */
bool
book_write(struct book *book);

/* Writes interviews instead, each on a sheet of its own. */
bool
book_write_interviews(struct book *book, const struct questionnaire *questions);

/* Frees what the book holds, not the struct. */
void
book_end(struct book *book);

/* The title and the key of a sheet. */
const char *
sheet_title(const struct voice *voice, enum sheet_id sheet);
const char *
sheet_key(enum sheet_id sheet);

/* The first of the names separated by commas that no sheet has as its key or title, in English or
 * Russian; NULL when there is none. In arena. */
const char *
sheet_unknown(const char *names, struct arena *arena);

/* The keys of all sheets, ended by NULL. */
const char *const *
sheet_keys(void);

/* What the sheet holds. */
const char *
sheet_about(const struct voice *voice, enum sheet_id sheet);

/* True when the book has the sheet: it was not left out and there is something to show. */
bool
book_has(const struct book *book, enum sheet_id sheet);

/* For the sheets: starts one, passes a row (and forgets the scratch), ends it. */
void
book_open(struct book *book, const struct sheet_form *form);
void
book_row(struct book *book, const struct row *row);
void
book_close(struct book *book);

/* An empty row of the sheet under way, with one spare cell past its end, in the scratch. */
struct row
book_blank(struct book *book);

/* Adds a text of the author's; terms not yet explained go to the cell's note. Roles have their
 * colours where they stand as such: in a sentence these would be noise. */
void
book_add_text(struct book *book, struct cell *cell, const char *text, unsigned look);

/* The same for CommonMark. */
void
book_add_prose(struct book *book, struct cell *cell, const char *text);

/* Texts as a list with bullets, or bare when there is one. */
void
book_add_texts(struct book *book, struct cell *cell, const struct texts *texts, bool prose);

/* The id by which a stage or step is found: with those of its stage and outer step before it. In
 * the scratch. */
const char *
book_path(struct book *book, const struct entity *entity);

/* TINT_BLOCKING, TINT_KEY or TINT_NONE of a stage or step. */
enum tint
book_mark(const struct entity *entity);

/* A role by its name, in its colour. */
struct cell
book_role(struct book *book, const struct role *role);

/* The roles of a letter that are named. A step that does not say who does it shows in italics who
 * does it all the same; whom else it takes over from its stage, the stage's row says. */
struct cell
book_part(struct book *book, const struct entity *entity, enum raci letter);

/* Adds who approves a stage or step, where that is not who is responsible. */
void
book_add_approver(struct book *book, struct cell *cell, const struct entity *entity,
		  const char *before);

/* The folded column for ids of a kind, the last one of a sheet. */
struct heading
book_id_column(const struct book *book, enum kind kind);

/* Adds what the columns do not show of a thing (show_rest), a line each. */
void
book_add_rest(struct book *book, struct cell *cell, const struct entity *entity);

/* Any field of an entity as a cell. */
struct cell
book_field(struct book *book, const struct entity *entity, const struct field *field);

/* The deadline of a stage or step; where variants have theirs, a line each. */
struct cell
book_deadline(struct book *book, const struct entity *entity);

/* Colours the cell of a deadline that cannot hold, and says why in its note. */
void
book_mark_risk(struct book *book, struct cell *cell, const struct entity *entity);

/* True for an address that a cell can open: by a scheme that links may have, and not too long. */
bool
book_can_open(const char *href);

#endif
