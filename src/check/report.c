/* SPDX-License-Identifier: MIT */
/* How a rule reports. */
#include "check/checker.h"

struct diagnostic *
report_full(struct checker *checker, enum rule rule, const struct entity *entity, struct pos pos,
	    const struct said args[DIAG_ARGS])
{
	if (!pos.line)
		pos = entity->pos;
	struct diagnostic *found = diag_add(checker->diags, rule, pos, args);
	found->entity = entity;
	return found;
}

struct diagnostic *
report_part(struct checker *checker, enum rule rule, const struct passage *passage,
	    const char *start, const char *end, const struct said args[DIAG_ARGS])
{
	struct diagnostic *found =
	    report_full(checker, rule, passage->entity, passage->text->pos, args);
	found->words =
	    (struct diag_words){(uint32_t)(start - passage->text->s), (uint32_t)(end - start)};
	return found;
}
