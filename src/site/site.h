/* SPDX-License-Identifier: MIT */
/* Many processes as one body of pages: what is kept of each, and the pages made of it. Of a process
 * that may be freed before the next is read stays a row of the register, what its roles do in it,
 * its terms, its latest changes and where it leads; and in the index of the search what its page
 * says. All of it was read from what an edition leaves of the process, so that nothing else can be
 * shown. */
#ifndef PRESALE_SITE_SITE_H
#define PRESALE_SITE_SITE_H

#include "model/show.h"
#include "plan/plan.h"
#include "register/register.h"
#include "site/index.h"

/* A step that a role does. */
struct site_step {
	const char *number, *name, *deadline;
	const char *anchor; /* on the page of the process, or NULL */
};

/* What a role has to do with a stage. */
struct site_share {
	const char *number, *name, *anchor, *deadline;
	unsigned letters; /* 1 << RACI_R … */
	struct site_step *steps;
	uint32_t step_count;
};

/* What a role does in a process. */
struct site_part {
	const struct site_process *process;
	struct site_share *shares;
	uint32_t share_count;
	struct site_part *next;
};

/* A text that several processes say. */
struct site_text {
	const char *text;
	const struct site_process **processes;
	const char **anchors; /* beside them: where each says it */
	uint32_t count;
	struct site_text *next;
};

/* A role, a term or a person: one of a name, however many processes name it. */
struct site_entry {
	const char *name, *page; /* page: its address from the folder of the site */
	bool external;           /* of a role, in all its processes */
	struct site_text *texts; /* duties, or definitions */
	struct site_part *parts; /* of a role */
	struct site_part *last;  /* of them */
	struct site_entry **kin; /* of a role its people; of a person its roles */
	uint32_t kin_count;
	const char *deputy; /* of a role: a name, or NULL */
};

struct site_entries {
	struct site_entry **items;
	uint32_t count;
	struct map names; /* folded */
};

/* Where a process leads: to another, that may be none of the site. */
struct site_link {
	const char *path; /* of the file, as path_real gives it */
	const char *what; /* it says of it */
};

struct site_process {
	const struct register_row *row;
	const char *page; /* its address from the folder of the site; NULL: it has none */
	const char *path; /* of its file, as path_real gives it; or NULL */
	const char *organization;
	struct site_link *links;
	uint32_t link_count;
	struct map places; /* of its terms: name → anchor */
};

/* An entry of a change list. */
struct site_change {
	const struct site_process *process;
	int32_t day;
	const char *version; /* or NULL */
	const char **texts;
	uint32_t text_count;
};

struct site {
	struct arena arena; /* of all it holds */
	struct process_register processes;
	struct site_process **items; /* beside the rows */
	uint32_t count;
	struct site_entries roles, terms, people;
	struct site_change *changes;
	uint32_t change_count;
	struct map rows;  /* of the register → processes */
	struct map stems; /* of pages: those that are taken */
	struct map texts; /* that many processes share */
	struct site_index index;
	const char *accent; /* rules for the colour of the house, or NULL */
	bool part;          /* of an edition: what is the keeper's is not shown */
	bool clients;       /* of an edition for clients */
};

/* A process to be put on the site. */
struct site_source {
	struct register_source judged; /* its model is what the edition leaves */
	const struct voice *voice;
	const char *stem; /* that its outputs have */
	bool part;        /* it is of an edition */
	bool broken;      /* it has no page */
};

/* Where files go: 0, or an errno. */
struct site_sink {
	int (*take)(void *data, const char *name, struct buf *bytes);
	void *data;
};

/* Adds a process, and what is searched of its page. An errno of the sink, or 0. */
int
site_add(struct site *site, const struct site_source *source, const struct site_sink *sink);

/* The process added last; its page is stem.html. NULL: it is none of the readers' business. */
const struct site_process *
site_last(const struct site *site);

/* What is known of a role, term or person by its name; NULL: there is none. */
struct site_entry *
site_entry_find(const struct site_entries *entries, const char *name);

/* All of them by name. In arena. */
struct site_entry **
site_entries_sorted(const struct site_entries *entries, struct arena *arena);

#endif
