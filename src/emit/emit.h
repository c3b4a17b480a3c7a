/* SPDX-License-Identifier: MIT */
/* Outputs: model in, bytes out. An emitter is pure: the same model and options give the same bytes,
 * whatever the clock, locale, folder or thread. It touches no file: what it makes is in memory, and
 * the caller's to put somewhere. */
#ifndef PRESALE_EMIT_EMIT_H
#define PRESALE_EMIT_EMIT_H

#include "support/drain.h"
#include "view/view.h"

enum notice_kind {
#define NOTICE(ID, ...) NOTICE_##ID,
#include "emit/notices.def"
#undef NOTICE
	NOTICE_COUNT
};

/* The sentences, English and Russian. */
extern const char *const notice_texts[NOTICE_COUNT][2];

/* What an emitter tells the user of a file. */
struct notice {
	enum notice_kind kind;
	const char *file;
	unsigned long number;
	const char *word; /* that stands where the number would, or NULL */
	struct notice *next;
};

/* A file that an emitter made, or a piece of one. */
struct output {
	const char *name; /* the stem and more, with / between folders */
	struct buf bytes;
	bool more; /* the next of this name goes on with it */
	struct output *next;
};

/* What the command line may ask of emitters; zeros are the defaults. */
struct emit_options {
	struct view_options view; /* what is shown; the rest says how it is written */
	bool split;               /* --split */
	bool bom;                 /* --bom */
	bool vertical;            /* --vertical */
	const char *pages;        /* --pages, a4 or a3, or NULL */
};

struct emission {
	struct view view;
	const struct emit_options *options;
	const char *stem;      /* base of file names: the process, edition and variant */
	const char *workplace; /* folder for temporary files of libraries; NULL: the system's */
	struct arena arena;    /* for the emitter's own use */
	bool partial; /* set by an emitter that was asked for some of its files: those not made are
			 not gone */
	struct output *outputs, *last_output; /* in the order they were made */
	/* Takes the outputs off the list; called while the emitter runs, when there is a large
	 * piece. NULL: they stay until the emitter is done. */
	void (*take)(struct emission *emission);
	void *data; /* the caller's */
	struct notice *notices, *last_notice;
	int error;          /* errno of what failed first, or 0 */
	const char *failed; /* the name of the file it was to become */
	struct arena kept;  /* what names, outputs and notices are in */
};

/* Adds the file stem + suffix ("-map.svg", ".md", "/index.md" makes a folder). Its bytes are moved:
 * contents is empty then. */
void
emission_write(struct emission *emission, const char *suffix, struct buf *contents);

/* From so many bytes on an emitter may give a piece of a file. */
enum { EMISSION_PIECE = 256 * 1024 };

/* Gives the file stem + suffix as far as it is written, but for its last `keep` bytes, and goes on
 * with those in contents; emission_write ends it. Does nothing when the caller takes no pieces. */
void
emission_spill(struct emission *emission, const char *suffix, struct buf *contents, size_t keep);

/* The same whenever a writer has written a piece. */
struct emission_drain {
	struct drain drain; /* first: who writes knows no more */
	struct emission *emission;
	const char *suffix;
};
struct emission_drain
emission_drain(struct emission *emission, const char *suffix);

/* Says that the file stem + suffix cannot be made, with an errno: the whole output is void. */
void
emission_fail(struct emission *emission, const char *suffix, int error);

/* Frees everything an emitter made and needed. */
void
emission_free(struct emission *emission);

/* Has the user told something of the file stem + suffix. It is no fault: the file is written. */
void
emission_notice(struct emission *emission, enum notice_kind kind, const char *suffix,
		unsigned long number);

/* The same of something that has a name. */
void
emission_notice_of(struct emission *emission, enum notice_kind kind, const char *suffix,
		   const char *word);

struct emitter {
	const char *name;     /* md */
	bool by_default;      /* part of a build that names no outputs */
	int weight;           /* how long it takes beside the others */
	unsigned memory;      /* what it takes at most, in hundredths of the model */
	const char *about[2]; /* English, Russian */
	void (*emit)(struct emission *emission);
};

/* The tables, ended by a row without a name: of what a build makes, and of what interviews are made
 * as. */
extern const struct emitter emitters[], interviewers[];

#define EMITTER(name, ...) NAMED_EMITTER(name, #name, __VA_ARGS__)
#define NAMED_EMITTER(function, ...) void emit_##function(struct emission *emission);
#include "emit/emitters.def"
#include "emit/interviewers.def"
#undef NAMED_EMITTER
#undef EMITTER

/* The package, of Debian's name for it, with the library that is loaded for workbooks: what to
 * install after ELIBACC. */
const char *
emit_library_package(void);

/* The emitter of a name in a table, or NULL. */
const struct emitter *
emitter_find(const struct emitter *table, const char *name);

#endif
