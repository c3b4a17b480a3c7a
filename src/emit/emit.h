/* SPDX-License-Identifier: MIT */
/* Outputs: model in, files out. An emitter is pure: the same model and options give the same bytes,
 * whatever the clock, locale, folder or thread. */
#ifndef PRESALE_EMIT_EMIT_H
#define PRESALE_EMIT_EMIT_H

#include "files/file_set.h"
#include "model/model.h"
#include "plan/plan.h"
#include "support/buf.h"

enum map_choice { MAP_BOTH, MAP_GENERAL, MAP_DETAILED };

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
	struct notice *next;
};

/* What the command line may ask of emitters; zeros are the defaults. */
struct emit_options {
	enum map_choice map;  /* --map */
	bool split;           /* --split */
	bool sheet_per_stage; /* --sheet-per-stage */
	bool bom;             /* --bom */
	bool vertical;        /* --vertical */
	const char *pages;    /* --pages, a4 or a3, or NULL */
	const char *sheets;   /* --sheets, names separated by commas, or NULL */
	const char *role;     /* --role, a name or id, or NULL */
};

struct emission {
	const struct model *model; /* already cut for the edition and variant */
	const struct plan *plan;
	const struct emit_options *options;
	const char *stem;               /* base of file names: the process, edition and variant */
	struct file_set *files;         /* shared by the emitters of a build */
	const struct file_owner *owner; /* of its files; lasts as long as the set */
	struct arena arena;             /* freed after the emitter */
	bool partial; /* set by an emitter that was asked for some of its files: those not made are
			 not gone */
	const char *failed; /* what could not be written, when an emitter gives false */
	struct notice *notices, *last_notice; /* in the order they were made */
	struct arena noted;                   /* what they are in; freed once they are said */
};

/* Writes stem + suffix ("-map.svg", ".md", "/index.md" makes a folder). False with errno set on
 * failure. */
bool
emission_write(struct emission *emission, const char *suffix, const struct buf *contents);

/* The temporary path for stem + suffix, for libraries that write files themselves; NULL with errno
 * set on failure. */
const char *
emission_path(struct emission *emission, const char *suffix);

/* Has the user told something of the file stem + suffix. It is no fault: the file is written. */
void
emission_notice(struct emission *emission, enum notice_kind kind, const char *suffix,
		unsigned long number);

struct emitter {
	const char *name;     /* md */
	bool by_default;      /* part of a build that names no outputs */
	int weight;           /* how long it takes beside the others */
	unsigned memory;      /* what it takes at most, in hundredths of the model */
	const char *about[2]; /* English, Russian */
	bool (*emit)(struct emission *emission);
};

/* The table, ended by a row without a name. */
extern const struct emitter emitters[];

#define EMITTER(name, ...) NAMED_EMITTER(name, #name, __VA_ARGS__)
#define NAMED_EMITTER(function, ...) bool emit_##function(struct emission *emission);
#include "emit/emitters.def"
#undef NAMED_EMITTER
#undef EMITTER

/* The package, of Debian's name for it, with the library that is loaded for workbooks: what to
 * install after ELIBACC. */
const char *
emit_library_package(void);

/* The emitter of a name, or NULL. */
const struct emitter *
emitter_find(const char *name);

#endif
