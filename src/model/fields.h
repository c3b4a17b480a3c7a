/* SPDX-License-Identifier: MIT */
/* What fields.def makes: the struct of each kind, whose members are the kind's rows
 * (stage->deadline.told), and the enum of rows. A field more changes both, so whoever does without
 * them is compiled without this header: model.h knows things of any kind, field.h fields of any
 * name. */
#ifndef PRESALE_MODEL_FIELDS_H
#define PRESALE_MODEL_FIELDS_H

#include "model/field.h"

/* The rows of fields.def, FIELD_STAGE_deadline …: the kind and the member as they are written
 * there. */
enum field_id {
	FIELD_NONE, /* in no row: a column of the author's */
#define FIELDS(...)
#define FIELD(KIND, member, ...) FIELD_##KIND##_##member,
#define END
#include "model/fields.def"
#undef FIELDS
#undef FIELD
#undef END
	FIELD_COUNT
};

/* MEMBER_TEXT …: the struct that a field of a type is. */
#define TYPE(TYPE, member, LEAF) typedef member MEMBER_##TYPE;
#define LIST(TYPE, member, item, LEAF) typedef member MEMBER_##TYPE;
#define THING(TYPE, member) typedef member MEMBER_##TYPE;
#include "model/types.def"
#undef TYPE
#undef LIST
#undef THING

#define FIELDS(KIND, name) \
	struct name##_more { \
		struct entity_more base;
#define FIELD(...)
#define RARE(KIND, member, TYPE, ...) MEMBER_##TYPE member;
#define END \
	} \
	;
#include "model/fields.def"
#undef FIELDS
#undef FIELD
#undef END

#define FIELDS(KIND, name) \
	struct name { \
		struct entity base;
#define FIELD(KIND, member, TYPE, ...) MEMBER_##TYPE member;
#define RARE(...)
#define END \
	} \
	;
#include "model/fields.def"
#undef FIELDS
#undef FIELD
#undef END

/* stage_of(entity): the entity as its kind's struct; stage_at(&list, i): the i-th of a list;
 * stage_more(stage): its rare fields, never NULL. */
#define KIND(KIND, name, ...) \
	static inline struct name *name##_of(const struct entity *entity) \
	{ \
		return (struct name *)(uintptr_t)entity; \
	} \
	static inline struct name *name##_at(const struct list *list, uint32_t i) \
	{ \
		return (struct name *)(uintptr_t)list->items[i]; \
	} \
	static inline const struct name##_more *name##_more(const struct name *thing) \
	{ \
		static const struct name##_more nothing; \
		return thing->base.more ? (const struct name##_more *)thing->base.more : &nothing; \
	}
#include "model/kinds.def"
#undef KIND

/* The row of a field. */
static inline const struct field *
field_row(enum field_id id)
{
	return &field_table[id];
}

/* The process section; never NULL in a loaded model. */
static inline const struct process *
model_process(const struct model *model)
{
	return process_of(model->document->process);
}

/* The logo of the process, NULL when it has none, or none that can be shown. */
static inline const struct picture *
model_logo(const struct model *model)
{
	return model_process(model)->logo.s && model->logo.bytes.length ? &model->logo : NULL;
}

/* Where an outcome leads. */
static inline const struct refs *
outcome_targets(const struct outcome *outcome)
{
	return outcome->otherwise.count ? &outcome->otherwise : &outcome->to;
}

/* True when an outcome is taken without a condition, or when no other is. */
static inline bool
outcome_is_default(const struct outcome *outcome)
{
	return !outcome->condition.s;
}

/* True when a stage or step has no other outcome. */
bool
outcome_is_alone(const struct outcome *outcome);

/* True for a bare «then go there»: nothing is chosen. */
static inline bool
outcome_is_plain(const struct outcome *outcome)
{
	return outcome_is_default(outcome) && outcome_is_alone(outcome);
}

#endif
