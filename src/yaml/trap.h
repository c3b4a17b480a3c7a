/* SPDX-License-Identifier: MIT */
/* What people mistype in YAML: finds the cause behind a parser's complaint and says the cure. */
#ifndef PRESALE_YAML_TRAP_H
#define PRESALE_YAML_TRAP_H

#include "diag/diag.h"
#include "source/text_index.h"

struct trap_text {
	const char *text;
	size_t length;
	struct text_index index;
	bool has_comment;
	bool has_question; /* may have a key that begins with one */
	bool odd_lines;    /* has line ends that YAML counts and editors do not */
};

/* Takes length bytes of a file by its number, to be looked through. The text outlives it; end with
 * trap_close. */
void
trap_open(struct trap_text *source, const char *text, size_t length, unsigned file);

/* Frees what was made of the text, which stays. */
void
trap_close(struct trap_text *source);

/* False (and reported) when the text is not UTF-8 or has characters YAML forbids. */
bool
trap_check(struct trap_text *source, struct diagnostics *diags);

/* True for a character that no text of a file may hold. */
bool
trap_forbids(uint32_t rune);

/* The place of a byte. */
struct pos
trap_place(struct trap_text *source, size_t offset);

/* A place as editors count it, from the parser's: characters before it, line and column from 1. */
struct pos
trap_pos(struct trap_text *source, size_t character, uint32_t line, uint32_t column);

/* What the parser says: where it stopped, and where what it was reading began (line 0 when
 * unknown). */
struct complaint {
	const char *problem, *context; /* NULL when unknown */
	struct pos pos, start;
};

/* Reports a complaint in words that help. */
void
trap_error(struct diagnostics *diags, struct trap_text *source, const struct complaint *complaint);

/* True when below a line, up to another, stands a key or an item that is no further in than what
 * the line begins with. */
bool
trap_runs_over(struct diagnostics *diags, struct trap_text *source, uint32_t line, uint32_t end);

/* Warns of a plain text that begins with a dash or bullet and is no list for that. */
void
trap_dash(struct diagnostics *diags, struct pos pos, const char *text);

/* True (and reported) for a plain text that YAML takes and nobody means as it takes it: it is to be
 * mended. */
bool
trap_refuses(struct diagnostics *diags, struct trap_text *source, struct pos pos, const char *text,
	     bool is_key);

/* Warns of a plain text that was probably meant otherwise: cut at a comment sign, or an item whose
 * hyphen a no-break space follows. */
void
trap_plain(struct diagnostics *diags, struct trap_text *source, struct pos pos, const char *text,
	   struct pos end);

/* Warns of an item of [ ] that can only be the rest of the item before it: a subordinate clause.
 * Both are without quotes. */
void
trap_item(struct diagnostics *diags, struct pos pos, const char *before, const char *text);

#endif
