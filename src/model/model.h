/* SPDX-License-Identifier: MIT */
/* The process in memory: things of several kinds, each of which begins with what every thing has,
 * and the values that their fields hold. Code that treats all fields alike walks the table
 * (field.h); the struct of each kind, for code that knows what it wants, is in fields.h. Everything
 * lives in the model's arena and is frozen once loaded. */
#ifndef PRESALE_MODEL_MODEL_H
#define PRESALE_MODEL_MODEL_H

#include "files/pattern.h"
#include "files/picture.h"
#include "model/duration.h"
#include "support/arena.h"
#include "support/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A place in a source file; line 0 means nowhere. Columns count characters from 1 and stop at
 * 2^20-1. */
struct pos {
	uint32_t line;
	uint32_t column : 20;
	uint32_t file : 12; /* index into model->files */
};

enum kind {
	KIND_NONE,
#define KIND(KIND, name, en, ru, flags) KIND_##KIND,
#include "model/kinds.def"
#undef KIND
	KIND_COUNT,
	KIND_ROUTE, /* in a reference: a stage, a step or the end */
	KIND_END,   /* the end of the process, as the target of an outcome */
};

/* The struct of each kind; what it holds is told by fields.h. */
#define KIND(KIND, name, ...) struct name;
#include "model/kinds.def"
#undef KIND

/* The sets of choices.def. */
enum choice_set {
	SET_NONE,
	SET_LANG,
	SET_STATUS,
	SET_ATTACHMENT_KIND,
	SET_DECISION,
	SET_PILOT_RESULT,
	SET_DIRECTION,
	SET_LEVEL,
	SET_COUNTRY,
	SET_WEEKDAY
};

/* LANG_RU, STATUS_DRAFT …; absent is 0. Values of a set follow each other from the set's
 * CHOICE_FIRST on. */
enum choice {
	CHOICE_ABSENT,
#define CHOICE(SET, VALUE, en, ru, spellings) SET##_##VALUE,
#include "model/choices.def"
#undef CHOICE
	CHOICE_COUNT
};

/* Where it is absent a value is all zeros; where the file gives it, pos.line is not 0. */
struct text {
	const char *s; /* NULL when absent; valid UTF-8 */
	struct pos pos;
};
struct texts {
	struct text *items;
	uint32_t count;
	struct pos pos;
};
struct flag {
	bool on;
	struct pos pos;
};
struct number {
	double value;
	struct pos pos;
};
struct date {
	int32_t day; /* days since 1970-01-01 */
	struct pos pos;
	int32_t minute; /* of the day, from 1; 0: no time is named */
};
struct dates {
	struct date *items;
	uint32_t count;
	struct pos pos;
};
/* A deadline that is said only in words (struct terms) is given, but has nothing told. */
struct duration {
	const struct told *told; /* NULL: no length */
	struct pos pos;
};

/* Both are one length unless a range was given; nothing when nothing is told. */
static inline struct length
duration_best(const struct duration *duration)
{
	return duration->told ? duration->told->best_length : (struct length){0};
}
static inline struct length
duration_most(const struct duration *duration)
{
	return duration->told ? duration->told->most_length : (struct length){0};
}

/* Whether a duration is given and says how long something may take: «не менее» does not. */
static inline bool
duration_is_bound(const struct duration *duration)
{
	return duration->told && duration->told->limit != LIMIT_NO_LESS;
}

/* A rhythm: 'm'onth, 'q'uarter, 'y'ear or 'd' with a number of days. */
struct period {
	char unit;
	int32_t days;
	struct pos pos;
};
struct choice_value {
	enum choice value;
	struct pos pos;
};
struct choices {
	struct choice_value *items;
	uint32_t count;
	struct pos pos;
};
struct color {
	uint32_t rgb; /* 0xRRGGBB */
	struct pos pos;
};
struct entity;
struct ref {
	struct entity *to; /* NULL when it could not be resolved (already reported) */
	const char *raw;   /* as written */
	struct pos pos;
};
struct refs {
	struct ref *items;
	uint32_t count;
	struct pos pos; /* set also for an explicit empty list */
};
struct list {
	struct entity **items;
	uint32_t count;
	struct pos pos;
};
/* A text for each of several things: variant → text. */
struct note {
	struct ref key;
	struct texts texts;
};
struct notes {
	struct note *items;
	uint32_t count;
	struct pos pos;
};

struct field;

/* What few things have. First member of what is set apart of a kind (struct step_more, fields.h).
 */
struct entity_more {
	struct list ignores;  /* of KIND_IGNORE */
	struct notes options; /* of a K_OPEN kind: keys the table does not know (key.to is NULL) */
	const struct field **refused; /* what was written for these could not be taken */
	uint32_t refused_count;
};

/* What a client has in a step that an edition leaves the clients. */
enum share {
	SHARE_DOES,  /* does or approves it */
	SHARE_ASKED, /* is consulted */
	SHARE_TOLD,  /* is informed */
	SHARE_COUNT,
};

struct client {
	const char *name; /* of the role; NULL ends the clients of a step */
	enum share share;
};

/* What every thing has. First member of every kind's struct. */
struct entity {
	enum kind kind;
	uint32_t number : 28; /* 1, 2, … among its siblings */
	uint32_t led : 1;     /* waits for nothing, though its file does not say so: what leads to
				 it is enough (default_waits) */
	uint32_t bare : 1;    /* written as a bare string */
	uint32_t keyed : 1;   /* begins at its key: `id: thing` */
	uint32_t untold : 1;  /* an outcome of which an edition tells where it leads, and no more; a
				 stage of which it does not tell who is responsible when, a step of
				 which it does not tell who does it when */
	uint32_t serial;      /* 1, 2, … among all things of the model, in the order of the files */
	uint32_t quoted; /* its number in the process that an edition or a variant was cut out of;
			    0 where nothing was cut */
	struct pos pos;
	const char *id; /* of kinds with ids: as given or made from the name */
	const char
	    *anchor; /* of kinds with ids: ASCII, unique in the document without regard to case */
	struct entity *parent; /* NULL for the document */
	struct texts *own; /* values of the author's columns, by column number; NULL where the kind
			      has none */
	struct entity_more *more; /* NULL: nothing; entity_more asks */
};

/* The number of a stage or step that people quote: whatever is left out, it is that of the whole
 * process, so that all who read of it speak of the same. */
static inline uint32_t
entity_quoted(const struct entity *entity)
{
	return entity->quoted ? entity->quoted : entity->number;
}

/* What few things of the kind have, for reading; an empty struct where it has nothing of it. Never
 * NULL. */
static inline const struct entity_more *
entity_more(const struct entity *entity)
{
	static const struct entity_more nothing;
	return entity->more ? entity->more : &nothing;
}

/* True when a thing is another, or lies within it. */
static inline bool
entity_is_within(const struct entity *entity, const struct entity *outer)
{
	while (entity && entity != outer)
		entity = entity->parent;
	return entity;
}

/* A file as it was read. Its bytes stay as long as the model, so that what is said of a place holds
 * for what was judged, whatever becomes of the file. */
/* A line that YAML refused: read as it was meant, or by a guess or not at all. */
struct mended_line {
	uint32_t line;
	bool guess;
};

struct source {
	const char *name;  /* as shown in messages */
	bool is_input;     /* standard input */
	bool is_wide;      /* it was UTF-16: what is kept of it are not its own bytes */
	struct buf bytes;  /* in UTF-8, as far as they are valid; none when it could not be read */
	size_t text_start; /* in bytes: behind a byte order mark */
	struct buf nodes;  /* where its nodes stand: yaml/spans.h reads it */
	bool refused;      /* by YAML, and not all of it could be read as it was meant */
	struct mended_line *mended; /* ascending */
	size_t mended_count;
};

/* The text of a file, NUL-ended, and its length in bytes. */
static inline const char *
source_text(const struct source *source)
{
	return buf_text(&source->bytes) + source->text_start;
}

/* How long that text is in bytes, without the byte order mark. */
static inline size_t
source_length(const struct source *source)
{
	return source->bytes.length - source->text_start;
}

struct worktime;
struct fingerprint;

struct model {
	struct arena arena;
	struct document *document;
	struct entity end; /* KIND_END */
	/* What was cut is known where it is: a view told apart from it might take a cut for all. */
	const char *edition;   /* title of the edition that the model was cut for, or NULL */
	bool cut;              /* for an edition that hides, or a variant */
	bool for_clients;      /* cut for clients: what they do and get alone */
	bool gaps;             /* cut: the numbers of steps do not follow one another */
	uint32_t client_count; /* how many have a share in any step */
	const struct client **clients; /* by serial of a step; NULL where only parts are theirs */
	const struct model *whole;     /* what an edition leaves parts of: order, routes and times
					  are the whole's; NULL: this model hides nothing */
	const struct model *owned;     /* a whole that goes with this model */
	struct entity **left;          /* by serial of the whole's things: what is left of them */
	struct source *files;
	uint32_t file_count;
	uint32_t own_files; /* the process's own; those behind them are what its portfolio shares */
	struct pattern *sought; /* where files were looked for, found or not */
	uint32_t sought_count;
	const struct field **fields[KIND_COUNT]; /* by kind: table rows and own columns in the order
						    shown, NULL-ended */
	uint32_t own_count[KIND_COUNT];          /* the author's columns of a kind */
	uint32_t made[KIND_COUNT];               /* things of a kind that were loaded */
	uint32_t made_count;                     /* of all kinds: no serial is greater */
	bool complete; /* all its files were read to their ends: what is absent is not there */
	int32_t minutes_per_day;         /* 480 unless the calendar says otherwise */
	int32_t days_per_week;           /* 5 unless the calendar says otherwise */
	const struct worktime *worktime; /* which days and hours are worked: calendar/worktime.h */
	const struct fingerprint *fingerprint; /* of the process as it was loaded, whatever is cut
						  out of it: plan/fingerprint.h; NULL where no
						  signature asks for it */
	enum choice lang;                      /* LANG_RU or LANG_EN */
	struct picture logo;                   /* of the process; model_logo asks */
	const char *root; /* the folder that all it leads to lies in: of its portfolio, else of
			     the root file; "" for the current one */
};

#endif
