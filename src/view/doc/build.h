/* SPDX-License-Identifier: MIT */
/* What the parts of the document are made with: lines, values of fields, blocks. Everything is in
 * the document's scratch and lives until the block is written. */
#ifndef PRESALE_VIEW_DOC_BUILD_H
#define PRESALE_VIEW_DOC_BUILD_H

#include "model/fields.h"
#include "model/names.h"
#include "support/map.h"
#include "view/doc/doc.h"
#include "view/doc/index.h"

/* How parts are numbered. */
enum counted { COUNTED_PAGE, COUNTED_CHAPTER, COUNTED_APPENDIX, COUNTED_COUNT };

/* Which columns of a table are filled. */
struct doc_sieve {
	bool gathers; /* rows are looked at, not written */
	bool *filled;
	uint32_t count;
};

/* What doc.c keeps to itself and the parts of a document. */
struct doc_own {
	struct arena arena;   /* lives with the document */
	struct arena scratch; /* of the block under way */
	struct map places;    /* anchor → section */
	struct doc_writer *writer;
	const struct names *names;
	struct doc_index *index;
	const char **anchors;       /* by part; the regulation's are those of instructions, too */
	const struct term **terms;  /* in the order of the glossary */
	uint32_t *seen;             /* by number of term: `now` when it was linked last */
	bool *used;                 /* of an instruction, by number of term: it is needed */
	const struct term **needed; /* those terms, as they were found */
	uint32_t needed_count;
	bool reading; /* they are being looked for: any term counts */
	struct doc_route *routes;
	uint32_t now;                   /* the section or term being written, counted */
	uint32_t counts[COUNTED_COUNT]; /* parts so far */
	struct doc_sieve *sieve;        /* of the table under way, or NULL */
	struct words *metric_words;     /* of the units of metrics; NULL until they are shown */
};

/* A part of the document; a NULL function stands for the usual. */
struct doc_part_info {
	bool (*has)(const struct doc *doc); /* usual: the field of the file gives something */
	void (*outline)(struct doc *doc,
			const struct doc_section *part); /* adds the sections below; usual: none */
	void (*write)(
	    struct doc *doc,
	    const struct doc_section *section); /* the part or one of the sections below it */
};

#define PART(ID, anchor, ...) extern const struct doc_part_info doc_part_##anchor;
#include "view/doc/parts.def"

/* Adds a section to the outline. Texts must live as long as the document. */
const struct doc_section *
doc_add_section(struct doc *doc, struct doc_section section);

/* A section of a part about a thing, with its name and anchor. */
struct doc_section
doc_below(const struct doc_section *part, const struct entity *about);

/* Links to a thing lead to this section. */
void
doc_set_place(struct doc *doc, const char *anchor, const struct doc_section *section);

/* Adds an empty line; it stays where it is until the next one is added. */
struct doc_line *
doc_line_add(struct doc *doc, struct doc_lines *lines);

/* Adds a span to a line; its text is not copied. */
void
doc_span_add(struct doc *doc, struct doc_line *line, struct doc_span span);

/* Adds a text of a kind to a line; NULL and "" add nothing. */
void
doc_say(struct doc *doc, struct doc_line *line, enum doc_span_kind kind, const char *text);

/* A thing of the process: a role in its colour, a stage or step with its number, others by their
 * name; a link where the document describes it. Then by its name alone, and by its number alone. */
void
doc_mention(struct doc *doc, struct doc_line *line, const struct entity *entity);
void
doc_mention_name(struct doc *doc, struct doc_line *line, const struct entity *entity);
void
doc_number(struct doc *doc, struct doc_line *line, const struct entity *entity);

/* A stage or step that an instruction tells of, by its number alone: its name stands there. Other
 * things, and in other documents, as doc_mention. */
void
doc_mention_briefly(struct doc *doc, struct doc_line *line, const struct entity *entity);

/* A reference: as doc_mention, or what was written when it leads nowhere. */
void
doc_refer(struct doc *doc, struct doc_line *line, const struct ref *ref);

/* A material: its title as a link, or with an address behind it that may be none; the same and its
 * kind. */
void
doc_address(struct doc *doc, struct doc_line *line, const struct attachment *attachment);
void
doc_material(struct doc *doc, struct doc_line *line, const struct attachment *attachment);

/* What sort of material it is, and in which appendix its text stands, if it does. */
void
doc_say_sort(struct doc *doc, struct doc_line *line, const struct attachment *attachment);

/* Its address as the document has it, or NULL; under it doc_set_place keeps where its text is. */
const char *
doc_address_of(const struct doc *doc, const struct attachment *attachment);

/* One line of one span. */
struct doc_lines
doc_text(struct doc *doc, enum doc_span_kind kind, const char *text);

/* The title of a field; a duration's without the unit, which its values name here. In scratch. */
const char *
doc_title(struct doc *doc, const struct field *field);

/* Any field as lines; none when it is absent or empty. */
struct doc_lines
doc_value(struct doc *doc, const struct entity *entity, const struct field *field);

/* Who does a stage or step, as it may differ by variant: «Аккаунт; Ключевой клиент: Директор». */
void
doc_say_cases(struct doc *doc, struct doc_line *line, const struct part_cases *cases);

/* Says behind a line, or in lines of their own, what is left to say of a thing (show_is_rest). */
void
doc_say_rest(struct doc *doc, struct doc_line *line, const struct entity *entity);
void
doc_add_rest(struct doc *doc, struct doc_lines *lines, const struct entity *entity);

/* The same by the name of the member. */
struct doc_lines
doc_member(struct doc *doc, const struct entity *entity, enum field_id field);

/* Key, blocking, external, only for: badges of a thing; no lines when it has none. */
struct doc_lines
doc_marks(struct doc *doc, const struct entity *entity);

/* Fills in a list of fields for BLOCK_FACTS, BLOCK_STEP and BLOCK_TERM. */
void
doc_field_add(struct doc *doc, struct doc_block *block, const struct field *field,
	      struct doc_lines lines);

/* The same under a title of the program's own. */
void
doc_fact_add(struct doc *doc, struct doc_block *block, const char *title, struct doc_lines lines);

/* What an interview begins with: how it is done, who answers, when. */
struct doc_lines
doc_interview_lead(struct doc *doc);

/* Passes a block to the writer and forgets the scratch. */
void
doc_put(struct doc *doc, const struct doc_block *block);

/* The table of exceptions, and whether there is one. */
bool
doc_has_exceptions(const struct doc *doc);
void
doc_put_exceptions(struct doc *doc);

/* Common blocks: nothing is written where there are no lines. */
void
doc_put_text(struct doc *doc, const char *text);
void
doc_member_add(struct doc *doc, struct doc_block *block, const struct entity *entity,
	       const struct field *field);
void
doc_put_member(struct doc *doc, const struct entity *entity, const struct field *field);

/* A table: the heading by titles, then rows cell by cell. */
struct doc_block
doc_table(struct doc *doc, enum doc_block_kind kind, uint32_t columns);
void
doc_head(struct doc *doc, struct doc_block *table, uint32_t column, const char *title,
	 enum doc_align align);

/* Has a table written without the columns that no row fills, the first apart: put writes all of it,
 * and is called twice. */
void
doc_put_sifted(struct doc *doc, void (*put)(struct doc *doc, const void *data), const void *data);

/* What doc_put does of it: a look at a block, and the block without such columns. In scratch. */
void
doc_sieve_note(struct doc *doc, const struct doc_block *block);
struct doc_block
doc_sieve_cut(struct doc *doc, const struct doc_block *block);

/* A table of attributes and their values, until BLOCK_TABLE_END; title or NULL. A row without lines
 * is none. */
void
doc_open_attributes(struct doc *doc, const char *title);
void
doc_put_attribute(struct doc *doc, const char *title, struct doc_lines lines);

/* A column of a table of things that the part fills in itself. */
struct doc_column {
	const char *title;
	enum field_id before; /* it stands before that of this field; where no thing gives that,
				 or 0: behind all */
	bool instead;         /* and that field has none */
};

/* The columns of a list of things. */
struct doc_listing {
	const struct field **fields; /* by column; NULL for one of the part's own */
	const uint32_t *own;         /* where these stand */
	uint32_t columns;
};

/* Opens the table of a list that is not empty, with so many columns of its own; title or NULL. Then
 * its rows. */
struct doc_listing
doc_open_list(struct doc *doc, const struct list *list, const char *title,
	      const struct doc_column *own, uint32_t count);

/* The row of an item, whose own cells are to be filled in. */
struct doc_block
doc_item_row(struct doc *doc, const struct doc_listing *listing, const struct entity *item);

/* A list of things as a table: a column for each field that any of them gives. */
void
doc_put_list(struct doc *doc, const struct list *list, const char *title);

/* How a field's column stands. */
enum doc_align
doc_align_of(const struct field *field);

/* True for values of a few words, which stand together at the head of a thing: durations,
 * references, dates, marks. */
bool
doc_is_fact(const struct field *field);

/* The badges, then the short facts of a thing. */
void
doc_put_marks(struct doc *doc, const struct entity *entity);
void
doc_put_facts(struct doc *doc, const struct entity *entity);

/* From best to at most, in words; one of them when they are equal. In scratch. */
const char *
doc_time(struct doc *doc, struct length best, struct length most);

/* To whom the role of an instruction hands what comes of a step of its. */
struct doc_lines
doc_handed_to(struct doc *doc, const struct entity *step);

/* What a role takes over and what else it hands over; nothing where it does neither. */
bool
doc_has_hands(const struct doc *doc);
void
doc_put_hands(struct doc *doc, const struct entity *role);

/* What passes from role to role: what an outcome says, or the result of what ends. */
struct doc_lines
doc_handed(struct doc *doc, const struct handover *handover);

/* A step with its fields, or what of it matters where another stands in the way; level 1 or 2. */
void
doc_put_step(struct doc *doc, const struct entity *step, int level);

/* What a role has to do with a stage, and with steps in another way than with it: «консультирует;
 * утверждает: 2.1, 2.3». */
struct doc_lines
doc_share_value(struct doc *doc, const struct doc_share *share, const struct role *role,
		bool numbered);

/* The working day in which a moment lies, counted from 1; an end belongs to the day it closes. In
 * scratch. */
const char *
doc_day(struct doc *doc, struct length time, bool end);

/* Whether there are days to tell of a stage or step: it takes time, or goes on for ever beside what
 * does. */
bool
doc_is_scheduled(const struct doc *doc, const struct task *task);

/* A term with its definition and fields. */
void
doc_put_term(struct doc *doc, const struct term *term);

/* A table of materials. */
void
doc_put_materials(struct doc *doc, const struct doc_material *material);

/* Fills in the document's routes. */
void
doc_find_routes(struct doc *doc);

/* Takes a document in without writing it down. */
struct doc_reader {
	struct doc_writer writer;
	struct doc *doc;
};

/* A reader of an instruction that notes every term it names, until doc_end_reading, which adds
 * those that explain them. */
struct doc_reader
doc_term_reader(struct doc *doc);
void
doc_end_reading(struct doc *doc);

/* What is written next describes a term: it is read alone, so each other term that it names is
 * linked, and the term itself is not. */
void
doc_begin_term(struct doc *doc, const struct entity *term);

/* True when a field of the file is shown by a part of its own. */
bool
doc_is_part(const struct field *field);

/* True for a field of the process that the part in brief shows: nothing else has to. */
bool
doc_is_brief(const struct field *field);

/* The deadline of the process, with what the stages leave of it; no lines when none is set. */
struct doc_lines
doc_deadline_set(struct doc *doc);

/* True when some stage has a time, so that there is a total. */
bool
doc_is_timed(const struct doc *doc);

/* The total of the stages, in words; no lines where nothing has a time. */
struct doc_lines
doc_total(struct doc *doc);

/* True when a field has a section or line of its own: it is no name and no plumbing. */
bool
doc_is_shown(const struct field *field);

#endif
