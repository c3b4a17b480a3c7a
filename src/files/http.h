/* SPDX-License-Identifier: MIT */
/* An HTTP server (libmicrohttpd, loaded with the first) for one person at this machine: it listens
 * on a loopback address, answers GET and HEAD, and serves nobody else. A page of some other site
 * that has its name resolve to this machine is refused by the name it asks for (Host), one that
 * sends requests from a browser by where they come from (Origin). Each connection carries one
 * answer; a stream (server-sent events, text/event-stream of the HTML standard) stays open for what
 * is told later.
 *
 * Nothing waits: the caller polls http_fd for reading together with its own files, and calls
 * http_turn. Time is the caller's, in milliseconds. Connections, the size of requests, and the time
 * each step may take are limited; of too many connections the oldest goes, a stream last. */
#ifndef PRESALE_FILES_HTTP_H
#define PRESALE_FILES_HTTP_H

#include "support/buf.h"

#include <stdbool.h>
#include <stdint.h>

/* How many at once, and bytes of the head of a request. */
enum { HTTP_CONNECTIONS = 64, HTTP_REQUEST = 8 * 1024 };

/* Zeros are the usual: 200, nothing to say. */
struct http_reply {
	int status;           /* 0 is 200 */
	const char *type;     /* Content-Type */
	const char *location; /* of a status 302 */
	const char *policy;   /* Content-Security-Policy, or NULL */
	struct buf body;      /* the server takes it */
	bool stream;          /* the body is its beginning */
};

/* Answers a request for a path, which begins with a slash, is decoded, and has no query. */
typedef void
http_answer(void *data, const char *path, struct http_reply *reply);

struct http;

enum http_fault {
	HTTP_OK,
	HTTP_NOT_LOCAL,
	HTTP_NO_LIBRARY,
	HTTP_TAKEN,
	HTTP_FAILED /* errno says more */
};

/* The package, of Debian's name for it, with the library: what to install after HTTP_NO_LIBRARY. */
const char *
http_library_package(void);

/* Listens at an address: 127.0.0.1, ::1, [::1] or localhost; port 0 is any that is free. */
enum http_fault
http_open(const char *host, unsigned port, http_answer *answer, void *data, struct http **http);

/* Gives up all connections, ends listening and frees the server. */
void
http_close(struct http *http);

/* "127.0.0.1:8017" or "[::1]:8017"; lives as long as the server. */
const char *
http_name(const struct http *http);

/* Readable when there is something to do. */
int
http_fd(const struct http *http);

/* Does what can be done. */
void
http_turn(struct http *http, int64_t now);

/* The time at which something is due without an event, or 0. */
int64_t
http_due(const struct http *http, int64_t now);

/* Sends text to every open stream. */
void
http_tell(struct http *http, const char *text, size_t length);

#endif
