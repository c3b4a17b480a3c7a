/* SPDX-License-Identifier: MIT */
#include "site/site.h"

#include "draw/accent.h"
#include "emit/doc/html.h"
#include "files/path.h"
#include "model/fields.h"
#include "plan/part.h"
#include "site/places.h"
#include "support/utf8.h"
#include "text/prose/prose.h"
#include "text/slug.h"
#include "text/uri.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* A process being added. */
struct site_addition {
	struct site *site;
	const struct site_source *source;
	const struct model *model;
	struct site_process *process;
	struct arena scratch;
};

/* A text of the process, once for all that say the same. */
static const char *
keep(struct site *site, const char *text)
{
	if (!text)
		return NULL;
	const char *known = map_get(&site->texts, text);
	if (known)
		return known;
	char *copy = arena_string(&site->arena, text);
	*map_at(&site->texts, copy) = copy;
	return copy;
}

/* ---- roles, terms and people */

struct site_entry *
site_entry_find(const struct site_entries *entries, const char *name)
{
	struct arena scratch = {0};
	struct site_entry *entry = map_get(&entries->names, utf8_fold(&scratch, name, FOLD_CASE));
	arena_free(&scratch);
	return entry;
}

static int
by_name(const void *one, const void *other)
{
	return strcmp((*(struct site_entry *const *)one)->name,
		      (*(struct site_entry *const *)other)->name);
}

struct site_entry **
site_entries_sorted(const struct site_entries *entries, struct arena *arena)
{
	struct site_entry **sorted =
	    arena_array(arena, entries->count + 1, sizeof(struct site_entry *));
	for (uint32_t i = 0; i < entries->count; i++)
		sorted[i] = entries->items[i];
	if (entries->count)
		qsort(sorted, entries->count, sizeof *sorted, by_name);
	return sorted;
}

/* A name for the page that no other entry has. */
static const char *
page_of(struct site *site, const char *folder, const char *name)
{
	const char *slug = slug_of(&site->arena, name), *page;
	uint32_t times = 0;
	bool taken;
	do {
		page = times++ ? arena_printf(&site->arena, "%s/%s-%" PRIu32 ".html", folder, slug,
					      times)
			       : arena_printf(&site->arena, "%s/%s.html", folder, slug);
		void **place = map_at(&site->stems, page);
		taken = *place;
		if (!taken)
			*place = site;
	} while (taken);
	return page;
}

static struct site_entry *
entry_of(struct site *site, struct site_entries *entries, const char *folder, const char *name)
{
	struct site_entry *entry = site_entry_find(entries, name);
	if (entry)
		return entry;
	entry = arena_alloc(&site->arena, sizeof *entry);
	*entry = (struct site_entry){
	    .name = keep(site, name), .page = page_of(site, folder, name), .external = true};
	const char *folded = utf8_fold(&site->arena, entry->name, FOLD_CASE);
	*map_at(&entries->names, folded) = entry;
	entries->items = arena_grow(&site->arena, entries->items, entries->count, 1,
				    sizeof(struct site_entry *));
	entries->items[entries->count++] = entry;
	return entry;
}

static void
add_kin(struct site *site, struct site_entry *entry, struct site_entry *kin)
{
	for (uint32_t i = 0; i < entry->kin_count; i++)
		if (entry->kin[i] == kin)
			return;
	entry->kin =
	    arena_grow(&site->arena, entry->kin, entry->kin_count, 1, sizeof(struct site_entry *));
	entry->kin[entry->kin_count++] = kin;
}

/* Says that a process has a text about an entry; prose comes as plain text. */
static void
add_text(struct site_addition *a, struct site_entry *entry, const char *prose, const char *anchor)
{
	struct site *site = a->site;
	const char *text = keep(site, prose_plain(&a->scratch, prose));
	struct site_text **at = &entry->texts;
	while (*at && (*at)->text != text)
		at = &(*at)->next;
	if (!*at) {
		*at = arena_alloc(&site->arena, sizeof **at);
		(*at)->text = text;
	}
	struct site_text *said = *at;
	said->processes = arena_grow(&site->arena, said->processes, said->count, 1,
				     sizeof(const struct site_process *));
	said->anchors =
	    arena_grow(&site->arena, said->anchors, said->count, 1, sizeof(const char *));
	said->processes[said->count] = a->process;
	said->anchors[said->count++] = keep(site, anchor);
}

static const char *
deadline_of(struct site_addition *a, const struct entity *entity)
{
	const char *text = show_deadline(a->source->voice, entity, &a->scratch);
	return *text ? keep(a->site, text) : NULL;
}

/* ---- what roles do */

/* What all roles of the process have to do with the stage under way, by their numbers. */
struct stage_parts {
	struct raci_letters *letters;
	struct site_share **shares; /* of those that have anything to do with it */
	struct site_part **parts;   /* of all stages */
	uint32_t roles;
};

static struct site_share *
share_of(struct site_addition *a, struct stage_parts *parts, uint32_t role,
	 const struct stage *stage)
{
	struct site *site = a->site;
	if (parts->shares[role])
		return parts->shares[role];
	struct site_part *part = parts->parts[role];
	part->shares =
	    arena_grow(&site->arena, part->shares, part->share_count, 1, sizeof *part->shares);
	part->shares[part->share_count] =
	    (struct site_share){.number = keep(site, show_number(&stage->base, &a->scratch)),
				.name = keep(site, entity_name(&stage->base)),
				.anchor = keep(site, stage->base.anchor),
				.deadline = deadline_of(a, &stage->base)};
	return parts->shares[role] = &part->shares[part->share_count++];
}

static void
add_step(struct site_addition *a, struct stage_parts *parts, uint32_t role,
	 const struct entity *step)
{
	struct site *site = a->site;
	const struct stage *stage;
	const struct entity *outer = step;
	while (outer->kind != KIND_STAGE)
		outer = outer->parent;
	stage = stage_of(outer);
	struct site_share *share = share_of(a, parts, role, stage);
	share->steps =
	    arena_grow(&site->arena, share->steps, share->step_count, 1, sizeof *share->steps);
	share->steps[share->step_count++] =
	    (struct site_step){.number = keep(site, show_number(step, &a->scratch)),
			       .name = keep(site, entity_name(step)),
			       .deadline = deadline_of(a, step),
			       .anchor = keep(site, step->anchor)};
}

/* A step with sub-steps is told by these. */
static void
add_steps(struct site_addition *a, struct stage_parts *parts, const struct list *steps)
{
	for (uint32_t i = 0; i < steps->count; i++) {
		const struct entity *step = steps->items[i];
		const struct list *inner = &step_of(step)->steps;
		if (inner->count) {
			add_steps(a, parts, inner);
			continue;
		}
		part_all(step, parts->letters, parts->roles);
		for (uint32_t role = 1; role <= parts->roles; role++) {
			struct raci_letters letters = parts->letters[role];
			if ((letters.own | letters.inherited) >> RACI_R & 1)
				add_step(a, parts, role, step);
		}
	}
}

static void
add_stage(struct site_addition *a, struct stage_parts *parts, const struct stage *stage)
{
	memset(parts->shares, 0, (parts->roles + 1) * sizeof(struct site_share *));
	part_all(&stage->base, parts->letters, parts->roles);
	for (uint32_t role = 1; role <= parts->roles; role++)
		if (parts->letters[role].own)
			share_of(a, parts, role, stage)->letters = parts->letters[role].own;
	add_steps(a, parts, &stage->steps);
}

static void
add_stages(struct site_addition *a, struct site_part **parts, uint32_t roles)
{
	const struct list *stages = &a->model->document->stages;
	struct stage_parts of_stage = {
	    .letters = arena_array(&a->scratch, roles + 1, sizeof *of_stage.letters),
	    .shares = arena_array(&a->scratch, roles + 1, sizeof(struct site_share *)),
	    .parts = parts,
	    .roles = roles};
	for (uint32_t i = 0; i < stages->count; i++)
		add_stage(a, &of_stage, stage_at(stages, i));
}

static void
add_role(struct site_addition *a, const struct role *role, struct site_part *part)
{
	struct site *site = a->site;
	struct site_entry *entry = entry_of(site, &site->roles, "roles", entity_name(&role->base));
	part->process = a->process;
	if (entry->last)
		entry->last->next = part;
	else
		entry->parts = part;
	entry->last = part;
	entry->external = entry->external && role->external.on;
	for (uint32_t i = 0; i < role->duties.count; i++)
		add_text(a, entry, role->duties.items[i].s, role->base.anchor);
	for (uint32_t i = 0; i < role->people.count; i++) {
		struct site_entry *person =
		    entry_of(site, &site->people, "people", role->people.items[i].s);
		add_kin(site, entry, person);
		add_kin(site, person, entry);
	}
	if (role->deputy.raw && !entry->deputy)
		entry->deputy = keep(site, show_ref(a->source->voice, &role->deputy));
}

/* Only those that have something to do in the process: others the portfolio shares. */
static void
add_roles(struct site_addition *a)
{
	const struct list *roles = &a->model->document->roles;
	struct site_part **parts =
	    arena_array(&a->scratch, roles->count + 1, sizeof(struct site_part *));
	for (uint32_t i = 0; i < roles->count; i++)
		parts[roles->items[i]->number] =
		    arena_alloc(&a->site->arena, sizeof(struct site_part));
	add_stages(a, parts, roles->count);
	for (uint32_t i = 0; i < roles->count; i++)
		add_role(a, role_at(roles, i), parts[roles->items[i]->number]);
}

static void
add_terms(struct site_addition *a)
{
	const struct list *terms = &a->model->document->glossary;
	for (uint32_t i = 0; i < terms->count; i++) {
		const struct term *term = term_at(terms, i);
		if (!term->definition.s)
			continue;
		add_text(a, entry_of(a->site, &a->site->terms, "terms", entity_name(&term->base)),
			 term->definition.s, term->base.anchor);
	}
}

/* ---- where it leads, and what has changed */

static void
add_links(struct site_addition *a)
{
	const struct list *related = &model_process(a->model)->related;
	struct site_process *process = a->process;
	for (uint32_t i = 0; i < related->count; i++) {
		const struct attachment *other = attachment_at(related, i);
		const char *path = other->href.s && uri_is_relative(other->href.s)
				       ? addresses_path(&a->scratch, a->model, &other->href)
				       : NULL;
		const char *real = path ? path_real(&a->scratch, path) : NULL;
		if (!real)
			continue;
		process->links = arena_grow(&a->site->arena, process->links, process->link_count, 1,
					    sizeof *process->links);
		process->links[process->link_count++] = (struct site_link){
		    .path = keep(a->site, real), .what = keep(a->site, entity_name(&other->base))};
	}
}

static void
add_changes(struct site_addition *a)
{
	struct site *site = a->site;
	const struct list *history = &a->model->document->history;
	for (uint32_t i = 0; i < history->count; i++) {
		const struct revision *revision = revision_at(history, i);
		if (!revision->date.pos.line)
			continue;
		struct site_change change = {.process = a->process,
					     .day = revision->date.day,
					     .version = keep(site, revision->version.s),
					     .text_count = revision->changes.count};
		change.texts =
		    arena_array(&site->arena, change.text_count + 1, sizeof(const char *));
		for (uint32_t j = 0; j < change.text_count; j++)
			change.texts[j] =
			    keep(site, prose_plain(&a->scratch, revision->changes.items[j].s));
		site->changes = arena_grow(&site->arena, site->changes, site->change_count, 1,
					   sizeof *site->changes);
		site->changes[site->change_count++] = change;
	}
}

/* ---- the process */

static const char *
stem_of_page(struct site *site, const char *stem)
{
	const char *unique = stem;
	for (uint32_t times = 2; map_get(&site->stems, unique); times++)
		unique = arena_printf(&site->arena, "%s-%" PRIu32, stem, times);
	unique = keep(site, unique);
	*map_at(&site->stems, unique) = site;
	return unique;
}

/* The house has one colour: that of the first process that says one. */
static const char *
accent_of(struct site_addition *a)
{
	struct buf rules = {0};
	html_accent(a->model, &rules);
	const char *kept = arena_copy(&a->site->arena, buf_text(&rules), rules.length);
	buf_free(&rules);
	return kept;
}

static void
add_process(struct site_addition *a)
{
	struct site *site = a->site;
	const struct site_source *source = a->source;
	const struct process *process = model_process(a->model);
	const char *real = path_real(&a->scratch, source->judged.file);
	register_add(&site->processes, &source->judged);
	a->process = arena_alloc(&site->arena, sizeof *a->process);
	*a->process =
	    (struct site_process){.row = site->processes.rows[site->processes.row_count - 1],
				  .path = real ? keep(site, real) : NULL,
				  .organization = keep(site, process->organization.s)};
	if (!source->broken)
		a->process->page = arena_printf(&site->arena, "processes/%s.html",
						stem_of_page(site, source->stem));
	site->items =
	    arena_grow(&site->arena, site->items, site->count, 1, sizeof(struct site_process *));
	site->items[site->count++] = a->process;
	*map_at_number(&site->rows, (uint64_t)(uintptr_t)a->process->row) = a->process;
	site->part = site->part || source->part;
	site->clients = site->clients || a->model->for_clients;
	if (!site->accent && accent_is_given(a->model))
		site->accent = accent_of(a);
}

static int
add_to_index(struct site_addition *a, const struct site_sink *sink)
{
	struct plan *plan = plan_new(a->model, NULL);
	struct site_places places = places_of(a->source->voice, plan, &a->scratch);
	const struct site_document document = {a->process->page, a->process->row->name};
	int error = site_index_add(&a->site->index, &document, places.items, places.count, sink);
	plan_free(plan);
	return error;
}

/* Clients have no business with a process of which nothing is left for them. */
static bool
is_of_no_use(const struct model *model)
{
	return model->for_clients && !model->document->stages.count;
}

int
site_add(struct site *site, const struct site_source *source, const struct site_sink *sink)
{
	struct site_addition a = {.site = site, .source = source, .model = source->judged.model};
	int error = 0;
	if (is_of_no_use(a.model))
		return 0;
	add_process(&a);
	if (!source->broken) {
		add_roles(&a);
		add_terms(&a);
		add_links(&a);
		add_changes(&a);
		error = add_to_index(&a, sink);
	}
	arena_free(&a.scratch);
	return error;
}

const struct site_process *
site_last(const struct site *site)
{
	return site->count ? site->items[site->count - 1] : NULL;
}
