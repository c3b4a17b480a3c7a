/* SPDX-License-Identifier: MIT */
/* The regulation as a document: which sections there are and what stands in each, said once for
 * Markdown, HTML and the instructions of roles. An output only writes down what it is given: it
 * knows headings, fields, steps, tables and spans of text, and nothing of processes.
 *
 * The outline (one small struct a section) is kept, since contents and links need it before
 * anything is written. What stands in a section is made while it is written, a block at a time, and
 * forgotten: a process of 80,000 steps takes no more memory than one of ten. A block is small (a
 * field, a step, a row of a table), so that an output may look at all of it at once. */
#ifndef PRESALE_VIEW_DOC_DOC_H
#define PRESALE_VIEW_DOC_DOC_H

#include "text/prose/prose.h"
#include "view/view.h"

enum doc_part {
	PART_NONE,
#define PART(ID, ...) PART_##ID,
#define END_OF_REGULATION PART_END_OF_REGULATION,   /* no part */
#define END_OF_INSTRUCTION PART_END_OF_INSTRUCTION, /* no part */
#define END_OF_CLIENTS PART_END_OF_CLIENTS,         /* no part */
#include "view/doc/parts.def"
	PART_COUNT
};

struct doc_share;
struct course;

struct doc_section {
	enum doc_part part;
	const struct entity
	    *about;         /* the stage, role, pilot … it is about; NULL for a whole part */
	const char *title;  /* plain text */
	const char *number; /* "3" of a stage, "IV" of a part, «Приложение 2»; or NULL */
	const char *anchor; /* ASCII, unique in the document without regard to case; of an
			       interview NULL */
	int level;          /* 2 for a part, 3 below it; 1 is the title of the document */
	bool listed;        /* in the contents */
	uint32_t first;     /* of a letter: its first term in the order of the glossary */
	const struct doc_share *share; /* of a stage in an instruction: the role's part in it */
	const struct doc_section *parent;
};

/* Where a link leads within the document. */
struct doc_place {
	const struct doc_section *section; /* NULL when it leads nowhere */
	const char *anchor;                /* of the section, or of a step, term … in it */
};

enum doc_span_kind {
	SPAN_TEXT,   /* the program's words */
	SPAN_AUTHOR, /* the author's words as they are: terms in them may be linked */
	SPAN_NAME,   /* the same, what names something: never linked but as a whole */
	SPAN_STRONG, /* words that are to stand out */
	SPAN_LINK,   /* to `to` or to `href`, which is allowed */
	SPAN_ROLE,   /* a role by its name, in its colour; a link when `to` leads somewhere */
	SPAN_MARK,   /* a badge: key, blocking, external, only for a variant */
	SPAN_CURVE,  /* the values of a metric as a picture; the words behind it say the same */
	SPAN_PROSE,  /* the author's CommonMark; in a line of its own it may be many blocks */
};

/* A piece of a line. */
struct doc_span {
	enum doc_span_kind kind;
	const char *text; /* never NULL */
	struct doc_place to;
	const char *href;
	uint32_t color;             /* SPAN_ROLE: 0xRRGGBB */
	const struct entity *about; /* SPAN_ROLE: the role; SPAN_MARK of a variant: the variant;
				       SPAN_CURVE: the metric */
};

struct doc_line {
	struct doc_span *items;
	uint32_t count;
	const struct entity *about; /* the variant it holds for alone, or NULL */
};

/* A value: one line stands beside its title, several are a list. */
struct doc_lines {
	struct doc_line *items;
	uint32_t count;
};

enum doc_block_kind {
	BLOCK_TEXT,  /* lines: a paragraph each, or prose */
	BLOCK_LIST,  /* lines: an item each */
	BLOCK_MARKS, /* lines: one, of SPAN_MARK: badges of the section */
	BLOCK_FACTS, /* fields: short facts, each a title and one line */
	BLOCK_FIELD, /* title and lines; of a step's, the title may be NULL */
	BLOCK_STEPS, /* opens a list of steps; title or NULL */
	BLOCK_STEP,  /* anchor or NULL, number, lines[0] the name with its marks, fields; level 1 or
			2 */
	BLOCK_STEPS_END,
	BLOCK_TABLE, /* opens a table; title or NULL; cells are its headings */
	BLOCK_ROW,   /* cells, as many as the table has; anchor or NULL */
	BLOCK_TABLE_END,
	BLOCK_TERM,     /* anchor, lines[0] the term, lines[1] and on: the definition; fields */
	BLOCK_QUESTION, /* number, lines[0]: what is asked; title of the box for the answer */
	BLOCK_MAP,      /* the picture of the process */
	BLOCK_SHEETS,   /* the same on sheets that lie across, for paper: where what follows may
			   begin a page */
	BLOCK_GANTT, /* the picture of its schedule, for paper; the table that follows says the same
		      */
};

enum doc_align { ALIGN_START, ALIGN_MIDDLE, ALIGN_FIGURES };

struct doc_cell {
	struct doc_lines lines; /* of a heading: one */
	enum doc_align align;   /* of a heading: of its column */
	bool head;              /* of a row: names the row */
	char letter; /* of the matrix of responsibility: the first of its letters, small where that
			is taken over from the stage; else 0 */
};

struct doc_block {
	enum doc_block_kind kind;
	const char *title;
	const char *number;
	const char *anchor;
	int level;
	bool
	    brief; /* BLOCK_FIELD: a value of a few words; BLOCK_STEPS: each has only such fields */
	bool sentence; /* BLOCK_TERM: what it means is a sentence, and no part of one */
	const struct entity
	    *about; /* what it is about, for filters: a stage, step or role; or NULL */
	const struct entity *
	    *only; /* BLOCK_ROW about a stage or step: the variants it holds for,
		      NULL-ended, if those are not all that have what it is about */
	struct doc_lines lines;
	struct doc_cell *cells;
	uint32_t cell_count;
	struct doc_block *fields; /* BLOCK_FIELD each */
	uint32_t field_count;
};

/* What writes it down. Blocks live until the next call. */
struct doc_writer {
	void (*open)(struct doc_writer *writer, const struct doc_section *section);
	void (*block)(struct doc_writer *writer, const struct doc_block *block);
	void (*close)(struct doc_writer *writer, const struct doc_section *section);
};

/* A route from stage to stage; NULL is the start or end of the process. */
struct doc_route {
	const struct entity *from, *to;
	const char *outcome;        /* what the author says of it, or NULL */
	const char *names;          /* of the variants that take it; NULL when all do */
	const char *condition;      /* both; NULL when the route is always taken */
	const struct entity **only; /* the variants that take it, NULL-ended, if those are not all
				       that have its beginning; or NULL */
};

struct doc {
	const struct model *model;
	const struct voice *voice;
	const struct plan *plan;
	const struct role *role; /* whose instruction it is; NULL for the regulation */
	const struct questionnaire *interview; /* what it asks; NULL when it is none */
	const char *title;                     /* of the document */
	const struct doc_section **sections;   /* in reading order, each before those below it */
	uint32_t count;
	const struct doc_route *routes; /* in the order of the stages */
	uint32_t route_count;
	struct doc_own *own; /* view/doc/build.h */
};

/* The regulation of a process. plan may be NULL. The voice, its model and plan must outlive it;
 * free with doc_free. */
struct doc *
doc_new(const struct voice *voice, const struct plan *plan);

/* The instruction of a role: what it does, when, with whom, by what it is judged. It borrows from
 * the regulation of the same process, which must outlive it. */
struct doc *
doc_new_instruction(const struct doc *regulation, const struct role *role);

/* An interview, which must outlive it. */
struct doc *
doc_new_interview(const struct voice *voice, const struct questionnaire *interview);

/* True when a part of the document has anything to say. */
bool
doc_has_part(const struct doc *doc, enum doc_part part);

/* True for a document with contents: one page, an instruction or an interview has none. */
bool
doc_has_contents(const struct doc *doc);

/* Frees what the document holds, not the struct. */
void
doc_free(struct doc *doc);

/* Writes all sections, in order: open, the section's own blocks, the sections below it, close. */
void
doc_write(struct doc *doc, struct doc_writer *writer);

/* «УТВЕРЖДАЮ» with the role that approves the document, its people and lines to sign on, as it
 * stands before the title; no lines in an instruction, or where nobody approves. */
struct doc_block
doc_approval(struct doc *doc);

/* Its code and version, as they stand over each page: «РГ-07 · версия 1.2.0»; or "". */
const char *
doc_edition(const struct doc *doc);

/* What the page for clients and an interview begin with, below the title; in other documents no
 * lines. */
struct doc_block
doc_lead(struct doc *doc);

/* The picture of the process from stage to stage; href as course_options has it. NULL where there
 * is none, or none to be seen at a glance. In arena. */
struct course *
doc_course(const struct doc *doc, const char *href, struct arena *arena);

/* How many levels below a section headings in its prose stand: below the titles of fields, which
 * a checklist has none of. section may be NULL. */
int
doc_heading_depth(const struct doc_section *section);

/* The word for a heading of the page for clients: another where the page is for several. */
enum word
doc_client_word(const struct doc *doc, enum word word);

/* Where a thing of the process is described; section is NULL when nowhere in this document. */
struct doc_place
doc_find(const struct doc *doc, const struct entity *entity);

/* The next glossary term in running text at or after `at` that was not linked yet in the section
 * being written, may be, and is not described there itself; it then counts as linked. */
bool
doc_next_term(struct doc *doc, const char *at, const struct term **term, const char **start,
	      const char **end);

/* The roles that do or answer for a stage or step, for filters. NULL-ended, in arena. */
const struct role **
doc_roles_of(const struct entity *entity, struct arena *arena);

/* The variants a stage or step is for alone (its own `only` or that of what it is part of); NULL
 * when for all. */
const struct refs *
doc_only(const struct entity *entity);

#endif
