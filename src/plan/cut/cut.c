/* SPDX-License-Identifier: MIT */
/* A model is cut in two passes over the table's fields (cut_copy.c, cut_mend.c). Here: the fields
 * that the copy has, and what goes last, since only something gone referred to it (a role, a term,
 * a material). */
#include "plan/cut/cut.h"

#include "model/fields.h"
#include "model/variant.h"
#include "plan/cut/cut_parts.h"
#include "plan/cut/used.h"
#include "text/address.h"

#include <string.h>

/* A column of the author's without what is hidden of its definition. */
static const struct field *
own_field(struct cutter *c, const struct field *from)
{
	struct field *to = arena_alloc(&c->to->arena, sizeof *to);
	*to = *from;
	if (cut_hides(c, FIELD_COLUMN_title))
		to->titles[0] = to->titles[1] = to->member;
	if (c->hide.links) {
		to->member = address_hidden(&c->to->arena, to->member);
		to->titles[0] = to->titles[1] = address_hidden(&c->to->arena, to->titles[0]);
	}
	return to;
}

/* The author's columns as they were defined. They stay like that as long as nothing says what they
 * follow. */
static size_t
put_own_fields(struct cutter *c, enum kind kind, const struct field **to)
{
	const struct field **from = c->from->fields[kind];
	size_t kept = 0;
	for (size_t offset = 0; offset < c->from->own_count[kind]; offset++)
		for (size_t i = 0; from[i]; i++)
			if (from[i]->flags & F_OWN && from[i]->offset == offset &&
			    !c->hide.fields[kind][i])
				to[kept++] = own_field(c, from[i]);
	return kept;
}

static void
cut_fields(struct cutter *c, enum kind kind)
{
	const struct field **from = c->from->fields[kind];
	size_t count = 0, kept = 0;
	while (from[count])
		count++;
	const struct field **to = arena_array(&c->to->arena, count + 1, sizeof *to);
	bool placed = !cut_hides(c, FIELD_COLUMN_after);
	for (size_t i = 0; i < count; i++) {
		bool own = from[i]->flags & F_OWN;
		if (!cut_drops(c, kind, i) && (placed || !own))
			to[kept++] = own ? own_field(c, from[i]) : from[i];
		if (!placed && from[i]->flags & F_PLACE)
			kept += put_own_fields(c, kind, to + kept);
	}
	c->to->fields[kind] = to;
}

/* Drops what is not used; with `before`, only what was used then. */
static void
drop_unused(struct cutter *c, struct list *list, const bool *before, const bool *now)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < list->count; i++) {
		struct entity *item = list->items[i];
		if ((!before || before[item->serial]) && !now[item->serial]) {
			c->copies[item->serial] = NULL;
			continue;
		}
		list->items[count++] = item;
		item->number = count;
	}
	if (list->count && !count)
		list->pos = (struct pos){0};
	list->count = count;
}

/* Roles, terms and materials go as well when only what is gone referred to them; those that nothing
 * ever referred to stay. An edition that hides all stages or steps is a document of what is left:
 * there they stay as well. An edition that says what is shown wants only the terms and materials of
 * that; one for clients wants only the roles of that, too. */
static void
cut_unused(struct cutter *c)
{
	struct document *document = c->to->document;
	bool whole = cut_hides(c, FIELD_DOCUMENT_stages) || cut_hides(c, FIELD_STAGE_steps);
	if (whole && !c->hide.allows)
		return;
	const bool *before = used_find(c->from, NULL, &c->scratch);
	bool *idle = arena_array(&c->scratch, (size_t)c->from->made_count + 1, sizeof *idle);
	for (size_t i = 0; i <= c->from->made_count && !c->hide.allows; i++)
		idle[i] = !before[i];
	const bool *now = used_find(c->to, idle, &c->scratch);
	const bool *all = c->hide.allows ? NULL : before;
	if (!whole)
		drop_unused(c, &document->roles, c->hide.clients ? NULL : before, now);
	drop_unused(c, &document->glossary, all, now);
	drop_unused(c, &document->attachments, all, now);
}

/* The process is called by its name and the edition's title, so that no output of the edition
 * passes for the whole. */
static void
add_title(struct cutter *c, const struct edition *edition)
{
	struct process *process = process_of(c->to->document->process);
	if (!edition || !edition->title.s)
		return;
	c->to->edition =
	    c->hide.links ? address_hidden(&c->to->arena, edition->title.s) : edition->title.s;
	process->name.s =
	    arena_printf(&c->to->arena, "%s \xE2\x80\x93 %s", process->name.s, c->to->edition);
}

static const struct entity *
wanted_variant(const struct edition_words *edition, const struct entity *variant)
{
	return variant || !edition || !edition->edition ? variant : edition->edition->variant.to;
}

static struct model *
cut_once(const struct model *model, const struct edition_words *edition,
	 const struct entity *variant)
{
	struct cutter c = {.from = model, .variant = variant};
	c.hide = hide_new(model, edition, &c.scratch);
	bool parts =
	    c.variant || c.hide.outside || c.hide.audience || variant_leaves_idle(model->document);
	c.plan = parts ? plan_new(model, c.variant) : NULL;
	c.to = memory_alloc(sizeof *c.to);
	*c.to = *model;
	c.to->arena = (struct arena){0};
	c.to->for_clients = c.hide.clients;
	if (c.hide.clients) {
		c.client_at =
		    arena_array(&c.scratch, (size_t)model->made_count + 1, sizeof *c.client_at);
		c.to->clients =
		    arena_array(&c.to->arena, (size_t)model->made_count + 1, sizeof *c.to->clients);
	}
	c.copies = arena_array(&c.to->arena, (size_t)model->made_count + 1, sizeof *c.copies);
	c.waited = arena_array(&c.scratch, (size_t)model->made_count + 1, sizeof *c.waited);
	c.copies[model->end.serial] = &c.to->end;
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		cut_fields(&c, (enum kind)kind);
	c.to->document = document_of(cut_copy(&c, &model->document->base, NULL));
	cut_mend(&c, &model->document->base, &c.to->document->base);
	cut_unused(&c);
	add_title(&c, edition->edition);
	c.to->cut = model->cut || c.hide.any || c.variant;
	c.to->whole = c.hide.any ? model : NULL;
	c.to->left = c.hide.any ? c.copies : NULL;
	plan_free(c.plan);
	arena_free(&c.scratch);
	return c.to;
}

static bool
hides_any(const struct edition_words *edition)
{
	return edition->edition || edition->shows || (edition->hides && *edition->hides);
}

bool
cut_is_needed(const struct model *model, const struct edition_words *edition,
	      const struct entity *variant)
{
	return variant || hides_any(edition) || variant_leaves_idle(model->document);
}

/* Takes out what other variants have, or no variant, before what is hidden: so what is left tells
 * of order and times as the whole of the variant does. */
const struct model *
cut_model(const struct model *model, const struct edition_words *edition,
	  const struct entity *variant)
{
	static const struct edition_words nothing = {.full = true};
	const struct entity *of = wanted_variant(edition, variant);
	bool first = of || variant_leaves_idle(model->document);
	const struct model *whole = first ? cut_once(model, &nothing, of) : model;
	if (first && !(edition && hides_any(edition)))
		return whole;
	struct model *cut = cut_once(whole, edition ? edition : &nothing, NULL);
	cut->owned = first ? whole : NULL;
	return cut;
}

void
cut_free(const struct model *made)
{
	struct model *cut = (struct model *)(uintptr_t)made;
	if (!cut)
		return;
	cut_free(cut->owned);
	arena_free(&cut->arena);
	memory_free(cut);
}
