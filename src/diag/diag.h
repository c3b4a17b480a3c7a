/* SPDX-License-Identifier: MIT */
/* Findings: collected while loading and checking, then sorted, deduplicated and printed. */
#ifndef PRESALE_DIAG_DIAG_H
#define PRESALE_DIAG_DIAG_H

#include "diag/said.h"
#include "model/model.h"
#include "support/buf.h"

struct field;
struct sources;

enum rule {
	RULE_NONE,
#define RULE(RULE, ...) RULE_##RULE,
#define RULE_OPTION(...)
#define RULE_FIX(...)
#include "diag/rules.def"
#undef RULE
#undef RULE_OPTION
#undef RULE_FIX
	RULE_COUNT
};

/* What the author may set of a rule. */
enum rule_option {
#define RULE(...)
#define RULE_OPTION(OPTION, ...) RULE_OPTION_##OPTION,
#define RULE_FIX(...)
#include "diag/rules.def"
#undef RULE
#undef RULE_OPTION
#undef RULE_FIX
	RULE_OPTION_COUNT
};

/* What kind of fault a rule finds. */
enum nature {
#define NATURE(NATURE, ...) NATURE_##NATURE,
#include "diag/natures.def"
#undef NATURE
	NATURE_COUNT
};

enum severity { SEVERITY_OFF, SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

enum { DIAG_ARGS = 4 };

/* How what a finding is about may be mended for certain: of a rule, in rules.def. */
enum rule_fix {
	RULE_FIX_NONE,
	RULE_FIX_SUGGESTED, /* by the near miss, where nothing else may be meant */
	RULE_FIX_CURED,     /* as the file was read (yaml/cure.h) */
	RULE_FIX_REMARKED,  /* it is made a comment */
	RULE_FIX_DROPPED,   /* its line goes */
};

/* Some bytes of a file's text that become others. */
struct diag_edit {
	size_t at, gone;
	const char *text;
};

/* Bytes of a text's value. */
struct diag_words {
	uint32_t start, length;
};

/* The places are settled by yaml/settle.h. */
struct diagnostic {
	enum rule rule;
	enum severity severity;
	struct pos pos;
	struct pos end; /* behind the last character; line 0 until it is settled */
	struct diag_words
	    words;          /* of the text that begins at pos; length 0: it is about no words */
	struct pos related; /* a second place, line 0 when there is none */
	struct pos related_end;
	struct said args[DIAG_ARGS];
	struct said
	    beside; /* ends the message and changes with other things: no part of the baseline */
	const char *suggestion;      /* the near miss, or NULL */
	bool certain;                /* nothing else may be meant by it */
	const struct diag_edit *fix; /* what mends it for certain, in its file: fix_count edits that
					begin one behind the other; settled */
	uint32_t fix_count;
	const struct entity *entity; /* what it is about, or NULL */
	const struct field *field;   /* of its fields which, or NULL; settled */
	uint32_t item;               /* of a list of several which one, from 1; else 0 */
	uint32_t order;              /* of arrival, for a stable sort */
};

struct diagnostics {
	struct arena arena;         /* of the copies of arguments */
	struct synonym_index *keys; /* that readers know, made when they are first asked for */
	const struct entity *about; /* what a finding is about unless it says so itself, or NULL */
	struct diagnostic *items;
	size_t count;
};

struct rule_info {
	const char *name; /* "yaml/syntax" */
	enum severity severity;
	enum nature nature;
	const char *texts[2]; /* English, Russian */
	struct {
		const char *why_en, *why_ru; /* why it matters; NULL while nobody has written it */
		const char *bad;             /* a process that raises this rule and no other */
		const char *good;            /* the same, mended */
	} explanation;
};

enum rule_option_type { RULE_OPTION_TYPE_NUMBER, RULE_OPTION_TYPE_WORDS };

struct rule_option_info {
	enum rule rule;
	enum rule_option_type type;
	const char *keys[2]; /* English, Russian */
	const char *standard;
	const char *about[2];
};

/* The row of a rule; static. */
const struct rule_info *
rule_info(enum rule rule);

/* How its findings may be mended. */
enum rule_fix
rule_fix(enum rule rule);

/* The row of an option; static. */
const struct rule_option_info *
rule_option_info(enum rule_option option);

/* The rule of this name, or RULE_NONE. */
enum rule
rule_find(const char *name);

/* True when pattern is the rule's name, its group as `group/…*`, or `*`. */
bool
rule_matches(enum rule rule, const char *pattern);

/* True when the pattern names at least one rule. */
bool
rule_is_named(const char *pattern);

/* Writes the rule's message with “…” where a finding has its arguments. */
void
rule_pattern(enum rule rule, int lang, struct buf *out);

/* How a nature is called: "gap", "пробел". */
const char *
nature_name(enum nature nature, int lang);

/* True when the rule's warnings are errors once the process is approved. */
bool
rule_is_raised(enum rule rule);

/* True when the rule cannot be silenced: YAML, the format, references and limits. */
bool
rule_is_fixed(enum rule rule);

/* Adds a finding; the arguments are copied as far as something is said. The result may be completed
 * until the next call. */
struct diagnostic *
diag_add(struct diagnostics *diags, enum rule rule, struct pos pos,
	 const struct said args[DIAG_ARGS]);

/* Has a finding's message end with what changes when other things do: its baseline does not know
 * it. It is copied. */
void
diag_end_with(struct diagnostics *diags, struct diagnostic *diagnostic, const struct said *said);

/* Arguments as diag_add takes them, of texts, phrases and what is said already (SAID). */
#define DIAG_ARGS1(a) ((const struct said[DIAG_ARGS]){SAID(a)})
#define DIAG_ARGS2(a, b) ((const struct said[DIAG_ARGS]){SAID(a), SAID(b)})
#define DIAG_ARGS3(a, b, c) ((const struct said[DIAG_ARGS]){SAID(a), SAID(b), SAID(c)})
#define DIAG_ARGS4(a, b, c, d) ((const struct said[DIAG_ARGS]){SAID(a), SAID(b), SAID(c), SAID(d)})

#define diag(diags, rule, pos) diag_add(diags, rule, pos, DIAG_ARGS1(NULL))
#define diag1(diags, rule, pos, a) diag_add(diags, rule, pos, DIAG_ARGS1(a))
#define diag2(diags, rule, pos, a, b) diag_add(diags, rule, pos, DIAG_ARGS2(a, b))
#define diag3(diags, rule, pos, a, b, c) diag_add(diags, rule, pos, DIAG_ARGS3(a, b, c))

/* Sorts by file, line, column, rule; drops repeats. */
void
diag_sort(struct diagnostics *diags);

/* How many findings are of this severity. */
size_t
diag_count(const struct diagnostics *diags, enum severity severity);

/* The message of a finding in English (0) or Russian (1), without place or rule. */
void
diag_message(const struct diagnostic *diagnostic, int lang, struct buf *out);

/* The path of what a finding is about: stages.offer.steps[2].role, "" when it is about no thing;
 * items are counted from 1. With stable, steps go by id, so that the path outlives a step put
 * before. */
void
diag_path(const struct diagnostic *diagnostic, bool stable, struct buf *out);

/* The cure: the near miss as a sentence, or "". */
void
diag_help(const struct diagnostic *diagnostic, int lang, struct buf *out);

/* How a severity is called: "error", "ошибка". */
const char *
severity_name(enum severity severity, int lang);

/* Prints findings for people, at most so many (0: all); the others are counted in a last line. */
void
diag_print(const struct diagnostics *diags, struct sources *sources, int lang, bool colour,
	   size_t most, struct buf *out);

/* Empties the list; it may be used anew. */
void
diag_free(struct diagnostics *diags);

#endif
