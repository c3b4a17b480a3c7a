/* SPDX-License-Identifier: MIT */
#include "plan/rebase.h"

#include "files/path.h"
#include "model/visit.h"
#include "text/prose.h"
#include "text/uri.h"

#include <string.h>

struct rebase {
	struct model *model;
	const char *
	    *starts;       /* by file: its folder from that of the outputs; "" when they are one */
	const char *start; /* of the text under way */
	bool changed;      /* an address in it was */
	struct arena scratch;
};

static const char *
folder_of(struct rebase *r, const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? arena_copy(&r->scratch, path, (size_t)(slash - path) + 1) : ".";
}

/* The folder at which addresses are to begin. */
static const char *
find_base(struct rebase *r, const char *folder)
{
	const char *base = path_real(&r->scratch, folder),
		   *root = path_real(&r->scratch, *r->model->root ? r->model->root : ".");
	return base && root && !path_between(&r->scratch, base, root) ? root : base;
}

/* False when nothing would change. */
static bool
find_starts(struct rebase *r, const char *from)
{
	struct model *model = r->model;
	r->starts = arena_array(&r->scratch, model->file_count + 1, sizeof *r->starts);
	bool any = false;
	for (uint32_t i = 0; i < model->file_count; i++) {
		const char *to =
		    path_real(&r->scratch,
			      model->files[i].is_input ? "." : folder_of(r, model->files[i].name));
		const char *start = from && to ? path_between(&r->scratch, from, to) : NULL;
		r->starts[i] = start ? start : "";
		any = any || *r->starts[i];
	}
	return any;
}

static const char *
rebased(void *data, const char *address)
{
	struct rebase *r = data;
	const char *moved = uri_from(&r->model->arena, r->start, address);
	r->changed = r->changed || moved != address;
	return moved;
}

static bool
link_nothing(void *data, const char *at, struct prose_link *link)
{
	(void)data, (void)at, (void)link;
	return false;
}

/* Only what may hold a link with an address of its own is read as CommonMark. */
static void
rebase_prose(void *data, struct entity *entity, const struct leaf *leaf, void *place)
{
	struct rebase *r = data;
	struct text *text = place;
	(void)entity, (void)leaf;
	r->start = text->s ? r->starts[text->pos.file] : "";
	if (!*r->start || !strchr(text->s, ']'))
		return;
	r->changed = false;
	struct prose_linker linker = {link_nothing, r, rebased};
	const char *moved = prose_markdown_linked(&r->scratch, text->s, 1, &linker);
	if (r->changed)
		text->s = arena_string(&r->model->arena, moved);
}

static void
rebase_href(struct rebase *r, struct attachment *attachment)
{
	struct text *href = &attachment->href;
	r->start = href->s ? r->starts[href->pos.file] : "";
	if (!*r->start || !uri_is_relative(href->s))
		return;
	if (!attachment->title.s)
		attachment->title = *href;
	href->s = rebased(r, href->s);
}

static void
rebase_thing(void *data, struct entity *entity)
{
	if (entity->kind == KIND_ATTACHMENT)
		rebase_href(data, attachment_of(entity));
}

const char *
rebase_addresses(struct model *model, const char *folder)
{
	static const struct changer changer = {
	    .leaves = LEAF_PROSE, .thing = rebase_thing, .leaf = rebase_prose};
	struct rebase r = {.model = model};
	const char *base = find_base(&r, folder);
	if (find_starts(&r, base))
		change(model, &model->document->base, &changer, &r);
	base = base ? arena_string(&model->arena, base) : NULL;
	arena_free(&r.scratch);
	return base;
}
