/* SPDX-License-Identifier: MIT */
/* What is found in files that several processes of a call have read, and told once. */
#ifndef PRESALE_CLI_WORK_TOLD_H
#define PRESALE_CLI_WORK_TOLD_H

#include "presale.h"
#include "support/arena.h"

struct told_once;

/* Nothing is told yet; the caller closes it. */
struct told_once *
told_open(void);
/* NULL is ok. */
void
told_close(struct told_once *told);

/* Takes out of what was found in a process what was told before: the same of the same place. */
void
told_leave_new(struct told_once *told, struct presale *library);

#endif
