/* SPDX-License-Identifier: MIT */
#include "edit/release.h"

#include "change/compare.h"
#include "change/telling_line.h"
#include "format/takes.h"
#include "model/fields.h"
#include "plan/fingerprint.h"
#include "plan/signing.h"
#include "plan/signing_said.h"
#include "support/date.h"
#include "support/utf8.h"
#include "text/tie.h"
#include "text/version.h"

#include <string.h>

/* The fields of an entry of the change list, and those of the process that change. */
enum { ENTRY_FIELDS = 6, PROCESS_FIELDS = 2 };

/* A release being made. */
struct release_work {
	const struct voice *voice;
	const struct edit_release *release;
	const struct document *document;
	const struct process *process;
	struct arena *arena;
	const struct fingerprint *fingerprint;
	struct changes changes;
	struct written *lines; /* of the change list, the first; NULL: none yet */
	struct written *last;
	struct said *refusal;
};

static bool
refuse(struct release_work *w, enum phrase why, const char *one, const char *two)
{
	*w->refusal = said_with_two(why, one, two, w->arena);
	return false;
}

static bool
same(struct release_work *w, const char *left, const char *right)
{
	return left && right &&
	       strcmp(utf8_fold(w->arena, left, FOLD_CASE),
		      utf8_fold(w->arena, right, FOLD_CASE)) == 0;
}

static const char *
said(const struct release_work *w, enum phrase phrase, const char *one)
{
	struct buf out = {0};
	said_add(&out, w->voice->lang, phrase, one, NULL);
	const char *text = arena_copy(w->arena, buf_text(&out), out.length);
	buf_free(&out);
	return text;
}

/* Names, parted by commas; NULL when there are none. */
static const char *
names_add(struct release_work *w, const char *names, const char *name)
{
	return names ? arena_printf(w->arena, "%s, %s", names, name) : name;
}

/* ---- the version */

static bool
is_newer(struct release_work *w)
{
	const char *version = w->release->version, *now = w->process->version.s;
	if (!version_is(version))
		return refuse(w, PHRASE_RELEASE_NO_NUMBER, version, NULL);
	if (now && version_compare(version, now) <= 0)
		return refuse(w, PHRASE_RELEASE_NOT_NEWER, version, now);
	return !signing_revision_of(w->voice->model, version, w->arena) ||
	       refuse(w, PHRASE_RELEASE_LISTED, version, NULL);
}

/* ---- the change list */

static void
add_line(struct release_work *w, const char *text)
{
	struct written *line = arena_alloc(w->arena, sizeof *line);
	*line = (struct written){.type = WRITTEN_TEXT, .text = text};
	if (w->last)
		w->last->next = line;
	else
		w->lines = line;
	w->last = line;
}

/* The section of the document that a change is in. */
static const struct field *
section_of(const struct change *change)
{
	const struct entity *thing = change->thing;
	if (thing->kind == KIND_DOCUMENT)
		return change->field;
	while (thing->parent && thing->parent->kind != KIND_DOCUMENT)
		thing = thing->parent;
	return entity_holder(thing);
}

/* How the document fares (its signatures, versions, pilots …) is no part of what it says. */
static bool
is_of_text(const struct change *change)
{
	const struct field *section = section_of(change);
	return section && !(section->flags & (F_EDITORIAL | F_STATE)) &&
	       !(change->field->flags & F_STATE);
}

/* What changes the work, a line a change; of the rest, how much there is. */
static void
tell_difference(struct release_work *w)
{
	const struct matching *match = match_models(w->release->before, w->voice->model, w->arena);
	const struct changes changes = compare_models(match, w->voice->lang, w->arena);
	const struct tellings all = tell_changes(match, &changes, w->voice->lang, w->arena);
	uint32_t wording = 0;
	for (uint32_t i = 0; i < all.count; i++) {
		const struct change *change = all.items[i].change;
		if (!is_of_text(change))
			continue;
		if (change->material)
			add_line(w, text_untied(w->arena, telling_line(&all.items[i],
								       w->voice->lang, w->arena)));
		wording += !change->material;
	}
	if (wording)
		add_line(w, said(w, PHRASE_RELEASE_WORDING,
				 arena_printf(w->arena, "%u", (unsigned)wording)));
}

/* What the fingerprint of the version in force tells: which parts have changed. False when there is
 * none. */
static bool
tell_parts(struct release_work *w)
{
	const struct revision *revision = signing_revision(w->voice->model, w->arena);
	const char *text = revision ? revision->fingerprint.s : NULL;
	enum fingerprint_verdict match = fingerprint_match(w->fingerprint, text);
	if (match == FINGERPRINT_CHANGED)
		add_line(w, said(w, PHRASE_RELEASE_CHANGED,
				 signing_said_changed(w->fingerprint, NULL, revision->parts.s,
						      w->voice->lang, w->arena)));
	return match == FINGERPRINT_CHANGED || match == FINGERPRINT_SAME;
}

static bool
tell(struct release_work *w)
{
	const char *now = w->process->version.s, *note = w->release->note;
	bool known = true, first = !now && !w->document->history.count;
	if (w->release->before)
		tell_difference(w);
	else if (!first)
		known = tell_parts(w);
	if (note)
		add_line(w, note);
	else if (first && !w->lines)
		add_line(w, said(w, PHRASE_RELEASE_FIRST, NULL));
	if (w->lines)
		return true;
	return refuse(w, known ? PHRASE_RELEASE_NOTHING : PHRASE_RELEASE_UNTOLD, now ? now : "–",
		      NULL);
}

/* ---- who has yet to approve */

/* What is released, or a part of it that is as it was; of another version nobody knows. */
static bool
has_approved(const struct release_work *w, const struct approval *approval)
{
	enum signing_state state =
	    signing_approval_state(w->voice->model, NULL, approval, w->arena);
	return approval->decision.value == DECISION_APPROVED &&
	       (state == SIGNING_HOLDS || state == SIGNING_PART_HOLDS);
}

/* True when one of that name has approved what is released. */
static bool
is_approved_by(struct release_work *w, const char *signer)
{
	const struct list *approvals = &w->document->approvals;
	bool approved = false;
	for (uint32_t i = 0; i < approvals->count && !approved; i++) {
		const struct approval *approval = approval_at(approvals, i);
		approved = same(w, signing_signer(approval), signer) && has_approved(w, approval);
	}
	return approved;
}

/* Each once, the approver of the document first. */
static const char *
waited_for(struct release_work *w)
{
	const struct list *approvals = &w->document->approvals;
	const struct entity *approver = w->process->approver.to;
	const char *names = NULL;
	if (approver && !is_approved_by(w, entity_name(approver)))
		names = entity_name(approver);
	for (uint32_t i = 0; i < approvals->count; i++) {
		const char *signer = signing_signer(approval_at(approvals, i));
		bool before = approver && same(w, signer, entity_name(approver));
		for (uint32_t j = 0; j < i && !before; j++)
			before = same(w, signer, signing_signer(approval_at(approvals, j)));
		if (!before && !is_approved_by(w, signer))
			names = names_add(w, names, signer);
	}
	return names;
}

/* ---- the changes */

static void
set(struct release_work *w, const struct entity *thing, unsigned field, const char *text)
{
	const struct field *row = field_row(field);
	struct written *is = arena_alloc(w->arena, sizeof *is);
	*is = (struct written){.type = WRITTEN_TEXT, .text = text, .field = row};
	w->changes.items[w->changes.count++] =
	    (struct change){.what = CHANGE_SET,
			    .thing = thing,
			    .field = row,
			    .was = written_field(w->voice, thing, row, w->arena),
			    .is = is};
}

static bool
set_status(struct release_work *w, const char *waited)
{
	int lang = w->voice->lang;
	bool approved = w->document->approvals.count || w->process->approver.to;
	enum choice now = w->process->status.value, status = waited     ? STATUS_REVIEW
							     : approved ? STATUS_APPROVED
									: now;
	if (w->release->status) {
		status = choice_find(SET_STATUS, w->release->status);
		if (!status)
			return refuse(w, PHRASE_RELEASE_STATUS, w->release->status,
				      takes_choices(SET_STATUS, lang, w->arena));
	}
	if (status != now)
		set(w, &w->process->base, FIELD_PROCESS_status,
		    takes_choice(status, lang, w->arena));
	return true;
}

/* The open problem of that name; NULL, and refused, when there is none. */
static const struct entity *
find_problem(struct release_work *w, const char *name)
{
	const struct entity *retrospective = w->document->retrospective;
	const char *open = NULL;
	for (uint32_t i = 0; retrospective && i < retrospective_of(retrospective)->problems.count;
	     i++) {
		const struct problem *problem =
		    problem_at(&retrospective_of(retrospective)->problems, i);
		if (problem->version.s)
			continue;
		if (same(w, problem->name.s, name))
			return &problem->base;
		open = names_add(w, open,
				 show_word_with(w->voice, WORD_CHANGE_QUOTED,
						entity_name(&problem->base), w->arena));
	}
	refuse(w, PHRASE_RELEASE_NO_PROBLEM, name, open ? open : "–");
	return NULL;
}

static bool
close_problems(struct release_work *w)
{
	for (size_t i = 0; i < w->release->fix_count; i++) {
		const struct entity *problem = find_problem(w, w->release->fixes[i]);
		if (!problem)
			return false;
		set(w, problem, FIELD_PROBLEM_version, w->release->version);
	}
	return true;
}

static void
put(struct written *entry, uint32_t *count, unsigned field, const char *text)
{
	if (text)
		entry[(*count)++] =
		    (struct written){.type = WRITTEN_TEXT, .text = text, .field = field_row(field)};
}

/* What is released, as an entry of the change list. */
static const struct written *
entry_of(struct release_work *w)
{
	struct written *entry = arena_array(w->arena, ENTRY_FIELDS + 1, sizeof *entry),
		       *all = &entry[ENTRY_FIELDS];
	struct civil day = date_civil(w->release->today);
	uint32_t count = 0;
	put(entry, &count, FIELD_REVISION_version, w->release->version);
	put(entry, &count, FIELD_REVISION_date,
	    arena_printf(w->arena, "%04d-%02d-%02d", day.year, day.month, day.day));
	put(entry, &count, FIELD_REVISION_author, w->release->author);
	put(entry, &count, FIELD_REVISION_changes, w->lines->text);
	if (w->lines->next) {
		entry[count - 1].type = WRITTEN_LIST;
		entry[count - 1].text = NULL;
		entry[count - 1].first = w->lines;
	}
	put(entry, &count, FIELD_REVISION_fingerprint, fingerprint_text(w->fingerprint, w->arena));
	put(entry, &count, FIELD_REVISION_parts, fingerprint_parts(w->fingerprint, NULL, w->arena));
	for (uint32_t i = 0; i + 1 < count; i++)
		entry[i].next = &entry[i + 1];
	*all = (struct written){.type = WRITTEN_MAP, .first = entry};
	return all;
}

/* The last entry of a list whose newer ones stand below; NULL where they stand above. */
static const struct entity *
entry_before(const struct list *history)
{
	const struct revision *first = history->count ? revision_at(history, 0) : NULL,
			      *last = first ? revision_at(history, history->count - 1) : NULL;
	bool grows = last && last->date.pos.line && last->date.day > first->date.day;
	return grows ? &last->base : NULL;
}

static void
add_entry(struct release_work *w)
{
	w->changes.items[w->changes.count++] =
	    (struct change){.what = CHANGE_ADD,
			    .thing = &w->document->base,
			    .field = field_row(FIELD_DOCUMENT_history),
			    .is = entry_of(w),
			    .after = entry_before(&w->document->history)};
}

bool
release_changes(const struct voice *voice, const struct edit_release *release,
		struct changes *changes, const char **waited, struct said *refusal,
		struct arena *arena)
{
	struct release_work w = {.voice = voice,
				 .release = release,
				 .document = voice->model->document,
				 .process = model_process(voice->model),
				 .arena = arena,
				 .fingerprint = fingerprint_of(voice->model, arena),
				 .refusal = refusal};
	w.changes.items =
	    arena_array(arena, PROCESS_FIELDS + 1 + release->fix_count, sizeof *w.changes.items);
	*waited = NULL;
	if (!is_newer(&w) || !tell(&w))
		return false;
	*waited = waited_for(&w);
	set(&w, &w.process->base, FIELD_PROCESS_version, release->version);
	if (!set_status(&w, *waited) || !close_problems(&w))
		return false;
	add_entry(&w);
	*changes = w.changes;
	return true;
}
