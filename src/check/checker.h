/* SPDX-License-Identifier: MIT */
/* What a rule is given and how it reports. A rule is a function in src/check/, a row in checks.def
 * that says of what kind of thing it judges, and a row in diag/rules/ with its texts. It only reads
 * the model; a reference that points nowhere was reported by the loader, so it keeps quiet about
 * it. */
#ifndef PRESALE_CHECK_CHECKER_H
#define PRESALE_CHECK_CHECKER_H

#include "check/check.h"
#include "model/field.h"
#include "plan/plan.h"
#include "support/map.h"
#include "text/words/words.h"

struct checker {
	const struct model *model;
	const struct check_options *options;
	struct diagnostics *diags;
	struct arena arena; /* freed after the check */
	bool sound;         /* loading found no error: what is absent is really absent */
	enum severity levels[RULE_COUNT];
	const struct setting *settings[RULE_COUNT]; /* the file's own setting of a rule, or NULL */
	const struct entity **owners;               /* things with exceptions, found on the way */
	size_t owner_count;
	const struct entity **doubtful; /* things with keys that were not understood */
	size_t doubtful_count;
	const struct plan *plan; /* of all variants together */
	struct words *words;
	struct token *tokens;        /* of the text under way */
	const struct entity **names; /* the same of passage->names */
	size_t token_capacity;
	size_t longest_sentence; /* words */
	struct cut *cuts;        /* of editions, made when first needed */
	size_t cut_count;
	size_t unknown_count; /* names that were looked up in vain */
	struct map anchors;
	struct map capitals; /* words in capitals that everybody knows, made when first needed */
	struct abbreviation *abbreviations; /* met without an entry, the last one first */
	bool *used_terms;                   /* by number, made when first needed */
	bool *lost;     /* by serial of stages: no path leads there; NULL when that is not known */
	bool *referred; /* by serial: some field refers to it; complete when everything has been
			   looked at */
	struct trials *trials;  /* of stages in pilots, by serial; made when first needed */
	uint32_t missing_files; /* so far */
};

/* One text of a thing. */
struct passage {
	const struct entity *entity;
	const struct field *field;
	const struct text *text;           /* text->s is not NULL */
	const struct token *tokens;        /* its words, without addresses and code */
	const struct entity *const *names; /* beside each word: the role or term whose name begins
					      with it, or NULL; names_none throughout a phrase that
					      means something else */
	size_t count;
};

/* Reports a finding about a thing at a place (the thing's own when pos is nowhere); arguments are
 * copied. The result may be completed (related, suggestion) until the next report. */
struct diagnostic *
report_full(struct checker *checker, enum rule rule, const struct entity *entity, struct pos pos,
	    const struct said args[DIAG_ARGS]);
#define report(checker, rule, entity, pos) report_full(checker, rule, entity, pos, DIAG_ARGS1(NULL))
#define report1(checker, rule, entity, pos, a) \
	report_full(checker, rule, entity, pos, DIAG_ARGS1(a))
#define report2(checker, rule, entity, pos, a, b) \
	report_full(checker, rule, entity, pos, DIAG_ARGS2(a, b))
#define report3(checker, rule, entity, pos, a, b, c) \
	report_full(checker, rule, entity, pos, DIAG_ARGS3(a, b, c))
#define report4(checker, rule, entity, pos, a, b, c, d) \
	report_full(checker, rule, entity, pos, DIAG_ARGS4(a, b, c, d))

/* The same about some words of a text, which start and end point into: the place is where they
 * stand. */
struct diagnostic *
report_part(struct checker *checker, enum rule rule, const struct passage *passage,
	    const char *start, const char *end, const struct said args[DIAG_ARGS]);
#define report_words(checker, rule, passage, start, end, a, b) \
	report_part(checker, rule, passage, start, end, DIAG_ARGS2(a, b))

/* An option's value: the file's or the standard one. */
double
option_number(const struct checker *checker, enum rule_option option);

/* The words an author added; count 0 when none. */
struct texts
option_words(const struct checker *checker, enum rule_option option);

/* False when the rule is off, so that work only done for it can be left out. */
static inline bool
rule_is_on(const struct checker *checker, enum rule rule)
{
	return checker->levels[rule] != SEVERITY_OFF;
}

/* Reports an unknown rule with the nearest known one. */
void
report_unknown_rule(struct checker *checker, const struct entity *entity, const struct text *rule);

/* Settles the levels by the rules' own severity, the status, the file's settings and the options.
 */
void
checker_settle_levels(struct checker *checker);

/* Reports wrong settings of the file. */
void
checker_check_settings(struct checker *checker);

/* Gives every finding its level, drops what is off or silenced, reports idle exceptions. */
void
checker_apply_levels(struct checker *checker);

/* True when there is an edition: one of the file, or the one that is asked for. */
bool
checker_has_cuts(struct checker *checker);

/* Frees the models that editions were cut to. */
void
checker_free_cuts(struct checker *checker);

#define CHECK(RULE, KIND, function) \
	void function(struct checker *checker, const struct entity *entity);
#define CHECK_TEXT(RULE, function) \
	void function(struct checker *checker, const struct passage *passage);
#define CHECK_END(RULE, function) void function(struct checker *checker);
#include "check/checks.def"
#undef CHECK
#undef CHECK_TEXT
#undef CHECK_END

struct flow;

/* Reports a usual way through the process's graph that never comes to its end. */
void
check_usual_way(struct checker *c, const struct flow *flow);

#endif
