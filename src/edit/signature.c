/* SPDX-License-Identifier: MIT */
#include "edit/signature.h"

#include "model/fields.h"
#include "plan/fingerprint.h"
#include "support/date.h"
#include "support/utf8.h"

#include <string.h>

/* The most fields that a signature has. */
enum { FIELDS_MOST = 9 };

/* A signature being made. */
struct signing_work {
	const struct voice *voice;
	const struct edit_signature *signature;
	const struct document *document;
	struct arena *arena;
	const struct role *role;
	const char *person;           /* or NULL */
	const struct entity *waiting; /* the approval that waits for the decision, or NULL */
	bool own_part;                /* only the role's own part is signed */
	enum choice decision;
	const struct fingerprint *fingerprint;
	struct said *refusal;
};

/* The rows of the fields, of an approval and of an acknowledgement. */
struct signed_fields {
	unsigned list, role, person, date, version, fingerprint, parts;
};
static const struct signed_fields approval_fields = {
    FIELD_DOCUMENT_approvals, FIELD_APPROVAL_role,    FIELD_APPROVAL_person,
    FIELD_APPROVAL_date,      FIELD_APPROVAL_version, FIELD_APPROVAL_fingerprint,
    FIELD_APPROVAL_parts};
static const struct signed_fields acknowledgement_fields = {
    FIELD_DOCUMENT_acknowledgements, FIELD_ACKNOWLEDGEMENT_role,
    FIELD_ACKNOWLEDGEMENT_person,    FIELD_ACKNOWLEDGEMENT_date,
    FIELD_ACKNOWLEDGEMENT_version,   FIELD_ACKNOWLEDGEMENT_fingerprint,
    FIELD_ACKNOWLEDGEMENT_parts};

static bool
refuse(struct signing_work *w, enum phrase phrase, const char *one, const char *two)
{
	*w->refusal = said_with_two(phrase, one, two, w->arena);
	return false;
}

static bool
same(struct signing_work *w, const char *left, const char *right)
{
	return left && right &&
	       strcmp(utf8_fold(w->arena, left, FOLD_CASE),
		      utf8_fold(w->arena, right, FOLD_CASE)) == 0;
}

static bool
has_text(struct signing_work *w, const struct texts *texts, const char *text)
{
	bool found = false;
	for (uint32_t i = 0; i < texts->count && !found; i++)
		found = same(w, texts->items[i].s, text);
	return found;
}

/* Names, parted by commas: «Директор», «Юрист». */
static void
put_name(struct buf *out, const char *name)
{
	buf_printf(out, "%s%s", out->length ? ", " : "", name);
}

static const char *
keep(struct signing_work *w, struct buf *out)
{
	const char *text = out->length ? arena_copy(w->arena, buf_text(out), out->length) : "–";
	buf_free(out);
	return text;
}

/* ---- who may sign */

static bool
find_role(struct signing_work *w)
{
	const struct list *roles = &w->document->roles;
	struct buf known = {0};
	for (uint32_t i = 0; i < roles->count && !w->role; i++) {
		const struct role *role = role_at(roles, i);
		if (same(w, role->base.id, w->signature->role) ||
		    same(w, role->name.s, w->signature->role) ||
		    has_text(w, &role->aliases, w->signature->role))
			w->role = role;
		put_name(&known, entity_name(&role->base));
	}
	const char *names = keep(w, &known);
	return w->role || refuse(w, PHRASE_SIGN_NO_ROLE, w->signature->role, names);
}

/* Whose approval a process needs: its approver's, and theirs that stand in its list. */
static bool
may_approve(struct signing_work *w)
{
	struct buf known = {0};
	const struct list *approvals = &w->document->approvals;
	const struct entity *approver = model_process(w->voice->model)->approver.to;
	bool may = approver == &w->role->base;
	if (approver)
		put_name(&known, entity_name(approver));
	for (uint32_t i = 0; i < approvals->count; i++) {
		const struct entity *role = approval_at(approvals, i)->role.to;
		may = may || role == &w->role->base;
		if (role && role != approver && !strstr(buf_text(&known), entity_name(role)))
			put_name(&known, entity_name(role));
	}
	const char *names = keep(w, &known);
	return may || refuse(w, PHRASE_SIGN_NO_APPROVER, entity_name(&w->role->base), names);
}

/* Where people are named it is one of them; where there is one, nobody has to say who. */
static bool
find_person(struct signing_work *w)
{
	const struct texts *people = &w->role->people;
	struct buf known = {0};
	w->person = w->signature->person;
	if (!w->person && people->count == 1)
		w->person = people->items[0].s;
	for (uint32_t i = 0; i < people->count; i++) {
		if (same(w, people->items[i].s, w->person))
			w->person = people->items[i].s;
		put_name(&known, people->items[i].s);
	}
	const char *names = keep(w, &known);
	if (!people->count || has_text(w, people, w->person))
		return true;
	return w->person ? refuse(w, PHRASE_SIGN_NO_PERSON, w->person, names)
			 : refuse(w, PHRASE_SIGN_WHO, names, NULL);
}

static bool
find_decision(struct signing_work *w)
{
	const char *said = w->signature->decision;
	w->decision = said ? choice_find(SET_DECISION, said) : DECISION_APPROVED;
	return w->decision || refuse(w, PHRASE_SIGN_DECISION, said, NULL);
}

/* ---- what is there already */

static bool
is_signed_by(struct signing_work *w, const struct ref *role, const struct text *person)
{
	return role->to == &w->role->base && (!person->s || same(w, person->s, w->person));
}

/* The approval that waits for the decision of the role, or NULL. */
static const struct entity *
waiting(struct signing_work *w)
{
	const struct list *approvals = &w->document->approvals;
	for (uint32_t i = 0; i < approvals->count && !w->signature->read; i++) {
		const struct approval *approval = approval_at(approvals, i);
		if (!approval->decision.value &&
		    is_signed_by(w, &approval->role, &approval->person))
			return &approval->base;
	}
	return NULL;
}

/* An approval is of the role's own part where it is asked for, or where the entry that waits says
 * so. */
static bool
is_of_part(struct signing_work *w)
{
	bool waits = w->waiting && approval_of(w->waiting)->own_part.on;
	return !w->signature->read && (w->signature->own_part || waits);
}

/* Nobody has to sign twice what has not changed. */
static bool
is_new(struct signing_work *w)
{
	const struct list *list =
	    w->signature->read ? &w->document->acknowledgements : &w->document->approvals;
	const char *text = fingerprint_text(w->fingerprint, w->arena);
	for (uint32_t i = 0; i < list->count; i++) {
		const struct approval *a = w->signature->read ? NULL : approval_at(list, i);
		const struct acknowledgement *r =
		    w->signature->read ? acknowledgement_at(list, i) : NULL;
		const struct ref *role = a ? &a->role : &r->role;
		const struct text *person = a ? &a->person : &r->person;
		const char *signed_text = a ? a->fingerprint.s : r->fingerprint.s;
		if (is_signed_by(w, role, person) && same(w, signed_text, text) &&
		    (r || a->decision.value == w->decision))
			return refuse(w, PHRASE_SIGN_ALREADY, entity_name(&w->role->base), text);
	}
	return true;
}

/* As the role is called where others sign, else by its name. */
static const char *
role_text(struct signing_work *w)
{
	const struct list *approvals = &w->document->approvals,
			  *read = &w->document->acknowledgements;
	for (uint32_t i = 0; i < approvals->count; i++)
		if (approval_at(approvals, i)->role.to == &w->role->base)
			return approval_at(approvals, i)->role.raw;
	for (uint32_t i = 0; i < read->count; i++)
		if (acknowledgement_at(read, i)->role.to == &w->role->base)
			return acknowledgement_at(read, i)->role.raw;
	return entity_name(&w->role->base);
}

/* ---- what is written */

/* Texts of fields, as they will stand. */
struct signed_values {
	struct written items[FIELDS_MOST];
	uint32_t count;
};

static void
put(struct signed_values *values, unsigned field, const char *text)
{
	if (text)
		values->items[values->count++] =
		    (struct written){.type = WRITTEN_TEXT, .text = text, .field = field_row(field)};
}

static void
put_values(struct signing_work *w, struct signed_values *values)
{
	bool read = w->signature->read;
	const struct signed_fields *fields = read ? &acknowledgement_fields : &approval_fields;
	struct civil day = date_civil(w->signature->today);
	put(values, fields->role, role_text(w));
	put(values, fields->person, w->person);
	put(values, fields->date,
	    arena_printf(w->arena, "%04d-%02d-%02d", day.year, day.month, day.day));
	put(values, fields->version, model_process(w->voice->model)->version.s);
	if (!read)
		put(values, FIELD_APPROVAL_decision, choice_name(w->decision, w->voice->lang));
	if (w->own_part)
		put(values, FIELD_APPROVAL_own_part, written_flag(true, w->voice->lang));
	put(values, fields->fingerprint, fingerprint_text(w->fingerprint, w->arena));
	put(values, fields->parts,
	    fingerprint_parts(w->fingerprint, read || w->own_part ? &w->role->base : NULL,
			      w->arena));
	if (!read)
		put(values, FIELD_APPROVAL_note, w->signature->note);
}

/* A new entry behind the last one. */
static struct changes
add_entry(struct signing_work *w, struct signed_values *values)
{
	const struct signed_fields *fields =
	    w->signature->read ? &acknowledgement_fields : &approval_fields;
	const struct list *list =
	    w->signature->read ? &w->document->acknowledgements : &w->document->approvals;
	struct written *entry = arena_alloc(w->arena, sizeof *entry);
	struct change *change = arena_alloc(w->arena, sizeof *change);
	for (uint32_t i = 0; i + 1 < values->count; i++)
		values->items[i].next = &values->items[i + 1];
	*entry = (struct written){.type = WRITTEN_MAP, .first = values->items};
	*change = (struct change){.what = CHANGE_ADD,
				  .thing = &w->document->base,
				  .field = field_row(fields->list),
				  .is = entry,
				  .after = list->count ? list->items[list->count - 1] : NULL};
	return (struct changes){change, 1};
}

/* What a waiting entry does not say yet, or says otherwise. */
static struct changes
fill_entry(struct signing_work *w, const struct entity *entry, struct signed_values *values)
{
	struct changes changes = {arena_array(w->arena, FIELDS_MOST, sizeof *changes.items), 0};
	for (uint32_t i = 0; i < values->count; i++) {
		const struct written *is = &values->items[i];
		const struct written *was = written_field(w->voice, entry, is->field, w->arena);
		if (was && was->type == WRITTEN_TEXT && same(w, was->text, is->text))
			continue;
		changes.items[changes.count++] = (struct change){
		    .what = CHANGE_SET, .thing = entry, .field = is->field, .was = was, .is = is};
	}
	return changes;
}

bool
signature_changes(const struct voice *voice, const struct edit_signature *signature,
		  struct changes *changes, struct said *refusal, struct arena *arena)
{
	struct signing_work w = {.voice = voice,
				 .signature = signature,
				 .document = voice->model->document,
				 .arena = arena,
				 .fingerprint = fingerprint_of(voice->model, arena),
				 .refusal = refusal};
	if (!find_role(&w) || (!signature->read && !may_approve(&w)) || !find_person(&w) ||
	    !find_decision(&w) || !is_new(&w))
		return false;
	w.waiting = waiting(&w);
	w.own_part = is_of_part(&w);
	struct signed_values *values = arena_alloc(arena, sizeof *values);
	*values = (struct signed_values){0};
	put_values(&w, values);
	*changes = w.waiting ? fill_entry(&w, w.waiting, values) : add_entry(&w, values);
	return true;
}
