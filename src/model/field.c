/* SPDX-License-Identifier: MIT */
/* Turns fields.def and choices.def into tables and reads values through them. */
#include "model/field.h"

#include "model/fields.h"
#include "support/buf.h"
#include "support/utf8.h"

#include <string.h>

/* The ARGUMENT column may name a kind, a choice set, ROUTE or NONE: one number space, by the row's
 * type. */
enum {
	ARGUMENT_NONE = 0,
	ARGUMENT_ROUTE = KIND_ROUTE,
	ARGUMENT_LANG = SET_LANG,
	ARGUMENT_STATUS = SET_STATUS,
	ARGUMENT_ATTACHMENT_KIND = SET_ATTACHMENT_KIND,
	ARGUMENT_DECISION = SET_DECISION,
	ARGUMENT_PILOT_RESULT = SET_PILOT_RESULT,
	ARGUMENT_DIRECTION = SET_DIRECTION,
	ARGUMENT_LEVEL = SET_LEVEL,
	ARGUMENT_COUNTRY = SET_COUNTRY,
	ARGUMENT_WEEKDAY = SET_WEEKDAY,
#define KIND(KIND, ...) ARGUMENT_##KIND = KIND_##KIND,
#include "model/kinds.def"
#undef KIND
};

#define KIND(KIND, name, ...) \
	typedef struct name STRUCT_##KIND; \
	typedef struct name##_more MORE_##KIND;
#include "model/kinds.def"
#undef KIND

#define END
const struct field field_table[FIELD_COUNT + 1] = {
#define FIELDS(...)
#define FIELD(KIND, member, TYPE, ARGUMENT, en, ru, title_en, title_ru, flags) \
	[FIELD_##KIND##_## \
	    member] = {FIELD_##KIND##_##member, KIND_##KIND, TYPE_##TYPE, \
		       ARGUMENT_##ARGUMENT,     #member,     {en, ru}, \
		       {title_en, title_ru},    flags,       offsetof(STRUCT_##KIND, member)},
#define RARE(KIND, member, TYPE, ARGUMENT, en, ru, title_en, title_ru, flags) \
	[FIELD_##KIND##_## \
	    member] = {FIELD_##KIND##_##member, KIND_##KIND,      TYPE_##TYPE, \
		       ARGUMENT_##ARGUMENT,     #member,          {en, ru}, \
		       {title_en, title_ru},    (flags) | F_RARE, offsetof(MORE_##KIND, member)},
#include "model/fields.def"
    [FIELD_COUNT] = {.kind = KIND_NONE}};
#undef FIELDS
#undef FIELD

const struct field exception_field = {.kind = KIND_NONE,
				      .type = TYPE_MANY,
				      .argument = KIND_IGNORE,
				      .member = "ignore",
				      .keys = {"ignore", "не_проверять"},
				      .titles = {"Exceptions", "Исключения"}};

/* The row at which a kind begins: its ROW_ takes no number of its own. */
enum {
	ROW_NONE,
#define FIELDS(KIND, ...) ROW_##KIND, ROW_BEFORE_##KIND = ROW_##KIND - 1,
#define FIELD(KIND, member, ...) ROW_##KIND##_##member,
#include "model/fields.def"
#undef FIELDS
#undef FIELD
#undef END
};

const struct type_info type_table[] = {
#define TYPE(TYPE, member, LEAF) \
	[TYPE_##TYPE] = {LEAF_##LEAF, false, sizeof(member), offsetof(member, pos), 0},
#define LIST(TYPE, member, item, LEAF) \
	[TYPE_##TYPE] = {LEAF_##LEAF, true, sizeof(member), offsetof(member, pos), sizeof(item)},
#define THING(TYPE, member) [TYPE_##TYPE] = {LEAF_THING, false, sizeof(member), 0, 0},
#include "model/types.def"
#undef TYPE
#undef LIST
#undef THING
};

static const struct kind_info kinds[KIND_COUNT] = {
#define KIND(KIND, name, en, ru, flags) \
	[KIND_##KIND] = {{en, ru}, \
			 #name, \
			 flags, \
			 sizeof(STRUCT_##KIND), \
			 sizeof(MORE_##KIND), \
			 field_table + ROW_##KIND},
#include "model/kinds.def"
#undef KIND
};

static const struct {
	enum choice_set set;
	const char *names[2];
	const char *spellings;
} choices[CHOICE_COUNT] = {
#define CHOICE(SET, VALUE, en, ru, spellings) [SET##_##VALUE] = {SET_##SET, {en, ru}, spellings},
#include "model/choices.def"
#undef CHOICE
};

const struct kind_info *
kind_info(enum kind kind)
{
	return &kinds[kind];
}

void *
field_place(struct entity *entity, const struct field *field)
{
	if (field->flags & F_OWN)
		return &entity->own[field->offset];
	if (field->flags & F_RARE)
		return entity->more ? (char *)entity->more + field->offset : NULL;
	return (char *)entity + field->offset;
}

struct entity_more *
entity_make_more(struct entity *entity, struct arena *arena)
{
	if (!entity->more)
		entity->more = arena_alloc(arena, kind_info(entity->kind)->more_size);
	return entity->more;
}

/* What a rare field is of which nothing is set apart. */
static const union {
#define TYPE(TYPE, member, LEAF) member TYPE##_value;
#define LIST(TYPE, member, item, LEAF) member TYPE##_value;
#define THING(TYPE, member) member TYPE##_value;
#include "model/types.def"
#undef TYPE
#undef LIST
#undef THING
} absent;

const void *
field_value(const struct entity *entity, const struct field *field)
{
	if (field->flags & F_OWN)
		return &entity->own[field->offset];
	if (field->flags & F_RARE)
		return entity->more ? (const char *)entity->more + field->offset
				    : (const void *)&absent;
	return (const char *)entity + field->offset;
}

struct pos
field_pos(const struct entity *entity, const struct field *field)
{
	const void *value = field_value(entity, field);
	if (field_is(field, LEAF_THING) && !field_is_list(field)) {
		const struct entity *one = *(struct entity *const *)value;
		return one ? one->pos : (struct pos){0};
	}
	const void *pos = (const char *)value + type_table[field->type].pos;
	return *(const struct pos *)pos;
}

void
field_clear(struct entity *entity, const struct field *field)
{
	void *place = field_place(entity, field);
	if (place)
		memset(place, 0, type_table[field->type].size);
}

bool
field_is_set(const struct entity *entity, const struct field *field)
{
	return field_pos(entity, field).line != 0;
}

bool
field_is_given(const struct entity *entity, const struct field *field)
{
	if (field_holds_list(field))
		return ((const struct list *)field_value(entity, field))->count > 0;
	return field_is_set(entity, field);
}

bool
field_was_refused(const struct entity *entity, const struct field *field)
{
	const struct entity_more *more = entity_more(entity);
	for (uint32_t i = 0; i < more->refused_count; i++)
		if (more->refused[i] == field)
			return true;
	return false;
}

const struct field *
field_flagged(enum kind kind, enum field_flag flag)
{
	for (const struct field *field = kinds[kind].fields; field->kind == kind; field++)
		if (field->flags & flag)
			return field;
	return NULL;
}

bool
field_is_kept(const struct model *model, const struct field *field)
{
	const struct field **kept = model->fields[field->kind];
	while (*kept && *kept != field)
		kept++;
	return *kept;
}

const char *
field_key(const struct field *field, int lang, struct arena *arena)
{
	return arena_copy(arena, field->keys[lang], strcspn(field->keys[lang], "|"));
}

const char *
entity_name(const struct entity *entity)
{
	const struct field *field = field_flagged(entity->kind, F_NAME);
	if (field && field_leaves(field) & (LEAF_TEXT | LEAF_PROSE) && !field_is_list(field)) {
		const struct text *name = field_value(entity, field);
		if (name->s)
			return name->s;
	}
	return entity->id ? entity->id : "";
}

bool
entity_as_note(const struct entity *entity, struct note *note)
{
	if (entity->kind == KIND_CHECKPOINT)
		*note = (struct note){checkpoint_of(entity)->stage, checkpoint_of(entity)->what};
	else if (entity->kind == KIND_CONTACT)
		*note = (struct note){contact_of(entity)->role, contact_of(entity)->text};
	else
		return false;
	return true;
}

/* True when a field of its parent holds the thing. */
static bool
holds(const struct field *field, const struct entity *entity)
{
	const void *value = field_value(entity->parent, field);
	if (!field_is_list(field))
		return *(struct entity *const *)value == entity;
	const struct list *list = value;
	return entity->number && entity->number <= list->count &&
	       list->items[entity->number - 1] == entity;
}

const struct field *
entity_holder(const struct entity *entity)
{
	if (!entity->parent)
		return NULL;
	enum kind kind = entity->parent->kind;
	for (const struct field *field = kinds[kind].fields; field->kind == kind; field++)
		if (field_holds(field, entity->kind) && holds(field, entity))
			return field;
	return NULL;
}

bool
outcome_is_alone(const struct outcome *outcome)
{
	const struct entity *owner = outcome->base.parent;
	const struct list *outcomes =
	    owner->kind == KIND_STAGE ? &stage_of(owner)->outcomes : &step_of(owner)->outcomes;
	return outcomes->count < 2;
}

const char *
choice_name(enum choice choice, int lang)
{
	return choices[choice].names[lang];
}

const char *
choice_spellings(enum choice choice)
{
	return choices[choice].spellings;
}

enum choice_set
choice_set(enum choice choice)
{
	return choices[choice].set;
}

/* True when a small letter begins a spelling. Folding leaves that letter as it is, for no mark
 * follows with which it would be composed. */
static bool
begins_folded(const char *spelling)
{
	const unsigned char *at = (const unsigned char *)spelling;
	bool latin = at[0] >= 'a' && at[0] <= 'z', /* then а to я, without ё */
	    cyrillic = (at[0] == 0xD0 && at[1] >= 0xB0) || (at[0] == 0xD1 && at[1] < 0x90);
	return (latin && at[1] < 0x80) || (cyrillic && at[2] != 0xCC && at[2] != 0xCD);
}

bool
field_spelling_matches(const char *spellings, const char *folded)
{
	struct arena arena = {0};
	bool found = false;
	while (*spellings && !found) {
		size_t length = strcspn(spellings, "|");
		/* Most begin otherwise, and need no folding to be told from the key. */
		if (!begins_folded(spellings) ||
		    strncmp(spellings, folded, (unsigned char)*spellings < 0x80 ? 1 : 2) == 0) {
			const char *one = arena_copy(&arena, spellings, length);
			found = strcmp(utf8_fold(&arena, one, FOLD_KEY), folded) == 0;
		}
		spellings += length + (spellings[length] == '|');
	}
	arena_free(&arena);
	return found;
}

enum choice
choice_find(enum choice_set set, const char *spelling)
{
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, spelling, FOLD_KEY);
	int choice = CHOICE_ABSENT + 1;
	while (choice < CHOICE_COUNT &&
	       (choices[choice].set != set ||
		!field_spelling_matches(choices[choice].spellings, folded)))
		choice++;
	arena_free(&arena);
	return choice < CHOICE_COUNT ? (enum choice)choice : CHOICE_ABSENT;
}

const struct field *
field_beside(const struct field *field, enum kind kind)
{
	if (!field->id)
		return NULL;
	while ((++field)->flags & F_BESIDE)
		if (field_holds(field, kind))
			return field;
	return NULL;
}
