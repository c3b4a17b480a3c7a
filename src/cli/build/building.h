/* SPDX-License-Identifier: MIT */
/* A build under way, as the files beside this one hand it on: what was asked for, what was made and
 * is staged, what is to be told of it. */
#ifndef PRESALE_CLI_BUILD_BUILDING_H
#define PRESALE_CLI_BUILD_BUILDING_H

#include "cli/build/build.h"
#include "cli/work/guard.h"
#include "cli/work/session.h"
#include "files/file_ids.h"
#include "files/file_set.h"

struct manifest; /* cli/work/manifest.h */

/* What all files of one call share. */
struct build {
	struct arguments *args;
	const char *outputs; /* names between commas; NULL: those of a plain build */
	struct judging judging;
	const char *out;
	const char *place; /* the folder in which they are staged: out, or one for the screen */
	bool to_screen;
	struct build_news *news; /* of --watch, or NULL */
	struct file_set
	    *files; /* the outputs of all files of the call: they are put in place together */
	struct guard guard;  /* of the set, once something is staged */
	bool guarded, torn;  /* torn: what is asked for cannot be made whole */
	const char **labels; /* of the manifest: what was made whole; NULL-ended */
	size_t label_count;
	const char **sources; /* paths of what was read, for --depfile */
	size_t source_count;
	struct file_ids
	    read; /* what the files of the call were read from, their materials and the baseline */
};

/* Begins a build into a folder, or with "-" to the screen; the caller ends it. */
void
build_begin(struct build *build, struct arguments *args, const char *out, struct build_news *news);

/* Frees what the build holds, and what is staged and not put in place; not the struct. */
void
build_end(struct build *build);

/* Complains that a file, as its name is shown, cannot be written, with an errno. */
enum presale_status
build_cannot_write(struct build *build, const char *path, int error);

/* Stages what the edition and the variant leave of a process. */
enum presale_status
build_make(struct build *build, const struct session *session);

/* The manifest of the folder, which the caller closes; NULL after a complaint. */
struct manifest *
build_open_manifest(struct build *build);

/* Puts what is staged in place, or on the screen, and says so there or in the news. */
enum presale_status
build_place(struct build *build);

/* In place of that: complains of what is there and is not what was staged. PRESALE_CONTENT when
 * there is anything. */
enum presale_status
build_compare(struct build *build);

/* Adds to what --depfile tells what a process was read from. */
void
build_add_sources(struct build *build, struct presale *library);

/* Writes it: a rule of make, by which the manifest of the folder is made of them. */
enum presale_status
build_note_sources(struct build *build);

/* Adds to the news what a process depends on and what was found in it. */
void
build_add_news(struct build *build, const struct session *session);

/* Adds the materials that the pages of a session may lead to. */
void
news_add_materials(struct build_news *news, const struct session *session);

/* Adds a file that was written, by a copy of its name. */
void
news_add_file(struct build_news *news, const char *name);

#endif
