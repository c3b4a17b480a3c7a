/* SPDX-License-Identifier: MIT */
/* From the topics of a document to the things of a process. */
#ifndef PRESALE_IMPORT_TOPICS_H
#define PRESALE_IMPORT_TOPICS_H

#include "import/assembly.h"

/* Takes all topics: branches that are called like a part of a process are it, any other on the
 * first level is a stage. What is below a stage and called like one of its fields is that, anything
 * else a step. What is not understood is said. */
void
topics_take(struct assembly *assembly, const struct foreign *foreign);

#endif
