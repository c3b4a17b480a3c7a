/* SPDX-License-Identifier: MIT */
/* What was found, given and reported. */
#ifndef PRESALE_API_PROCESS_FINDINGS_H
#define PRESALE_API_PROCESS_FINDINGS_H

#include "api/context/context.h"
#include "diag/report.h"

/* Finds out, unless it is done, where exactly the findings are. */
void
findings_settle(struct presale *context);

/* Makes ready what others may ask of the places without anything of the context being changed. */
void
findings_make_ready(struct presale *context);

/* What the public functions of the same names do. */
const struct presale_finding *
findings_list(struct presale *context, size_t *count);
enum presale_status
findings_narrow(struct presale *context, const char *const *paths, size_t count);

/* Adds copies of what was found beside other processes. */
void
findings_add(struct presale *context, const struct diagnostics *found);

/* What presale_keep does. */
enum presale_status
findings_keep(struct presale *context, const unsigned char *kept);

/* The format of this name, or NULL; text, for people, is none of them. */
const struct report_format *
findings_format(const char *name);

/* What a report takes of a context, which is ready; may be in arena. */
struct judged
findings_judged(const struct presale *context, struct arena *arena);

/* Writes the findings of a context as a document. */
enum presale_status
findings_report(struct presale *context, const char *format, struct buf *out);

#endif
