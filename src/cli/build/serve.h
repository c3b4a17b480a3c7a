/* SPDX-License-Identifier: MIT */
/* presale build --serve: the pages of the last good build at an address of this machine, loaded
 * anew after each build. */
#ifndef PRESALE_CLI_BUILD_SERVE_H
#define PRESALE_CLI_BUILD_SERVE_H

#include "cli/build/build.h"
#include "files/http.h"

struct serve;

/* Listens where --serve says; NULL after a complaint. */
struct serve *
serve_open(struct arguments *args);

/* Ends the connections and frees the server. */
void
serve_close(struct serve *serve);

/* What the caller is to poll. */
struct http *
serve_http(struct serve *serve);

/* Shows what a build made; one that made nothing leaves the pages as they were and is told on them.
 */
void
serve_news(struct serve *serve, struct arguments *args, const struct build_news *news);

#endif
