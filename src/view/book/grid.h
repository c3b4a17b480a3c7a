/* SPDX-License-Identifier: MIT */
/* Tables as the workbook and the CSV folder share them: cells of styled text, numbers and dates, in
 * rows under columns. Knows neither the process nor a file format. */
#ifndef PRESALE_VIEW_BOOK_GRID_H
#define PRESALE_VIEW_BOOK_GRID_H

#include "support/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct entity;
struct field;

/* How a piece of text looks. */
enum look {
	LOOK_BOLD = 1 << 0,
	LOOK_ITALIC = 1 << 1,
	LOOK_CODE = 1 << 2,
	LOOK_LINK = 1 << 3,
	LOOK_COLOR = 1 << 4, /* in the piece's colour */
	LOOK_FAINT = 1 << 5,
	LOOK_STRUCK = 1 << 6,
};

struct piece {
	const char *text; /* not empty */
	unsigned look;
	uint32_t color; /* 0xRRGGBB, with LOOK_COLOR */
};

enum cell_type { CELL_NONE, CELL_TEXT, CELL_NUMBER, CELL_DATE };

/* What a cell says by its colour; the legend of the cover explains each. */
enum tint {
	TINT_NONE,
	TINT_HEAD,     /* the heading row */
	TINT_TITLE,    /* the title of a free sheet */
	TINT_LABEL,    /* a name beside its value */
	TINT_VALUE,    /* the value, on a free sheet */
	TINT_SECTION,  /* a heading within a sheet */
	TINT_GROUP,    /* the row that heads a group */
	TINT_NAME,     /* the name of what the row is about */
	TINT_KEY,      /* a key stage or step */
	TINT_BLOCKING, /* a blocking one */
	TINT_RISK,     /* a deadline at risk */
	TINT_FILL,     /* a role: a soft ground of the cell's colour, and text in it */
	TINT_BAR,      /* a day of work in the schedule */
	TINT_CRITICAL, /* a day of work on the critical path */
	TINT_NOTE,     /* an explanation */
	TINT_SIGN,     /* room for a signature */
	TINT_COUNT,
};

/* What may be chosen in a cell. */
enum pick { PICK_NONE, PICK_ROLE, PICK_STAGE, PICK_VARIANT, PICK_FLAG, PICK_CHOICE };

struct cell {
	enum cell_type type;
	enum tint tint;
	uint32_t color;              /* with TINT_FILL */
	uint32_t count;              /* of pieces */
	struct piece *pieces;        /* CELL_TEXT */
	double number;               /* CELL_NUMBER; of a CELL_DATE the day since 1970-01-01 */
	const char *href;            /* an address outside, or NULL */
	const struct entity *target; /* the thing whose row the cell leads to, or NULL */
	int sheet; /* the sheet the cell leads to, as a number from 1, or 0; with a target, the
		      sheet to look on */
	const char *note; /* shown beside the cell, or NULL */
	enum pick pick;   /* on a sheet whose columns have none */
	int choices;      /* the choice set, with PICK_CHOICE */
};

enum align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

/* A column. */
struct heading {
	const char *title;
	const char *key; /* what it is called when the book is read back; NULL: it is not */
	double width;    /* in digits of the body font */
	enum align align;
	enum pick pick;
	int choices;  /* the choice set, with PICK_CHOICE */
	bool again;   /* said again in the rows that continue one that is too tall */
	bool extra;   /* beyond the draft: in the book but folded away */
	bool many;    /* its cells hold several of what may be chosen */
	bool upright; /* the title is turned to stand */
	bool bare; /* mostly empty: its width stays, and in a big workbook its empty cells are not
		      written */
	uint32_t color; /* of the title's ground, or 0 for the usual one */
};

struct row {
	struct cell *cells; /* as many as there are columns */
	unsigned level;     /* 0, or how deep in a group */
	bool head;          /* heads the group of the deeper rows after it */
	double height;      /* in points; 0 fits the text */
	uint32_t merge_from,
	    merge_to;     /* the columns from one to the other are one cell; 0 and 0 for none */
	double least;     /* the least height, in points */
	bool on_screen;   /* on paper nobody needs it: links to the sheets, how to use the book */
	const char *mark; /* of what its cells say (mark.h), or NULL */
	const struct entity *about; /* the stage, role, term or step that links to this sheet lead
				       to here; what another row says something of; or NULL */
	const struct field *field;  /* of it that the row is about alone, or NULL … */
	uint32_t item;              /* … and which of its items, from 1; 0: all of it */
};

/* Adds text in a look. The text is not copied. */
void
cell_add(struct cell *cell, struct arena *arena, const char *text, unsigned look, uint32_t color);

/* Text alone. */
struct cell
cell_text(struct arena *arena, const char *text, unsigned look);

/* A number, shown as one and to be reckoned with. */
struct cell
cell_number(double number);

/* A day as date.h counts them, to be reckoned with. */
struct cell
cell_date(int32_t day);

/* True when all text on a ground is bold, whatever its pieces say. */
bool
tint_is_bold(enum tint tint);

/* The text of a CELL_TEXT in one string, "" for an empty one. In arena. */
const char *
cell_plain(const struct cell *cell, struct arena *arena);

#endif
