/* SPDX-License-Identifier: MIT */
/* The names are those the author gave, spelt for file names; where two of them are spelt alike the
 * later one gets a number, behind a dot, which no such spelling holds. */
#include "plan/output_stem.h"

#include "model/field.h"
#include "model/fields.h"
#include "text/slug.h"

#include <string.h>

static bool
is_same(const struct edition_words *a, const struct edition_words *b)
{
	return a->edition == b->edition && a->hides == b->hides && a->shows == b->shows;
}

/* How many of the list before a thing are spelt as it is. */
static unsigned
twins_before(const struct list *list, const struct entity *entity, const char *slug)
{
	struct arena scratch = {0};
	unsigned count = 0;
	for (uint32_t i = 0; i < list->count && list->items[i] != entity; i++)
		count += strcmp(slug_of(&scratch, list->items[i]->id), slug) == 0;
	arena_free(&scratch);
	return count;
}

static const char *
numbered(struct arena *arena, const char *slug, unsigned before)
{
	return before ? arena_printf(arena, "%s.%u", slug, before + 1) : slug;
}

/* NULL for what a build without --edition makes. */
static const char *
edition_slug(const struct model *model, const struct edition_words *edition, struct arena *arena)
{
	struct edition_words plain, other;
	if (edition_find(model, "full", &plain) && is_same(&plain, edition))
		return NULL;
	if (!edition->edition)
		return slug_of(arena,
			       arena_copy(arena, edition->name, strcspn(edition->name, "|")));
	const char *slug = slug_of(arena, edition->edition->base.id);
	unsigned before = twins_before(&model->document->editions, &edition->edition->base, slug);
	bool as_builtin = edition_find(model, slug, &other) && !other.edition;
	return numbered(arena, slug, before + as_builtin);
}

static const char *
thing_slug(const struct list *list, const struct entity *thing, struct arena *arena)
{
	const char *slug = slug_of(arena, thing->id);
	return numbered(arena, slug, twins_before(list, thing, slug));
}

const char *
output_stem(const struct model *model, const struct model *shown,
	    const struct edition_words *edition, const struct entity *variant, struct arena *arena)
{
	const char *stem = model_process(shown)->base.anchor,
		   *name = edition_slug(model, edition, arena);
	if (name)
		stem = arena_printf(arena, "%s.%s", stem, name);
	if (edition->audience)
		stem = arena_printf(arena, "%s@%s", stem,
				    thing_slug(&model->document->roles, edition->audience, arena));
	return variant ? arena_printf(arena, "%s+%s", stem,
				      thing_slug(&model->document->variants, variant, arena))
		       : stem;
}
