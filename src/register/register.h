/* SPDX-License-Identifier: MIT */
/* The keeper's register: what is known of many processes, and what is due. A row keeps what it
 * shows and nothing of its process, which may be freed. */
#ifndef PRESALE_REGISTER_REGISTER_H
#define PRESALE_REGISTER_REGISTER_H

#include "model/model.h"
#include "support/map.h"

enum { REGISTER_SEVERITIES = 4 };

/* How many have done something, of all who are to. */
struct signatures {
	uint32_t done, all;
};

struct register_row {
	const char *file, *id, *name;
	const char *code, *version, *owner; /* or NULL */
	enum choice status;
	struct date effective, review; /* without a place: not known */
	struct signatures approvals, acknowledgements;
	uint32_t pilots;
	uint32_t findings[REGISTER_SEVERITIES]; /* by severity */
	bool shares_code;                       /* known of the first of that code only */
};

enum due_kind {
#define DUE(KIND, ...) DUE_##KIND,
#include "register/dues.def"
#undef DUE
	DUE_COUNT
};

/* Something to be done about a process; what has no day of its own is due at once, and is never
 * overdue. */
struct register_due {
	enum due_kind kind;
	const struct register_row *row;
	bool dated;
	int32_t day;
	const char *argument; /* of the sentence in dues.def, or "" */
};

struct process_register {
	struct arena arena; /* of all it holds */
	struct register_row **rows;
	uint32_t row_count;
	struct register_due *dues;
	uint32_t due_count;
	struct map codes; /* the first row of each code that is in use */
};

/* A process to be put on the register, as it was judged. */
struct register_source {
	const struct model *model;
	const char *file;
	int32_t today;
	bool sound; /* without errors that make its times a guess */
	uint32_t findings[REGISTER_SEVERITIES];
};

/* Adds a process. */
void
register_add(struct process_register *reg, const struct register_source *source);

/* How many are overdue on a day. */
uint32_t
register_overdue(const struct process_register *reg, int32_t today);

#endif
