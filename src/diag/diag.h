/* SPDX-License-Identifier: MIT */
/* Findings: collected while loading and checking, then sorted, deduplicated and printed. */
#ifndef PRESALE_DIAG_H
#define PRESALE_DIAG_H

#include "model/model.h"
#include "support/buf.h"

enum rule {
	RULE_NONE,
#define RULE(RULE, ...) RULE_##RULE,
#define RULE_OPTION(...)
#include "diag/rules.def"
#undef RULE
#undef RULE_OPTION
	RULE_COUNT
};

/* What the author may set of a rule. */
enum rule_option {
#define RULE(...)
#define RULE_OPTION(OPTION, ...) RULE_OPTION_##OPTION,
#include "diag/rules.def"
#undef RULE
#undef RULE_OPTION
	RULE_OPTION_COUNT
};

enum severity { SEVERITY_OFF, SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

enum { DIAG_ARGS = 4 };

struct diagnostic {
	enum rule rule;
	enum severity severity;
	struct pos pos;
	const char *words;  /* the words of a text it is about, or NULL: pos is then where the text begins */
	uint32_t room;      /* the length of that text in bytes */
	struct pos related; /* a second place, line 0 when there is none */
	const char *args[DIAG_ARGS];
	const char *suggestion;      /* the near miss, or NULL */
	const struct entity *entity; /* what it is about, or NULL */
	uint32_t order;              /* of arrival, for a stable sort */
};

struct diagnostics {
	struct arena *arena; /* for the copies of arguments */
	struct diagnostic *items;
	size_t count;
	size_t capacity;
};

struct rule_info {
	const char *name; /* "yaml/syntax" */
	enum severity severity;
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

const struct rule_info *
rule_info(enum rule rule);
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

/* True when the rule cannot be silenced: YAML, the format, references and limits. */
bool
rule_is_fixed(enum rule rule);

/* Adds a finding; up to four arguments (NULL for none) are copied. The result may be completed until the next call. */
struct diagnostic *
diag_add(struct diagnostics *diags, enum rule rule, struct pos pos, const char *one, const char *two, const char *three,
	 const char *four);
#define diag(diags, rule, pos) diag_add(diags, rule, pos, NULL, NULL, NULL, NULL)
#define diag1(diags, rule, pos, a) diag_add(diags, rule, pos, a, NULL, NULL, NULL)
#define diag2(diags, rule, pos, a, b) diag_add(diags, rule, pos, a, b, NULL, NULL)
#define diag3(diags, rule, pos, a, b, c) diag_add(diags, rule, pos, a, b, c, NULL)

/* Sorts by file, line, column, rule; drops repeats. */
void
diag_sort(struct diagnostics *diags);

/* How many findings are of this severity. */
size_t
diag_count(const struct diagnostics *diags, enum severity severity);

/* The message of a finding in English (0) or Russian (1), without place or rule. */
void
diag_message(const struct diagnostic *diagnostic, int lang, struct buf *out);

/* Prints every finding with its source line and a caret. model gives the files; colour uses terminal escapes. */
void
diag_print(const struct diagnostics *diags, const struct model *model, int lang, bool colour, struct buf *out);

void
diag_free(struct diagnostics *diags);

#endif
