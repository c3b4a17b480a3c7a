/* SPDX-License-Identifier: MIT */
/* Terms that a text mentions. */
#include "view/doc/build.h"

bool
doc_next_term(struct doc *doc, const char *at, const struct term **term, const char **start,
	      const char **end)
{
	struct doc_own *own = doc->own;
	struct mention mention;
	for (; names_find(own->names, at, &mention); at = mention.end) {
		if (mention.what->kind != KIND_TERM ||
		    (!own->reading && (!doc_find(doc, mention.what).section ||
				       !names_may_link(term_of(mention.what)))))
			continue;
		uint32_t *seen = &own->seen[mention.what->number - 1];
		if (*seen == own->now)
			continue;
		*seen = own->now;
		*term = term_of(mention.what);
		*start = mention.start;
		*end = mention.end;
		return true;
	}
	return false;
}

void
doc_begin_term(struct doc *doc, const struct entity *term)
{
	doc->own->seen[term->number - 1] = ++doc->own->now;
}
