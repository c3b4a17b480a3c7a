/* SPDX-License-Identifier: MIT */
/* The register as it is shown: sorted, in a language, on a day; and what its cells say. */
#ifndef PRESALE_REGISTER_SIGHT_H
#define PRESALE_REGISTER_SIGHT_H

#include "model/show.h"
#include "register/register.h"
#include "support/buf.h"

/* What is asked of it. */
struct register_wish {
	int lang; /* 0 English, 1 Russian */
	int32_t today;
	int32_t ahead;         /* days from today on of which is told what is due; -1: all */
	const char *workplace; /* folder for temporary files of libraries; NULL: the system's */
};

struct register_sight {
	struct voice voice; /* without a model */
	const struct register_wish *wish;
	const struct register_row **rows; /* what is due soonest first, then by name and file */
	uint32_t row_count;
	const struct register_due **dues; /* soonest first */
	uint32_t due_count;
	struct arena *arena;
};

/* What a cell says, for programs and people alike. */
enum register_content {
	REGISTER_NOTHING,
	REGISTER_TEXT,
	REGISTER_DATE,
	REGISTER_SIGNATURES,
	REGISTER_COUNT,
	REGISTER_FINDINGS,
};

struct register_value {
	enum register_content kind;
	const char *text; /* REGISTER_TEXT; of a status the word of the language */
	const char *word; /* of a status: how the format calls it; else NULL */
	int32_t day;
	struct signatures signatures;
	uint32_t count;
	const uint32_t *findings;
};

struct register_column {
	const char *key;
	const char *titles[2];
	double width;
	struct register_value (*value)(const struct register_sight *sight,
				       const struct register_row *row);
};

/* The table, ended by a row without a key. */
extern const struct register_column register_columns[];

/* In arena, as all that is asked of the sight. */
struct register_sight
sight_of(const struct process_register *reg, const struct register_wish *wish, struct arena *arena);

/* A value as people read it, "" for nothing. */
const char *
sight_value(const struct register_sight *sight, const struct register_value *value);

/* What is to be done. */
const char *
sight_due(const struct register_sight *sight, const struct register_due *due);

/* The day on which, or that it is due at once. */
const char *
sight_day(const struct register_sight *sight, const struct register_due *due);

/* How far away that is: «через 5 дней», «просрочено на 29 дней»; "" of what has no day. */
const char *
sight_distance(const struct register_sight *sight, const struct register_due *due);

/* True when the day is past. */
bool
sight_is_late(const struct register_sight *sight, const struct register_due *due);

/* How a program calls a kind of what is due. */
const char *
sight_due_key(const struct register_due *due);

#endif
