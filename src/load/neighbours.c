/* SPDX-License-Identifier: MIT */
#include "load/neighbours.h"

#include "diag/said.h"
#include "files/path.h"
#include "load/portfolio.h"
#include "load/probe.h"
#include "model/fields.h"
#include "support/utf8.h"
#include "text/uri.h"

#include <string.h>
#include <sys/stat.h>

/* Numbers of files that fit into a place; the last ones are left for includes. */
enum { MOST_FILES = 4000, MOST_NEIGHBOURS = 1000, MOST_ABOVE = 16 };

/* What tells that a file has changed. */
struct file_facts {
	dev_t device;
	ino_t number;
	off_t size;
	struct timespec changed;
};

struct known_neighbour {
	struct arena arena;
	struct neighbour neighbour;
	struct file_facts *facts; /* by file */
	bool understood;
	struct known_neighbour *next; /* of those outdated */
};

struct neighbour_place {
	struct known_neighbour *now; /* or NULL */
	struct neighbour_place *next;
};

/* What a model meets. */
struct neighbour_meeting {
	struct neighbourhood *hood;
	struct model *model;
	const struct overlays *overlays;
	neighbour_reader *read;
	const char *folder;    /* of the process */
	const char *territory; /* real path of the folder that neighbours lie in */
	struct map by_real;    /* those met */
};

static struct file_facts
facts_of(const char *path)
{
	struct stat is;
	if (stat(path, &is) != 0)
		return (struct file_facts){0};
	return (struct file_facts){is.st_dev, is.st_ino, is.st_size, is.st_mtim};
}

static bool
is_same(const struct file_facts *a, const struct file_facts *b)
{
	return a->device == b->device && a->number == b->number && a->size == b->size &&
	       a->changed.tv_sec == b->changed.tv_sec && a->changed.tv_nsec == b->changed.tv_nsec;
}

static bool
is_current(const struct known_neighbour *known)
{
	for (uint32_t i = 0; i < known->neighbour.file_count; i++) {
		const struct file_facts now = facts_of(known->neighbour.files[i]);
		if (!is_same(&known->facts[i], &now))
			return false;
	}
	return true;
}

static void
free_known(struct known_neighbour *known)
{
	map_free(&known->neighbour.index);
	arena_free(&known->arena);
	memory_free(known);
}

static void
retire(struct neighbourhood *hood, struct neighbour_place *place)
{
	if (!place->now)
		return;
	place->now->next = hood->outdated;
	hood->outdated = place->now;
	place->now = NULL;
}

void
neighbours_settle(struct neighbourhood *hood)
{
	while (hood->outdated) {
		struct known_neighbour *known = hood->outdated;
		hood->outdated = known->next;
		free_known(known);
	}
}

void
neighbours_forget(struct neighbourhood *hood)
{
	for (struct neighbour_place *place = hood->places; place; place = place->next)
		retire(hood, place);
}

static struct known_neighbour *
read_known(struct neighbour_meeting *m, const char *path, const char *real)
{
	struct known_neighbour *known = memory_alloc(sizeof *known);
	*known = (struct known_neighbour){.understood = false};
	struct neighbour *neighbour = &known->neighbour;
	neighbour->path = arena_string(&known->arena, path);
	neighbour->real = arena_string(&known->arena, real);
	known->understood =
	    m->read(m->hood, neighbour->path, m->overlays, neighbour, &known->arena);
	known->facts =
	    arena_array(&known->arena, (size_t)neighbour->file_count + 1, sizeof *known->facts);
	for (uint32_t i = 0; i < neighbour->file_count; i++)
		known->facts[i] = facts_of(neighbour->files[i]);
	return known;
}

static struct neighbour_place *
place_of(struct neighbourhood *hood, const char *real)
{
	struct neighbour_place *place = map_get(&hood->by_real, real);
	if (place)
		return place;
	place = arena_alloc(&hood->arena, sizeof *place);
	*place = (struct neighbour_place){.next = hood->places};
	hood->places = place;
	*map_at(&hood->by_real, arena_string(&hood->arena, real)) = place;
	return place;
}

/* What is known of the process at a path, read if need be. */
static const struct known_neighbour *
know(struct neighbour_meeting *m, const char *path, const char *real)
{
	struct neighbour_place *place = place_of(m->hood, real);
	if (place->now && is_current(place->now))
		return place->now;
	struct known_neighbour *now = read_known(m, path, real);
	retire(m->hood, place);
	place->now = now;
	return now;
}

/* ---- what may be read */

static const char *
folder_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? arena_copy(arena, path, (size_t)(slash - path) + 1) : "";
}

/* The folder of the repository; without one, that which all that the process leads to lies in. */
static const char *
territory_of(const struct model *model, const char *folder, struct arena *arena)
{
	struct stat facts;
	for (int above = 0; folder && above <= MOST_ABOVE; above++) {
		if (stat(arena_printf(arena, "%s.git", folder), &facts) == 0)
			return path_real(arena, folder);
		folder = path_above(arena, folder);
	}
	return model->root ? path_real(arena, model->root) : NULL;
}

static bool
is_open(const struct neighbourhood *hood, const char *real)
{
	for (uint32_t i = 0; i < hood->depth; i++)
		if (strcmp(hood->open[i], real) == 0)
			return true;
	return false;
}

/* What keeps a file from being read as a neighbour, or PHRASE_NONE. */
static enum phrase
fault_of(const struct neighbour_meeting *m, const char *path, const char *real, bool called)
{
	struct stat facts;
	if (!called && strcmp(real, m->hood->open[m->hood->depth - 1]) == 0)
		return PHRASE_NEIGHBOUR_SELF;
	if (!m->territory || !path_is_within(real, m->territory))
		return PHRASE_NEIGHBOUR_OUTSIDE;
	bool held = overlays_find(m->overlays, path);
	if (!held && stat(path, &facts) != 0)
		return PHRASE_FILE_MISSING;
	if (!held && S_ISDIR(facts.st_mode))
		return PHRASE_FILE_FOLDER;
	if (!held && !S_ISREG(facts.st_mode))
		return PHRASE_FILE_SPECIAL;
	if (!held && !portfolio_trusts(path, m->folder))
		return PHRASE_NEIGHBOUR_OUTSIDE;
	return probe_file(path, m->overlays) == PROBE_ROOT ? PHRASE_NONE : PHRASE_NEIGHBOUR_NONE;
}

/* ---- meeting them */

static void
add_source(struct model *model, const char *name)
{
	model->files = list_grow(model->files, model->file_count, sizeof *model->files);
	model->files[model->file_count++] =
	    (struct source){.name = arena_string(&model->arena, name)};
}

/* Its files get numbers here, so that places in them can be told. */
static uint32_t
add_files(struct model *model, const struct neighbour *neighbour)
{
	uint32_t first = model->file_count;
	if (first + neighbour->file_count > MOST_FILES)
		return UINT32_MAX;
	for (uint32_t i = 0; i < neighbour->file_count; i++)
		add_source(model, neighbour->files[i]);
	return first;
}

/* A neighbour of which nothing is asked, or known. */
static const struct neighbour *
unread(struct arena *arena, const char *path, const char *real)
{
	struct neighbour *neighbour = arena_alloc(arena, sizeof *neighbour);
	*neighbour = (struct neighbour){.path = path, .real = real, .name = path};
	return neighbour;
}

static void
add_sought(struct model *model, const char *path)
{
	model->sought =
	    arena_grow(&model->arena, model->sought, model->sought_count, 1, sizeof *model->sought);
	model->sought[model->sought_count++] =
	    (struct pattern){.text = pattern_from_path(&model->arena, path)};
}

/* Of processes that are read as neighbours only the steps that are processes are followed, and none
 * that is being read already. */
static bool
is_followed(const struct neighbourhood *hood, const struct outward_note *note, const char *real)
{
	bool called = note->field->id == FIELD_STEP_process;
	if (hood->depth > 1 && !called)
		return false;
	return hood->depth < NEIGHBOUR_DEPTH && !(called && is_open(hood, real));
}

static struct met_neighbour
meet(struct neighbour_meeting *m, const struct outward_note *note, const char *path,
     const char *real)
{
	struct model *model = m->model;
	bool called = note->field->id == FIELD_STEP_process;
	struct met_neighbour met = {.first_file = UINT32_MAX};
	if (is_followed(m->hood, note, real) && model->neighbour_count < MOST_NEIGHBOURS) {
		add_sought(model, path);
		met.fault = fault_of(m, path, real, called);
		const struct known_neighbour *known = met.fault ? NULL : know(m, path, real);
		if (known && known->understood) {
			met.process = &known->neighbour;
			met.first_file = add_files(model, &known->neighbour);
		} else if (known) {
			met.fault = PHRASE_NEIGHBOUR_BROKEN;
		}
	}
	if (!met.process)
		met.process = unread(&model->arena, path, real);
	return met;
}

/* The neighbour at a path, met once. */
static struct met_neighbour *
met_at(struct neighbour_meeting *m, const struct outward_note *note, const char *path)
{
	struct arena *arena = &m->model->arena;
	const char *real = path_real(arena, path), *here = path_real(arena, "");
	if (!real || !here)
		return NULL;
	struct met_neighbour **place = (struct met_neighbour **)map_at(&m->by_real, real);
	if (*place)
		return *place;
	struct met_neighbour *met = arena_alloc(arena, sizeof *met);
	*place = met;
	*met = meet(m, note, path_from(arena, here, real), real);
	m->model->neighbour_count++;
	return met;
}

/* A material is an ordinary file unless it is a process, and what is not there another rule tells.
 */
static bool
is_material(const struct outward_note *note, const struct met_neighbour *met)
{
	return note->field->flags & F_LINK && met->fault && met->fault != PHRASE_NEIGHBOUR_BROKEN;
}

static void
take_texts(struct model *model, const struct met_neighbour *met, const struct texts *from,
	   struct texts *to)
{
	*to = *from;
	to->items = arena_array(&model->arena, (size_t)from->count + 1, sizeof *to->items);
	for (uint32_t i = 0; i < from->count; i++)
		to->items[i] =
		    (struct text){from->items[i].s, neighbour_pos(met, from->items[i].pos)};
	to->pos = neighbour_pos(met, from->pos);
}

static bool
is_called(const struct list *list, struct arena *arena, const char *name)
{
	const char *folded = utf8_fold(arena, name, FOLD_CASE);
	for (uint32_t i = 0; i < list->count; i++)
		if (strcmp(utf8_fold(arena, entity_name(list->items[i]), FOLD_CASE), folded) == 0)
			return true;
	return false;
}

static void
take_role(struct model *model, const struct met_neighbour *met, const struct neighbour_thing *thing,
	  struct entity *entity)
{
	struct role *role = role_of(entity);
	role->name = (struct text){thing->name, entity->pos};
	role->external = (struct flag){thing->external, entity->pos};
	take_texts(model, met, &thing->texts, &role->duties);
	take_texts(model, met, &thing->aliases, &role->aliases);
}

static void
take_term(struct model *model, const struct met_neighbour *met, const struct neighbour_thing *thing,
	  struct entity *entity)
{
	struct term *term = term_of(entity);
	term->term = (struct text){thing->name, entity->pos};
	if (thing->texts.count)
		term->definition = (struct text){thing->texts.items[0].s,
						 neighbour_pos(met, thing->texts.items[0].pos)};
	take_texts(model, met, &thing->aliases, &term->aliases);
}

/* A role or term of a neighbour is taken like one of the portfolio, unless the process has one of
 * its name. */
static void
take_thing(struct neighbour_meeting *m, const struct outward_note *note,
	   const struct met_neighbour *met)
{
	struct model *model = m->model;
	struct document *document = model->document;
	enum kind kind = (enum kind)note->field->argument;
	const char *part;
	neighbour_path(&model->arena, note->text, &part);
	const struct neighbour_thing *thing =
	    part && met->process->read ? neighbour_find(met->process, kind, part) : NULL;
	struct list *list = kind == KIND_ROLE ? &document->roles : &document->glossary;
	if (!thing || is_called(list, &model->arena, thing->name))
		return;
	struct entity *entity =
	    entity_new(model, kind, &document->base, neighbour_pos(met, thing->pos));
	list->items = arena_grow(&model->arena, list->items, list->count, 1, sizeof *list->items);
	list->items[list->count++] = entity;
	entity->number = list->count;
	list->pos = list->pos.line ? list->pos : entity->pos;
	if (kind == KIND_ROLE)
		take_role(model, met, thing, entity);
	else
		take_term(model, met, thing, entity);
}

/* ---- rings */

/* The names of the processes from one on that lead back to this one by being steps of one another,
 * or NULL; *seen are those that do not. */
static const char *
ring_from(struct neighbour_meeting *m, const struct neighbour *process, struct map *seen, int depth,
	  struct pos *pos)
{
	for (uint32_t i = 0; depth < NEIGHBOUR_DEPTH && i < process->link_count; i++) {
		const struct neighbour_link *link = &process->links[i];
		const struct neighbour_place *next = map_get(&m->hood->by_real, link->real);
		struct pos inner;
		if (link->field->id != FIELD_STEP_process || map_get(seen, link->real))
			continue;
		*pos = link->pos;
		if (strcmp(link->real, m->model->real) == 0)
			return process->name;
		*map_at(seen, link->real) = seen;
		const char *ring =
		    next && next->now && next->now->understood
			? ring_from(m, &next->now->neighbour, seen, depth + 1, &inner)
			: NULL;
		if (ring)
			return arena_printf(&m->model->arena, "%s → %s", process->name, ring);
	}
	return NULL;
}

static void
find_ring(struct neighbour_meeting *m, struct met_neighbour *met)
{
	const struct entity *own = m->model->document->process;
	const char *name = own ? entity_name(own) : "";
	struct map seen = {0};
	struct pos pos = {0};
	bool itself = strcmp(met->process->real, m->model->real) == 0;
	const char *ring = itself ? "" : ring_from(m, met->process, &seen, 0, &pos);
	if (ring)
		met->ring = arena_printf(&m->model->arena, "%s → %s%s%s", name, ring,
					 itself ? "" : " → ", name);
	met->ring_pos = pos;
	map_free(&seen);
}

static void
take_note(struct neighbour_meeting *m, const struct outward_note *note)
{
	struct model *model = m->model;
	struct arena *arena = &model->arena;
	const char *part, *text = neighbour_path(arena, note->text, &part);
	const char *folder =
	    *text == '/' ? "" : folder_of(arena, model->files[note->pos.file].name);
	const char *path = note->field->flags & F_LINK ? uri_path(arena, text) : text;
	struct met_neighbour *met = met_at(m, note, arena_printf(arena, "%s%s", folder, path));
	if (!met || is_material(note, met))
		return;
	*map_at(&model->met, neighbour_key(arena, note->pos.file, note->text)) = met;
	if (m->hood->depth == 1 && note->field->id == FIELD_STEP_process && !met->ring)
		find_ring(m, met);
	if (field_refers(note->field, KIND_ROLE) || field_refers(note->field, KIND_TERM))
		take_thing(m, note, met);
}

void
neighbours_meet(struct neighbourhood *hood, struct model *model, const struct binder *binder,
		const struct overlays *overlays, neighbour_reader *read)
{
	struct neighbour_meeting m = {
	    .hood = hood, .model = model, .overlays = overlays, .read = read};
	if (!hood || !hood->depth || !binder->outward_count || !model->complete)
		return;
	m.folder = folder_of(&model->arena, model->files[0].name);
	m.territory = territory_of(model, m.folder, &model->arena);
	for (int called = 1; called >= 0; called--) /* whoever is called is followed in any case */
		for (size_t i = 0; i < binder->outward_count; i++)
			if ((binder->outward[i].field->id == FIELD_STEP_process) == called)
				take_note(&m, &binder->outward[i]);
	map_free(&m.by_real);
}
