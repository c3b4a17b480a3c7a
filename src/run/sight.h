/* SPDX-License-Identifier: MIT */
/* Runs as they are shown, in a language, on a day: one, or several side by side. */
#ifndef PRESALE_RUN_SIGHT_H
#define PRESALE_RUN_SIGHT_H

#include "model/show.h"
#include "plan/run/progress.h"

/* A run, of the file that says what is done. */
struct run_sight {
	struct voice voice;
	const char *file;
	const struct progress *progress;
};

struct run_sights {
	const struct run_sight *runs;
	uint32_t count;
	int lang; /* 0 English, 1 Russian */
	int32_t today;
	const char *person;    /* whose steps alone are shown in lists and calendars; NULL: all */
	const char *workplace; /* folder for temporary files of libraries; NULL: the system's */
	struct arena *arena;
};

/* An item of a run, and what is asked of it. */
struct run_row {
	const struct run_sight *run;
	const struct progress_item *item;
	struct arena *arena;
};

/* What a cell says, for programs and people alike. */
struct run_value {
	const char *text; /* "" for nothing; of a date as people read it */
	bool dated;
	int32_t day;
};

struct run_column {
	const char *key;
	const char *titles[2]; /* English, Russian */
	double width;
	struct run_value (*value)(const struct run_row *row);
};

/* The table, ended by a row without a key. */
extern const struct run_column run_columns[];

/* What the run is called, and which process in what version it goes by. In arena. */
const char *
run_title(const struct run_sight *run);
const char *
run_subtitle(const struct run_sight *run, struct arena *arena);

/* When it began and ends, and was to end. In arena. */
const char *
run_span(const struct run_sight *run, struct arena *arena);

/* Who does an item: of each role the people of the run, else those of the process, else its name;
 * NULL-ended, in arena. */
const char **
run_people(const struct run_row *row);

/* The same as one text: «Менеджер: Анна К.». In arena. */
const char *
run_who(const struct run_row *row);

/* Everybody who may be named in such a place, in the run of a model or without one. NULL-ended, in
 * arena. */
const char **
run_everybody(const struct model *model, struct arena *arena);

/* Whether two names are of one person: letters may be large or small. */
bool
run_same_person(const char *one, const char *other, struct arena *arena);

/* «2.1 Провести бриф», with the number of its pass where there are several. In arena. */
const char *
run_name(const struct run_row *row);

/* True for what somebody does, a step or a stage without steps on the way, that is to be shown. */
bool
run_is_step(const struct run_sights *sights, const struct run_row *row);

/* What keeps it from being done now: names between commas, "" for nothing. In arena. */
const char *
run_waits(const struct run_row *row);

/* Of what is late, by how much, and what that does to the end of the run. "" for anything else. In
 * arena. */
const char *
run_lateness(const struct run_row *row);

/* Of a state the word that programs read, and people. */
const char *
run_state_key(enum progress_state state);
const char *
run_state(const struct run_row *row);

/* A day as people read it, with the time where there is one that says something. In arena. */
const char *
run_day(const struct run_sight *run, struct instant instant, struct arena *arena);

#endif
