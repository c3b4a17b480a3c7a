/* SPDX-License-Identifier: MIT */
/* A build as --watch repeats it. */
#ifndef PRESALE_CLI_BUILD_BUILD_H
#define PRESALE_CLI_BUILD_BUILD_H

#include "cli/call/call.h"
#include "cli/work/inputs.h"

/* A file that a page may lead to. */
struct material {
	const char *address; /* from the folder of the outputs, decoded */
	const char *path;
	const char *root; /* the folder it may not lead out of */
};

/* What a build tells of itself. Everything is in the arena of the patterns; free it with
 * build_news_free. */
struct build_news {
	struct patterns inputs;
	bool options_fail;  /* the command line is at fault: no change of a file will mend it */
	bool ok;            /* all was built */
	const char *out;    /* folder of the outputs */
	const char **files; /* what was written */
	size_t file_count;
	struct material *materials; /* of pages */
	size_t material_count;
	struct buf findings; /* as people read them, without colours */
};

/* Builds what the command line asks for. With news it says there what it wrote, instead of on the
 * screen, and a signal ends the program with status 0. */
enum presale_status
build_once(struct arguments *args, struct build_news *news);

/* Frees what the news holds, not the struct. */
void
build_news_free(struct build_news *news);

#endif
