/* SPDX-License-Identifier: MIT */
#include "api/make/shown.h"

#include "api/make/bundle.h"
#include "api/context/lists.h"
#include "api/make/materials.h"
#include "files/path.h"
#include "model/addresses.h"
#include "model/enclosed.h"
#include "model/fields.h"
#include "model/hide.h"
#include "model/lookup.h"
#include "plan/cut/cut.h"
#include "plan/output_stem.h"
#include "text/uri.h"

static const struct entity *
role_asked(const struct model *model, const char *name)
{
	const struct role *role = lookup_role(model, name);
	return role ? &role->base : NULL;
}

/* True for an edition of the whole process: the author cannot say of a part of a file who may read
 * it. */
static bool
shows_all(const struct model *model, const struct edition_words *edition)
{
	struct arena scratch = {0};
	const struct hide hide = hide_new(model, edition, &scratch);
	arena_free(&scratch);
	return !hide.any && !hide.allows && !hide.outside && !hide.clients;
}

static enum presale_status
cut_process(struct presale *context, struct shown *shown)
{
	const struct options *options = &context->options;
	const struct model *whole = context_process(context);
	struct edition_words edition;
	const char *name = options->edition ? options->edition : "full", *role;
	const struct entity *variant =
	    options->variant ? variant_find(whole, options->variant) : NULL;
	if (!edition_find(whole, name, &edition))
		return lists_fail(context, whole, PRESALE_LIST_EDITIONS, name);
	if (options->variant && !variant)
		return lists_fail(context, whole, PRESALE_LIST_VARIANTS, options->variant);
	role = options->emit.view.role;
	if (role && edition.shows) /* the page for clients is then that one's */
		edition.audience = role_asked(whole, role);
	shown->cut =
	    cut_is_needed(whole, &edition, variant) ? cut_model(whole, &edition, variant) : NULL;
	const struct model *model = shown->cut ? shown->cut : whole;
	if (role && !edition.audience && !lookup_role(model, role))
		return lists_fail(context, model, PRESALE_LIST_ROLES, role);
	shown->addresses = addresses_new(model, options->out ? options->out : ".");
	if (shows_all(whole, &edition))
		shown->enclosed = enclosed_new(model, shown->addresses, &context->overlays);
	shown->stem = output_stem(whole, model, &edition, variant, &shown->arena);
	shown->model = model;
	if (options->bundle)
		shown->bundle = bundle_new(context, shown);
	return PRESALE_CLEAN;
}

/* Interviews are on all of the process. */
static void
take_process(struct presale *context, struct shown *shown)
{
	const struct model *whole = context_process(context);
	shown->addresses = addresses_new(whole, context->options.out ? context->options.out : ".");
	shown->stem =
	    arena_printf(&shown->arena, "%s-questions", model_process(whole)->base.anchor);
	shown->model = whole;
}

enum presale_status
shown_make(struct presale *context)
{
	if (!context_process(context))
		return context_fail_process(context);
	if (context->shown.model)
		return PRESALE_CLEAN;
	if (context->options.interview) {
		take_process(context, &context->shown);
		return PRESALE_CLEAN;
	}
	enum presale_status status = cut_process(context, &context->shown);
	if (status != PRESALE_CLEAN)
		context_drop_shown(context);
	return status;
}

struct material_list {
	struct arena *arena;
	const struct addresses *addresses;
	const char *root;
	struct presale_material *items;
	size_t count;
};

static void
add_material(void *data, const struct attachment *material)
{
	struct material_list *l = data;
	if (!uri_is_relative(material->href.s))
		return;
	const char *address = uri_path(l->arena, addresses_seen(l->addresses, material->href.s));
	l->items = arena_grow(l->arena, l->items, l->count, 1, sizeof *l->items);
	l->items[l->count++] = (struct presale_material){
	    .address = address,
	    .path = arena_printf(l->arena, "%s/%s", addresses_base(l->addresses), address),
	    .root = l->root};
}

const struct presale_material *
shown_materials(struct presale *context, size_t *count)
{
	struct arena *arena = context_gift(context, GIFT_MATERIALS);
	if (shown_make(context) != PRESALE_CLEAN)
		return NULL;
	const struct shown *shown = &context->shown;
	const char *root = *shown->model->root ? shown->model->root : ".";
	struct material_list listing = {
	    .arena = arena, .addresses = shown->addresses, .root = path_real(arena, root)};
	if (listing.root && addresses_base(shown->addresses))
		materials_each(shown->model, add_material, &listing);
	*count = listing.count;
	return listing.items;
}
