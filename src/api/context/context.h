/* SPDX-License-Identifier: MIT */
/* What is behind include/presale.h: a context and the works its functions carry out. The files
 * api*.c alone hold the public functions. */
#ifndef PRESALE_API_CONTEXT_CONTEXT_H
#define PRESALE_API_CONTEXT_CONTEXT_H

#include "assist/assist.h"
#include "check/check.h"
#include "emit/emit.h"
#include "files/overlay.h"
#include "presale.h"
#include "source/source.h"

/* What of the gifts of calls lives how long. */
enum gift {
	GIFT_FAULT,
	GIFT_INPUTS,
	GIFT_FINDINGS,
	GIFT_REMEDIES,
	GIFT_SPOT,
	GIFT_USES,
	GIFT_CANDIDATES,
	GIFT_THINGS,
	GIFT_HINTS,
	GIFT_MATERIALS,
	GIFT_FILES,
	GIFT_RULES,
	GIFT_KEYS,
	GIFT_QUESTIONS,
	GIFT_REMARKS,
	GIFT_FIXED,
	GIFT_SIGNED,
	GIFT_PORTFOLIO,
	GIFT_PROCESSES,
	GIFT_LIST, /* of the first list; the others follow */
	GIFT_COUNT = GIFT_LIST + PRESALE_LIST_PEOPLE + 1
};

/* What of the texts that calls give is which. */
enum given_text {
	TEXT_REPORT,
	TEXT_SCHEMA,
	TEXT_IMPORT,
	TEXT_FORM,
	TEXT_CHANGES,
	TEXT_REFUSAL,
	TEXT_RUN,
	TEXT_COUNT
};

/* The options that are words, each kept until it is set again. */
enum kept_option {
	KEPT_EDITION,
	KEPT_VARIANT,
	KEPT_OUT,
	KEPT_WORKPLACE,
	KEPT_PAGES,
	KEPT_SHEETS,
	KEPT_ROLE,
	KEPT_PERSON,
	KEPT_COUNT
};

struct options {
	char *words[KEPT_COUNT]; /* on the heap; what points to them is below */
	struct arena patterns;   /* of the levels, which stay until all are taken back */
	int lang;                /* 0 English, 1 Russian, -1 as the process */
	int32_t today;
	int32_t ahead; /* days, with has_ahead */
	bool has_today, has_ahead, strict, part, colour, interview, bundle;
	bool explained; /* why a value is refused: the fault says it */
	struct rule_level *levels;
	size_t level_count;
	enum severity fail_on;
	size_t limit;  /* of findings in the report text; 0: all */
	unsigned jobs; /* 0 stands for 1 */
	const char *edition, *variant, *out, *workplace;
	struct emit_options emit;
};

/* What the edition and the variant leave of the process. */
struct shown {
	struct arena arena;          /* of the stem */
	const struct model *cut;     /* NULL when nothing is cut */
	const struct model *model;   /* NULL until it is asked for */
	struct addresses *addresses; /* of the model as seen from the folder of outputs */
	struct enclosed *enclosed;   /* of an edition that hides nothing; else NULL */
	struct bundle_list *bundle;  /* of the materials that go along; NULL: none do */
	const char *stem;
};

struct presale {
	struct memory_heap heap; /* of all the rest */
	bool exhausted;          /* memory ran out in the last call that failed */
	struct options options;
	struct overlays overlays;
	const struct model *model;        /* NULL when nothing is loaded */
	bool unreadable;                  /* the root file: there is no process */
	bool broken;                      /* loading found errors */
	char *path;                       /* of the root file */
	struct diagnostics loaded, diags; /* as loading found them; the same judged */
	bool settled;                     /* diags are */
	struct sources *sources;
	struct shown shown;
	struct assist *assist; /* of the model; NULL until it is asked for */
	presale_teller *tell;  /* of each output that is made; or NULL */
	void *teller;
	struct arena gifts[GIFT_COUNT];
	struct buf texts[TEXT_COUNT];
	const struct presale_remark *remarks; /* of the last import */
	size_t remark_count;
	struct emission *emissions; /* of the last build: its bytes are theirs */
	size_t emission_count;
	const struct presale_notice *notices;
	size_t notice_count;
	const struct presale_made *made;
	size_t made_count;
	struct buf error;
	struct presale_fault fault;
};

/* Keeps the sentence for presale_error, and the reason for presale_fault; gives PRESALE_USAGE. */
enum presale_status
context_fail(struct presale *context, enum presale_reason reason, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A copy of the word of a fault, kept until the next one; what the last one kept is gone, so that
 * it may be the same word. */
const char *
context_fault_word(struct presale *context, const char *word);

/* The same for a file, of which an errno tells more, or 0. */
enum presale_status
context_fail_file(struct presale *context, enum presale_reason reason, const char *name, int error);

/* Says in another sentence what the last failure was. */
void
context_say(struct presale *context, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The process, or NULL. */
const struct model *
context_process(const struct presale *context);

/* Fails for want of a process. */
enum presale_status
context_fail_process(struct presale *context);

/* Has the context say that memory ran out. */
void
context_run_out(struct presale *context);

/* Frees all that the context holds and makes it as new: after memory ran out. */
void
context_forget(struct presale *context);

/* The language to speak: 0 English, 1 Russian. */
int
context_lang(const struct presale *context);

/* Empties and gives the arena of a gift. */
struct arena *
context_gift(struct presale *context, enum gift gift);

/* Frees what was built last. */
void
context_drop_files(struct presale *context);

/* Frees what was worked out of the process for the options. */
void
context_drop_shown(struct presale *context);

/* Frees what was found, with the places. */
void
context_drop_findings(struct presale *context);

/* Frees the process with all that is known of it. */
void
context_drop_process(struct presale *context);

#endif
