/* SPDX-License-Identifier: MIT */
/* libmicrohttpd, brought in when pages are first served: with it comes libgnutls, and a command
 * that serves none should not wait for them at its start. */
#ifndef PRESALE_FILES_HTTP_LIBRARY_H
#define PRESALE_FILES_HTTP_LIBRARY_H

#include <microhttpd.h>
#include <stdbool.h>

/* The library's functions, by their names. */
struct http_library {
#define CALL(name) __typeof__(name) *name;
#include "files/http_calls.def"
#undef CALL
};

/* Fills in the functions, which stay for good. False with errno ELIBACC when the library is not
 * there or lacks one of them. Any number of threads may call it, any number of times. */
bool
http_library_load(struct http_library *library);

#endif
