/* SPDX-License-Identifier: MIT */
#include "view/doc/index.h"

#include "model/fields.h"
#include "model/variant.h"
#include "support/map.h"

struct indexer {
	const struct voice *voice;
	const struct model *model;
	const struct plan *plan;
	struct doc_index *index;
	struct arena *arena;
	struct map materials; /* by address or, without one, title */
	struct doc_material *last_material;
};

/* The role's share of the stage, which is the last one when the stage is being read. */
static struct doc_share *
share_of(struct indexer *x, const struct role *role, const struct stage *stage)
{
	struct doc_role_index *entry = &x->index->roles[role->base.number - 1];
	if (entry->last_share && entry->last_share->stage == stage)
		return entry->last_share;
	struct doc_share *share = arena_alloc(x->arena, sizeof *share);
	share->stage = stage;
	if (entry->last_share)
		entry->last_share->next = share;
	else
		entry->shares = share;
	entry->last_share = share;
	return share;
}

static struct doc_chain *
add_link(struct indexer *x, struct doc_chain *last, const struct entity *what)
{
	struct doc_chain *link = arena_alloc(x->arena, sizeof *link);
	link->what = what;
	if (last)
		last->next = link;
	return link;
}

/* What a role is to a stage or one of its steps. */
static void
index_part(struct indexer *x, const struct role *role, const struct entity *what,
	   const struct stage *stage, enum raci letter)
{
	struct doc_share *share = share_of(x, role, stage);
	if (what == &stage->base)
		return;
	if (!share->last || share->last->what != what)
		share->last = add_link(x, share->last, what);
	share->steps = share->steps ? share->steps : share->last;
	share->last->letters |= 1u << letter;
}

static void
index_parts(struct indexer *x, struct part_refs refs, const struct entity *what,
	    const struct stage *stage, enum raci letter)
{
	for (uint32_t i = 0; i < refs.count; i++)
		if (refs.items[i].to)
			index_part(x, role_of(refs.items[i].to), what, stage, letter);
}

/* Those that do a stage or step for some variant that has it, be it that the whole says so. */
static void
index_doers(struct indexer *x, const struct entity *what, const struct stage *stage)
{
	const struct part_variants all = part_variants(what);
	for (uint32_t v = 0; v < all.count; v++)
		if (variant_has_whole(all.items[v], what))
			index_parts(x, part_refs(what, RACI_R, all.items[v]), what, stage, RACI_R);
}

static void
index_letter(struct indexer *x, const struct entity *step, const struct stage *stage,
	     enum raci letter)
{
	struct part_refs refs = part_refs(step, letter, NULL);
	struct doc_naming *naming = &x->index->namings[stage->base.number - 1];
	if (refs.inherited)
		return;
	naming->last[letter] = add_link(x, naming->last[letter], step);
	if (!naming->steps[letter])
		naming->steps[letter] = naming->last[letter];
	index_parts(x, refs, step, stage, letter);
}

static void
index_step(struct indexer *x, const struct entity *step, const struct stage *stage)
{
	index_doers(x, step, stage);
	for (enum raci letter = RACI_A; letter < RACI_COUNT; letter++)
		index_letter(x, step, stage, letter);
}

static void
index_stage(struct indexer *x, const struct stage *stage)
{
	index_doers(x, &stage->base, stage);
	for (enum raci letter = RACI_A; letter < RACI_COUNT; letter++) {
		struct part_refs refs = part_refs(&stage->base, letter, NULL);
		if (!refs.assumed) /* else it is one of those */
			index_parts(x, refs, &stage->base, stage, letter);
	}
	for (uint32_t i = 0; i < stage->steps.count; i++) {
		index_step(x, stage->steps.items[i], stage);
		const struct list *below = &step_at(&stage->steps, i)->steps;
		for (uint32_t j = 0; j < below->count; j++)
			index_step(x, below->items[j], stage);
	}
}

static struct doc_hand *
add_hand(struct indexer *x, struct doc_hand *last, const struct handover *handover)
{
	struct doc_hand *hand = arena_alloc(x->arena, sizeof *hand);
	hand->handover = handover;
	if (last)
		last->next = hand;
	return hand;
}

static void
index_handovers(struct indexer *x)
{
	struct doc_index *index = x->index;
	index->handovers = plan_handovers(x->plan, x->arena, &index->handover_count);
	for (uint32_t i = 0; i < index->handover_count; i++) {
		const struct handover *handover = &index->handovers[i];
		struct doc_role_index *from = &index->roles[handover->from->base.number - 1];
		struct doc_role_index *to = &index->roles[handover->to->base.number - 1];
		from->last_given = add_hand(x, from->last_given, handover);
		from->gives = from->gives ? from->gives : from->last_given;
		to->last_taken = add_hand(x, to->last_taken, handover);
		to->takes = to->takes ? to->takes : to->last_taken;
	}
}

/* Backwards, so that each chain is in the order of the roles. */
static void
index_checkpoints(struct indexer *x)
{
	const struct list *roles = &x->model->document->roles;
	x->index->checkpoints = arena_array(x->arena, x->model->document->stages.count + 1,
					    sizeof *x->index->checkpoints);
	for (uint32_t i = roles->count; i-- > 0;) {
		const struct list *checkpoints = &role_at(roles, i)->checkpoints;
		for (uint32_t j = checkpoints->count; j-- > 0;) {
			const struct entity *stage = checkpoint_at(checkpoints, j)->stage.to;
			if (!stage)
				continue;
			struct doc_chain *link = arena_alloc(x->arena, sizeof *link);
			*link =
			    (struct doc_chain){.what = checkpoints->items[j],
					       .next = x->index->checkpoints[stage->number - 1]};
			x->index->checkpoints[stage->number - 1] = link;
			x->index->any_checkpoint = true;
		}
	}
}

static void
index_material(struct indexer *x, const struct attachment *attachment, const struct entity *user)
{
	const struct attachment seen = show_attachment(x->voice, attachment);
	const char *key = seen.href.s ? seen.href.s : seen.title.s ? seen.title.s : seen.base.id;
	void **place = map_at(&x->materials, key);
	struct doc_material *material = *place;
	if (!material) {
		*place = material = arena_alloc(x->arena, sizeof *material);
		material->attachment = attachment;
		if (x->last_material)
			x->last_material->next = material;
		else
			x->index->materials = material;
		x->last_material = material;
	}
	if (!user)
		return;
	material->last = add_link(x, material->last, user);
	material->users = material->users ? material->users : material->last;
}

static void
index_materials(struct indexer *x, const struct list *attachments, const struct entity *user)
{
	for (uint32_t i = 0; i < attachments->count; i++)
		index_material(x, attachment_at(attachments, i), user);
}

static void
index_all_materials(struct indexer *x)
{
	const struct document *document = x->model->document;
	index_materials(x, &document->attachments, NULL);
	for (uint32_t i = 0; i < document->stages.count; i++) {
		const struct stage *stage = stage_at(&document->stages, i);
		index_materials(x, &stage->attachments, &stage->base);
		for (uint32_t j = 0; j < stage->steps.count; j++) {
			const struct step *step = step_at(&stage->steps, j);
			index_materials(x, &step->attachments, &step->base);
			for (uint32_t k = 0; k < step->steps.count; k++)
				index_materials(x, &step_at(&step->steps, k)->attachments,
						step->steps.items[k]);
		}
	}
	map_free(&x->materials);
}

struct doc_index *
doc_index_new(const struct plan *plan, const struct voice *voice, struct arena *arena)
{
	const struct model *model = plan->model;
	struct indexer x = {.model = model, .voice = voice, .plan = plan, .arena = arena};
	x.index = arena_alloc(arena, sizeof *x.index);
	x.index->namings =
	    arena_array(arena, model->document->stages.count + 1, sizeof *x.index->namings);
	x.index->roles =
	    arena_array(arena, model->document->roles.count + 1, sizeof *x.index->roles);
	for (uint32_t i = 0; i < model->document->stages.count; i++)
		index_stage(&x, stage_at(&model->document->stages, i));
	index_handovers(&x);
	index_checkpoints(&x);
	index_all_materials(&x);
	return x.index;
}

struct doc_material *
doc_index_needed(const struct doc_share *shares, const struct voice *voice, struct arena *arena)
{
	struct indexer x = {
	    .index = arena_alloc(arena, sizeof *x.index), .voice = voice, .arena = arena};
	for (; shares; shares = shares->next) {
		index_materials(&x, &shares->stage->attachments, &shares->stage->base);
		for (const struct doc_chain *step = shares->steps; step; step = step->next)
			if (!doc_does(step)) /* else the step says it */
				index_materials(&x, &step_of(step->what)->attachments, step->what);
	}
	map_free(&x.materials);
	return x.index->materials;
}

const struct doc_role_index *
doc_index_role(const struct doc_index *index, const struct entity *role)
{
	return &index->roles[role->number - 1];
}
