/* SPDX-License-Identifier: MIT */
/* How a model is cut: cut_copy.c copies what stays, cut_mend.c makes the copy refer to itself,
 * cut.c runs the two and completes the copy. Inside of src/plan only. */
#ifndef PRESALE_PLAN_CUT_CUT_PARTS_H
#define PRESALE_PLAN_CUT_CUT_PARTS_H

#include "model/hide.h"
#include "plan/plan.h"

struct cutter {
	const struct model *from;
	struct model *to;
	const struct entity *variant;
	struct hide hide;
	struct plan *plan;      /* of the variant, or of all of it; NULL where nothing goes that
				   others wait for */
	struct entity **copies; /* by the thing's serial; of the end by 0 */
	uint32_t *waited;       /* by serial: who was the last to wait for it */
	uint32_t *client_at;    /* by serial of a role: where it stands, counted from 1, among the
				   clients of the step that named it last */
	uint32_t renamed[KIND_COUNT]; /* ids made anew */
	struct arena scratch;
};

/* The copy of a thing, NULL where it is gone. */
static inline struct entity *
cut_copy_of(const struct cutter *c, const struct entity *from)
{
	return from ? c->copies[from->serial] : NULL;
}

/* True when the edition hides a field wherever it is. */
static inline bool
cut_hides(const struct cutter *c, enum field_id field)
{
	return hide_has(c->from, &c->hide, field_row(field));
}

/* True when the copy has no such field: what is hidden, and what only has an effect, which its
 * value keeps. `at`: its place in model->fields. */
static inline bool
cut_drops(const struct cutter *c, enum kind kind, size_t at)
{
	const struct field *field = c->from->fields[kind][at];
	return c->hide.fields[kind][at] || (c->hide.any && field->flags & (F_SETTING | F_APPLIED));
}

/* The copy of a thing with all below it, as a part of parent's copy; NULL when nothing worth
 * keeping is left. It still refers to what it was copied from. */
struct entity *
cut_copy(struct cutter *c, const struct entity *from, struct entity *parent);

/* True when a thing is not copied at all: it is of another variant, hidden, or no matter of the
 * edition's readers. */
bool
cut_leaves_out(struct cutter *c, const struct entity *entity);

/* True when `only` leaves a stage or step out. */
bool
cut_is_of_others(const struct cutter *c, const struct entity *entity);

/* True for what is none of the readers' business. */
bool
cut_is_of_insiders(struct cutter *c, const struct entity *entity);

/* What a field of one reference to a kind points to, or NULL. */
const struct entity *
cut_referred(const struct entity *entity, const struct field *field, enum kind kind);

/* Makes all references of a copy, and of all below it, point into the copy, once everything is
 * copied. A reference to something gone is put right, or leaves. */
void
cut_mend(struct cutter *c, const struct entity *from, struct entity *to);

#endif
