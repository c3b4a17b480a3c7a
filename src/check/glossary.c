/* SPDX-License-Identifier: MIT */
/* Rules on the glossary. */
#include "check/checker.h"

void
check_term_definition(struct checker *c, const struct entity *entity)
{
	const struct term *term = term_of(entity);
	if (!term->definition.s && !term->see.count)
		report1(c, RULE_GLOSSARY_NO_DEFINITION, entity, term->term.pos, term->term.s);
}
