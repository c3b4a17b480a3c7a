/* SPDX-License-Identifier: MIT */
/* The head of an HTTP request (RFC 9112): read, and judged by whether it may be answered. */
#ifndef PRESALE_FILES_HTTP_REQUEST_H
#define PRESALE_FILES_HTTP_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

struct http_request {
	char *path; /* decoded, in the head itself */
	bool head;  /* only the head of the answer is wanted */
};

/* Reads a complete head (with its empty line, NUL-terminated, written over) sent to a server that
 * calls itself name
 * ("127.0.0.1:80"). Gives 0, or the status to refuse it with. */
int
http_request_read(char *head, size_t length, const char *name, struct http_request *request);

#endif
