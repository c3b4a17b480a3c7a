/* SPDX-License-Identifier: MIT */
/* How a rule reports. */
#include "check/checker.h"

struct diagnostic *
report_full(struct checker *checker, enum rule rule, const struct entity *entity, struct pos pos,
	    const char *one, const char *two, const char *three, const char *four)
{
	if (!pos.line)
		pos = entity->pos;
	struct diagnostic *found = diag_add(checker->diags, rule, pos, one, two, three, four);
	found->entity = entity;
	return found;
}

struct diagnostic *
report_words(struct checker *checker, enum rule rule, const struct passage *passage,
	     const char *start, const char *end, const char *one, const char *two)
{
	struct diagnostic *found =
	    report2(checker, rule, passage->entity, passage->text->pos, one, two);
	found->words =
	    (struct diag_words){(uint32_t)(start - passage->text->s), (uint32_t)(end - start)};
	return found;
}
