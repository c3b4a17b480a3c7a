/* SPDX-License-Identifier: MIT */
/* Documents as Word reads them (ECMA-376, WordprocessingML): the state of one being written, its
 * paragraphs, its blocks and its parts. Lengths are in twips, twentieths of a point. The order of
 * elements within the properties of paragraphs, runs and tables is that of the schema. */
#ifndef PRESALE_EMIT_DOCX_DOCX_H
#define PRESALE_EMIT_DOCX_DOCX_H

#include "emit/emit.h"
#include "files/zip.h"
#include "support/map.h"
#include "view/doc/doc.h"

enum {
	DOCX_WIDTH = 9638,         /* of the text: A4 without its margins */
	DOCX_WIDTH_ACROSS = 15138, /* the same of one that lies across */
	DOCX_INDENT = 284,         /* of a level of a list */
	DOCX_STEP = 737,           /* of the text of a step, behind its number */
	DOCX_SUBSTEP = 851,        /* the same below a step */
	DOCX_IN_CELL = 170,        /* of a list in a table */
	DOCX_CELL_FONT = 170,      /* of what tables are written in */
};

/* How a page lies. */
enum docx_paper { DOCX_SAME, DOCX_UPRIGHT, DOCX_ACROSS };

/* Lists of w:numbering that every document has; those of steps follow. */
enum { DOCX_NO_LIST, DOCX_BULLETS, DOCX_FIRST_STEPS };

/* How a paragraph stands. */
struct docx_paragraph {
	const char *style; /* of docx_styles.xml; NULL for the usual */
	int left, hanging; /* of the text, and how far its first line begins before that */
	uint32_t list;
	int level; /* in the list, from 0 */
	enum doc_align align;
	bool keep;            /* on one page with what follows */
	bool new_page;        /* begins one */
	const char *anchor;   /* that links lead to, or NULL */
	enum docx_paper ends; /* it is the last one on pages that lie so */
};

/* How a run of text looks. */
struct docx_look {
	const char *style; /* of docx_styles.xml, or NULL */
	bool bold, italic, struck;
	const uint32_t *color; /* 0xRRGGBB, or NULL */
};

/* A list of steps: its first number, and what stands before all of them ("3."). */
struct docx_list {
	const char *before;
	unsigned first;
};

/* How wide text would be on one line. */
struct docx_measure {
	double line, widest; /* of the line under way, and of any */
	double word;         /* of the widest word */
	double all;          /* of all lines together */
};

/* What is known of the column of a table. */
struct docx_column {
	enum doc_align align;
	bool upright; /* its heading stands on end */
	bool empty;   /* but for its heading */
	double word, widest, sum;
};

/* A picture of the process in the package. */
struct docx_drawing {
	const char *name; /* its relation, and in word/media its file */
	struct buf bytes;
	double width, height; /* in millimetres */
};

/* A figure: pictures that follow one another. */
struct docx_figure {
	uint32_t first, count; /* in the document's drawings */
	bool across;           /* on pages that lie so */
};

struct docx_table {
	size_t grid; /* where in out the widths of the columns go */
	struct docx_column *columns;
	uint32_t count, capacity, rows;
	bool settled; /* its columns have their widths */
};

struct docx {
	struct doc_writer writer; /* first: the document knows no more */
	struct emission *emission;
	struct doc *doc;
	const char *suffix;   /* of the file */
	const char *up;       /* from the file to the folder of the outputs */
	const char *accent;   /* of headings, as RRGGBB */
	uint32_t tint;        /* the ground of heads of tables */
	struct arena arena;   /* as long as the document */
	struct arena scratch; /* of the block under way */
	struct zip_writer zip;
	struct buf archive;
	struct buf out;                    /* of word/document.xml, what is not packed yet */
	const struct doc_section *section; /* being written */
	bool separate;                     /* the title has a page of its own */
	bool paged;                        /* there are pages whose properties are told */
	bool columns;                      /* what follows stands in two */
	struct docx_paragraph paragraph;   /* under way … */
	bool pending, open;                /* … and not begun yet, or begun */
	struct docx_measure measure;
	struct map bookmarks; /* anchor → its number */
	uint32_t bookmark_count;
	struct map links; /* address → its number */
	const char **addresses;
	uint32_t address_count;
	struct docx_list *lists; /* of steps */
	uint32_t list_count;
	bool card;        /* fields are under way */
	bool steps_brief; /* those under way have no more than short fields */
	struct docx_table table;
	uint32_t picture_count; /* shown so far */
	struct docx_drawing *drawings;
	uint32_t drawing_count;
	struct docx_figure course, map, gantt;
};

/* Begins a paragraph, which is written with its first text, and ends it, even if empty. */
void
docx_begin(struct docx *docx, struct docx_paragraph paragraph);
void
docx_end(struct docx *docx);

/* Text within the paragraph under way. */
void
docx_run(struct docx *docx, struct docx_look look, const char *text);
void
docx_tab(struct docx *docx);

/* A picture of the package within the paragraph under way: its relation, what it shows for those
 * who cannot see it, and its size in millimetres. */
void
docx_picture(struct docx *docx, const char *relation, const char *shows, double width,
	     double height);

/* Draws what pictures a document has, before the package begins. What could not be read on paper is
 * left out with a word. */
void
docx_draw(struct docx *docx);

/* The pictures that were drawn. The map of steps is one of the process's, or has pages that lie
 * across, which begin and end here. */
void
docx_map(struct docx *docx, const struct doc_block *map);
void
docx_sheets(struct docx *docx);
void
docx_gantt(struct docx *docx);

/* Properties of the pages up to here: how they lie, with their heads and feet. */
void
docx_pages(struct docx *docx, enum docx_paper paper);

/* The logo of the process, as Word can draw it without another program: none that is SVG. NULL when
 * there is none. */
const struct picture *
docx_logo(const struct docx *docx);

/* The spans of a line within the paragraph under way; prose of many blocks makes more of them. */
void
docx_line(struct docx *docx, const struct doc_line *line);

/* A paragraph of a line; one of plain text. */
void
docx_put(struct docx *docx, struct docx_paragraph paragraph, const struct doc_line *line);
void
docx_put_text(struct docx *docx, struct docx_paragraph paragraph, const char *text);

/* Several lines as a list whose marks stand at left. */
void
docx_items(struct docx *docx, const struct doc_lines *lines, const char *style, int left);

/* The name of the bookmark at an anchor: anchors are too long for Word, and have hyphens. In the
 * document's arena. */
const char *
docx_bookmark(struct docx *docx, const char *anchor);

/* A field of Word's, with its instruction and what it shows until it is computed. */
void
docx_field(struct buf *out, const char *instruction, const char *shown);

/* A block of the section under way; forgets the scratch. */
void
docx_block(struct docx *docx, const struct doc_block *block);

/* «Срок: » in the paragraph under way; the lines of a short value, with a sign between them; a name
 * that stands out, with its badges after it. */
void
docx_label(struct docx *docx, const char *title);
void
docx_joined(struct docx *docx, const struct doc_lines *lines, const char *between);
void
docx_name(struct docx *docx, const struct doc_line *name);

/* A longer field: beside its title when it is one, else as a list below. */
void
docx_detail(struct docx *docx, const struct doc_block *field, int left);

/* A field beside its title, in the table of those that it follows; the end of that table, if any.
 */
void
docx_card_row(struct docx *docx, const struct doc_block *field);
void
docx_card_end(struct docx *docx);

/* Steps: their head, each, their end. */
void
docx_steps_open(struct docx *docx, const struct doc_block *steps);
void
docx_step(struct docx *docx, const struct doc_block *step);
void
docx_steps_close(struct docx *docx);

/* The beginning of a table of a style, up to its grid, and its end. */
void
docx_table_begin(struct docx *docx, const char *style);
void
docx_table_end(struct docx *docx);

/* A table: its head, its rows, its end. */
void
docx_table_open(struct docx *docx, const struct doc_block *table);
void
docx_table_row(struct docx *docx, const struct doc_block *row);
void
docx_table_close(struct docx *docx);

/* Begins the package, up to where out begins; ends it, and writes it as stem + its suffix. */
void
docx_open(struct docx *docx);
void
docx_close(struct docx *docx);

/* Packs what is in out, when that is so much and will not change: the document of a huge process
 * would take more memory than its model. */
void
docx_spill(struct docx *docx, size_t least);

#endif
