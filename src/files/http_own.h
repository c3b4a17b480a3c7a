/* SPDX-License-Identifier: MIT */
/* Whether those who ask mean a server of this machine, and are its own pages: judged by the fields
 * of their request one after the other. */
#ifndef PRESALE_FILES_HTTP_OWN_H
#define PRESALE_FILES_HTTP_OWN_H

#include <stdbool.h>

struct http_asker {
	const char *name; /* of the server, by address and port: "127.0.0.1:8017", "[::1]:80" */
	int hosts;        /* how often it said whom it means */
	bool misdirected; /* it means somebody else */
	bool foreign;     /* a page of somebody else's asks */
};

/* Takes a field; value may be NULL. */
void
http_own_field(struct http_asker *asker, const char *key, const char *value);

/* After all fields: the status to refuse the request with, or 0. */
int
http_own_verdict(const struct http_asker *asker);

#endif
