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

/* Takes what is written below a topic's name as said of a thing: lines like «Срок: 2 дня» are
 * fields, the others describe it, unless it is described. */
void
topics_take_note(struct assembly *assembly, enum kind kind, struct import_piece *thing,
		 const struct field *description, const struct foreign_topic *topic);

#endif
