/* SPDX-License-Identifier: MIT */
#include "edit/edit.h"

#include "edit/prove.h"
#include "edit/rename.h"
#include "edit/roster.h"
#include "edit/thing.h"
#include "load/load.h"
#include "model/field.h"

#include <stdlib.h>
#include <string.h>

/* An edit under way. */
struct edit_making {
	const struct edit_source *source;
	const struct changes *changes; /* NULL: a word becomes another */
	struct edited *edited;
	struct editor editor;
	struct roster roster;
	const struct change **order; /* the changes of a thing's fields, then those of a list */
};

static void
refuse(struct edited *edited, const struct edit_refusal *refusal)
{
	edited->refusals = arena_grow(&edited->arena, edited->refusals, edited->refusal_count, 1,
				      sizeof *edited->refusals);
	edited->refusals[edited->refusal_count++] = *refusal;
}

/* Where a change would be made. */
static struct pos
place_of(const struct change *change)
{
	struct pos pos = {0};
	if (change->field && change->what != CHANGE_REMOVE && change->what != CHANGE_MOVE)
		pos = field_pos(change->thing, change->field);
	return pos.line ? pos : change->thing->pos;
}

static bool
is_of_field(const struct change *change)
{
	return change->what == CHANGE_SET || change->what == CHANGE_UNSET ||
	       change->what == CHANGE_RENAME;
}

/* What a change is one of: a thing, or a list of one. */
static const struct entity *
owner_of(const struct change *change)
{
	return is_of_field(change) ? change->thing : roster_owner(change);
}

/* Those of one thing's fields together; those of one list together, as
 * they came. */
static int
compare(const void *left, const void *right)
{
	const struct change *a = *(const struct change *const *)left,
			    *b = *(const struct change *const *)right;
	uint32_t a_owner = owner_of(a)->serial, b_owner = owner_of(b)->serial;
	if (is_of_field(a) != is_of_field(b))
		return is_of_field(a) ? -1 : 1;
	if (a_owner != b_owner)
		return a_owner < b_owner ? -1 : 1;
	if (a->field != b->field && a->field->id != b->field->id)
		return a->field->id < b->field->id ? -1 : 1;
	if (a->field != b->field)
		return a->field->offset < b->field->offset ? -1 : 1;
	return a < b ? -1 : 1;
}

static bool
is_together(const struct change *a, const struct change *b)
{
	return is_of_field(a) == is_of_field(b) && owner_of(a) == owner_of(b) &&
	       (is_of_field(a) || a->field == b->field);
}

/* Gathers the edits of all files. */
static void
gather(struct edit_making *m)
{
	uint32_t count = m->changes->count;
	roster_note(&m->roster, m->changes);
	m->order = arena_array(&m->edited->arena, count + 1, sizeof *m->order);
	for (uint32_t i = 0; i < count; i++)
		m->order[i] = &m->changes->items[i];
	qsort(m->order, count, sizeof *m->order, compare);
	for (uint32_t i = 0, next; i < count; i = next) {
		const struct change *refused = NULL;
		for (next = i + 1; next < count && is_together(m->order[i], m->order[next]);)
			next++;
		enum phrase why =
		    is_of_field(m->order[i])
			? thing_edit(&m->editor, m->order + i, next - i, &refused)
			: roster_edit(&m->roster, &m->editor, m->order + i, next - i, &refused);
		if (why)
			refuse(m->edited, &(struct edit_refusal){.change = refused,
								 .why = why,
								 .pos = place_of(refused)});
	}
}

/* The files that change, as they become. */
static void
apply(struct edit_making *m)
{
	const struct model *model = m->source->model;
	struct edited *edited = m->edited;
	edited->files = arena_array(&edited->arena, model->file_count, sizeof *edited->files);
	for (uint32_t i = 0; i < model->file_count; i++) {
		const struct source *source = &model->files[i];
		if (!m->editor.patches[i].count)
			continue;
		struct edited_file *file = &edited->files[edited->file_count++];
		file->file = i;
		buf_add(&file->bytes, buf_text(&source->bytes), source->text_start);
		patch_apply(&m->editor.patches[i], source_text(source), source_length(source),
			    &file->bytes);
	}
}

/* How often each rule found an error. */
static void
count_errors(const struct diagnostics *diags, size_t counts[RULE_COUNT])
{
	for (size_t i = 0; i < diags->count; i++)
		counts[diags->items[i].rule] += diags->items[i].severity == SEVERITY_ERROR;
}

/* False, and refused, when an error comes that was not there. */
static bool
prove_errors(struct edit_making *m, const struct diagnostics *diags)
{
	size_t was[RULE_COUNT] = {0}, is[RULE_COUNT] = {0};
	count_errors(m->source->diags, was);
	count_errors(diags, is);
	for (size_t i = 0; i < diags->count; i++) {
		const struct diagnostic *d = &diags->items[i];
		if (d->severity != SEVERITY_ERROR || is[d->rule] <= was[d->rule])
			continue;
		struct edit_refusal refusal = {.why = PHRASE_EDIT_ERROR, .pos = d->pos};
		for (int lang = 0; lang < 2; lang++) {
			struct buf message = {0};
			diag_message(d, lang, &message);
			refusal.says.texts[lang] =
			    arena_string(&m->edited->arena, buf_text(&message));
			buf_free(&message);
		}
		refuse(m->edited, &refusal);
		return false;
	}
	return true;
}

static void
prove_model(struct edit_making *m, const struct model *is)
{
	struct proof_fault fault = {0};
	const struct model *was = m->source->model;
	if (m->changes ? prove_changes(was, is, m->changes, &fault) : rename_holds(was, is))
		return;
	struct pos pos = fault.change ? place_of(fault.change) : fault.pos;
	refuse(m->edited, &(struct edit_refusal){
			      .change = fault.change, .why = PHRASE_EDIT_UNPROVED, .pos = pos});
}

/* Has the files as they become stand over those that are there, and over what stands over them. */
static bool
put_over(struct edit_making *m, struct overlays *over)
{
	const struct overlays *under = m->source->overlays;
	bool ok = true;
	for (size_t i = 0; under && i < under->count; i++)
		ok = overlays_put(over, under->items[i].path, buf_text(&under->items[i].text),
				  under->items[i].text.length) &&
		     ok;
	for (uint32_t i = 0; i < m->edited->file_count; i++) {
		const struct edited_file *file = &m->edited->files[i];
		const struct source *source = &m->source->model->files[file->file];
		ok = overlays_put(over, source->is_input ? "-" : source->name,
				  buf_text(&file->bytes), file->bytes.length) &&
		     ok;
	}
	return ok;
}

/* Reads the files as they become. */
static void
prove(struct edit_making *m)
{
	struct overlays over = {0};
	struct diagnostics diags = {0};
	bool unreadable = false;
	put_over(m, &over);
	const struct model *is =
	    load_model(m->source->path, m->source->out, &over, &diags, &unreadable);
	if (prove_errors(m, &diags))
		prove_model(m, is);
	diag_free(&diags);
	model_free(is);
	overlays_free(&over);
}

static void
drop_files(struct edited *edited)
{
	for (uint32_t i = 0; i < edited->file_count; i++)
		buf_free(&edited->files[i].bytes);
	edited->file_count = 0;
}

static bool
end_edit(struct edit_making *m)
{
	editor_close(&m->editor);
	if (m->edited->refusal_count)
		drop_files(m->edited);
	return !m->edited->refusal_count;
}

bool
edit_changes(const struct edit_source *source, const struct changes *changes, struct edited *edited)
{
	struct edit_making m = {.source = source, .changes = changes, .edited = edited};
	*edited = (struct edited){0};
	m.editor = editor_open(source->model, &edited->arena);
	gather(&m);
	if (!edited->refusal_count) {
		apply(&m);
		prove(&m);
	}
	roster_free(&m.roster);
	return end_edit(&m);
}

bool
edit_rename(const struct edit_source *source, const struct renaming *renaming,
	    struct edited *edited)
{
	struct edit_making m = {.source = source, .edited = edited};
	*edited = (struct edited){0};
	m.editor = editor_open(source->model, &edited->arena);
	rename_gather(&m.editor, renaming);
	apply(&m);
	prove(&m);
	return end_edit(&m);
}

void
edited_free(struct edited *edited)
{
	drop_files(edited);
	arena_free(&edited->arena);
	*edited = (struct edited){0};
}
