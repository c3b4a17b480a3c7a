/* SPDX-License-Identifier: MIT */
/* What is behind include/presale.h: a context and the works its functions carry out. api.c alone
 * holds the public functions. */
#ifndef PRESALE_API_CONTEXT_H
#define PRESALE_API_CONTEXT_H

#include "check/check.h"
#include "emit/emit.h"
#include "files/overlay.h"
#include "presale.h"
#include "source/source.h"

/* What of the gifts of calls lives how long. */
enum gift {
	GIFT_FINDINGS,
	GIFT_REPORT,
	GIFT_FILES,
	GIFT_RULES,
	GIFT_SCHEMA,
	GIFT_LIST, /* of the first list; the others follow */
	GIFT_COUNT = GIFT_LIST + PRESALE_LEVELS + 1
};

struct options {
	struct arena arena; /* of the strings */
	int lang;           /* 0 English, 1 Russian, -1 as the process */
	int32_t today;
	bool has_today, strict;
	struct rule_level *levels;
	size_t level_count;
	const char *edition, *variant, *out;
	struct emit_options emit;
};

struct presale {
	struct memory_heap heap; /* of all the rest */
	bool exhausted;          /* memory ran out in the last call that failed */
	struct options options;
	struct overlays overlays;
	const struct model *model;        /* NULL without a process */
	char *path;                       /* of its root file */
	struct diagnostics loaded, diags; /* as loading found them; the same judged and settled */
	struct sources *sources;
	struct arena gifts[GIFT_COUNT];
	struct buf texts[2];        /* the report, the schema */
	struct emission *emissions; /* of the last build: its bytes are theirs */
	size_t emission_count;
	const struct presale_notice *notices;
	size_t notice_count;
	struct buf error;
};

/* Keeps the sentence for presale_error; gives the status. */
enum presale_status
context_fail(struct presale *context, enum presale_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

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

/* Frees the process with all that is known of it. */
void
context_drop_process(struct presale *context);

/* What the public functions of the same names do. */
enum presale_status
options_set(struct presale *context, const char *option, const char *value);
enum presale_status
process_load(struct presale *context, const char *path);
enum presale_status
process_check(struct presale *context);
const struct presale_finding *
process_findings(struct presale *context, size_t *count);
enum presale_status
process_report(struct presale *context, const char *format, struct buf *out);
const struct presale_word *
lists_words(struct presale *context, enum presale_list list, size_t *count);
const struct presale_rule *
lists_rules(struct presale *context, size_t *count);

/* Builds in memory, or into a folder unless that is NULL. */
enum presale_status
build_run(struct presale *context, const char *outputs, const char *folder,
	  const struct presale_file **files, size_t *count);

#endif
