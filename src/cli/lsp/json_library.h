/* SPDX-License-Identifier: MIT */
/* cJSON, brought in when the first message is read: no other command reads JSON, and none should
 * wait for it at its start. */
#ifndef PRESALE_CLI_LSP_JSON_LIBRARY_H
#define PRESALE_CLI_LSP_JSON_LIBRARY_H

#include <cjson/cJSON.h>
#include <stdbool.h>

/* The library's functions, by their names. */
struct json_library {
#define CALL(name) __typeof__(name) *name;
#include "cli/lsp/json_calls.def"
#undef CALL
};

/* Fills in the functions, which stay for good. False with errno ELIBACC when the library is not
 * there or lacks one of them. */
bool
json_library_load(struct json_library *library);

/* The package of Debian that has it. */
const char *
json_library_package(void);

#endif
