/* SPDX-License-Identifier: MIT */
#include "load/bind/unknown.h"

#include "load/bind/by_variant.h"
#include "load/bind/guess.h"
#include "load/bind/key.h"
#include "load/bind/shape.h"
#include "load/scalar/date_words.h"
#include "model/fields.h"
#include "support/listed.h"
#include "support/utf8.h"
#include "text/marker.h"
#include "text/syntax/yaml_text.h"
#include "text/words/suggest.h"

#include <string.h>

/* A key of the process that stands elsewhere. Where the process is its name alone, that becomes a
 * key, too. */
static struct diagnostic *
diag_place(struct binder *b, const struct node *key)
{
	const struct field *process = field_row(FIELD_DOCUMENT_process);
	const struct entity *named = b->model->document->process;
	struct diagnostic *found =
	    diag2(b->diags, RULE_SCHEMA_PLACE, key->pos, bind_plain_key(b, key->text),
		  said_key(process, &b->diags->arena));
	struct said name = said_phrase(PHRASE_NONE);
	if (named && named->bare)
		name = said_with(PHRASE_NAME_TOO, entity_name(named), &b->diags->arena);
	diag_end_with(b->diags, found, &name);
	return found;
}

/* Whether a key belongs to a stage, and to a process not as well. */
static bool
is_of_stage_alone(struct binder *b, const struct node *key)
{
	const char *plain = key->type == NODE_TEXT ? bind_plain_key(b, key->text) : NULL;
	return plain && bind_meant(b, KIND_STAGE, plain) && !bind_meant(b, KIND_PROCESS, plain);
}

/* Whether a key below the stages is one of the last of them: where a process may have it, too, the
 * key behind it tells. */
static bool
is_of_last_stage(struct binder *b, const struct node *key)
{
	const struct node *next = key->next->next;
	return b->model->document->stages.count &&
	       (is_of_stage_alone(b, key) ||
		(next && bind_meant(b, KIND_STAGE, key->text) && is_of_stage_alone(b, next)));
}

/* A stage at the top of a file, «Шаг 1:» or a name with keys of a stage below it, or a key of a
 * stage below the stages. */
static bool
report_stage(struct binder *b, struct entity *document, const struct node *key)
{
	const struct field *stages = field_row(FIELD_DOCUMENT_stages);
	bool is_key = is_of_last_stage(b, key),
	     is_stage = marker_is_part(key->text) ||
			(!marker_of(key->text, key->text + strlen(key->text)).form &&
			 bind_has_keys(b, KIND_STAGE, key->next));
	if (!is_key && !is_stage)
		return false;
	struct diagnostic *found = diag2(b->diags, RULE_SCHEMA_PLACE, key->pos, key->text,
					 said_key(stages, &b->diags->arena));
	struct said below = said_phrase(is_key ? PHRASE_BELOW_STAGE : PHRASE_NONE);
	diag_end_with(b->diags, found, &below);
	bind_refuse(b, document, stages);
	return true;
}

/* A line below a section that holds nothing else: it lacks the indent alone. */
static bool
report_flat(struct binder *b, const struct node *key)
{
	if (!b->open_section || key->next->type != NODE_TEXT || node_is_empty(key->next))
		return false;
	diag2(b->diags, RULE_SCHEMA_PLACE, key->pos, key->text,
	      said_key(b->open_section, &b->diags->arena));
	return true;
}

/* At the top of a file: a key of the process, or an item of a list that was typed with a number and
 * a colon, «1. Запрос:», right below the key of the list. */
static bool
report_place(struct binder *b, struct entity *document, const struct node *key)
{
	const struct field *field = field_row(FIELD_DOCUMENT_process);
	size_t number = marker_of(key->text, key->text + strlen(key->text)).length;
	const char *plain = bind_plain_key(b, key->text);
	const char *near = bind_hinted_key(b, KIND_PROCESS, plain);
	if (near || bind_meant(b, KIND_PROCESS, plain)) {
		diag_place(b, key)->suggestion = near;
	} else if (number) {
		field = field_row(FIELD_DOCUMENT_stages);
		diag2(b->diags, RULE_SCHEMA_KEY, key->pos, key->text, said_kind(KIND_DOCUMENT))
		    ->suggestion = arena_printf(&b->diags->arena, "- %s:", key->text + number);
	} else {
		return false;
	}
	bind_refuse(b, document, field);
	return true;
}

/* The first keys that a thing of the kind is usually given, where no key is near. */
static struct said
keys_here(struct binder *b, enum kind kind)
{
	enum { MOST = 7 };
	struct said said = {0};
	for (int lang = 0; lang < 2; lang++) {
		struct buf names = {0}, text = {0};
		int told = 0;
		const struct field **field = b->model->fields[kind];
		for (; *field && told < MOST; field++)
			if (!((*field)->flags & (F_OWN | F_PLUMBING | F_BESIDE)) && ++told)
				buf_printf(&names, "%s%s", names.length ? ", " : "",
					   field_key(*field, lang, &b->model->arena));
		const char *name = kind_info(kind)->names[lang];
		name = strchr(name, ' ') ? arena_printf(&b->model->arena, "\"%s\"", name) : name;
		said_add(&text, lang, PHRASE_KEYS_HERE, buf_text(&names), name);
		if (kind == KIND_DOCUMENT)
			said_add(&text, lang, PHRASE_AS_REMARK, NULL, NULL);
		said.texts[lang] = arena_copy(&b->model->arena, buf_text(&text), text.length);
		buf_free(&text);
		buf_free(&names);
	}
	return said;
}

/* «Утверждено: 05.12.2026» where a role is expected: the key may mean another. */
static bool
is_date_for_name(const struct field *field, const struct node *value)
{
	int32_t day;
	return field_is(field, LEAF_REF) && value->type == NODE_TEXT &&
	       date_words_parse(value->text, &day) != DATE_UNREADABLE;
}

/* The first key for a date that a kind has, in the language of another key; NULL for no such. */
static const char *
date_key(struct binder *b, enum kind kind, const char *like)
{
	const struct field **field = b->model->fields[kind];
	while (*field && !field_is(*field, LEAF_DATE))
		field++;
	return *field ? field_key(*field, (unsigned char)*like >= 0x80, &b->model->arena) : NULL;
}

/* What stands behind a key that is to be another is read as that one's, once the keys beside it are
 * read: what is wrong with it is told in the same run. */
static void
mean(struct binder *b, struct entity *entity, const struct field *field, const struct node *value)
{
	bind_refuse(b, entity, field);
	if (!field || node_is_empty(value))
		return;
	b->meant = arena_grow(&b->model->arena, b->meant, b->meant_count, 1, sizeof *b->meant);
	b->meant[b->meant_count++] = (struct meant_value){entity, field, value};
}

/* What stands in the brackets behind a key, or behind its comma: «Срок (часов)», «Срок, дней», "due
 * in hours"; NULL when nothing does. *name becomes the key without it. */
static const char *
unit_of_key(struct binder *b, const char *key, const char **name)
{
	static const char *const joints[] = {" (", "(", ", ", " в ", " in "};
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		const char *joint = strstr(key, joints[i]);
		if (!joint || joint == key)
			continue;
		const char *unit = joint + strlen(joints[i]);
		*name = arena_copy(&b->model->arena, key, (size_t)(joint - key));
		if (strncmp(unit, "в ", strlen("в ")) == 0 || strncmp(unit, "in ", 3) == 0)
			unit += strcspn(unit, " ") + 1;
		return arena_copy(&b->model->arena, unit, strcspn(unit, ")"));
	}
	return NULL;
}

/* «Срок (часов): 5»: the number and its unit are one text. */
static bool
report_unit(struct binder *b, struct entity *entity, const struct node *key)
{
	const char *name, *unit = unit_of_key(b, key->text, &name);
	const struct field *field = unit ? bind_meant(b, entity->kind, name) : NULL;
	struct duration ignored = {0};
	if (!field || !field_is(field, LEAF_DURATION) || key->next->type != NODE_TEXT)
		return false;
	struct node *value = arena_alloc(&b->model->arena, sizeof *value);
	*value = *key->next;
	value->text = arena_printf(&b->model->arena, "%s %s", value->text, unit);
	if (bind_told(b, value->text, &ignored) != DURATION_OK)
		return false;
	diag1(b->diags, RULE_SCHEMA_UNIT_IN_KEY, key->pos,
	      arena_printf(&b->model->arena, "%s: %s", name, value->text));
	mean(b, entity, field, value);
	return true;
}

void
bind_stages_list(struct binder *b, struct entity *document, const struct node *key)
{
	diag1(b->diags, RULE_SCHEMA_STAGES_LIST, key->pos, key->text);
	bind_refuse(b, document, field_row(FIELD_DOCUMENT_process));
	mean(b, document, field_row(FIELD_DOCUMENT_stages), key->next);
}

/* «если согласовано: Договор» at a stage or step: an outcome, which stands below a key. */
static bool
report_outcome(struct binder *b, struct entity *entity, const struct node *key)
{
	static const char *const words[] = {"если ", "Если ", "if ", "If ", NULL};
	size_t word = listed_begins(words, key->text);
	const struct field *outcomes =
	    field_row(entity->kind == KIND_STAGE ? FIELD_STAGE_outcomes : FIELD_STEP_outcomes);
	if (!word || (entity->kind != KIND_STAGE && entity->kind != KIND_STEP) ||
	    key->next->type != NODE_TEXT || node_is_empty(key->next))
		return false;
	struct node *map = arena_alloc(&b->model->arena, sizeof *map),
		    *condition = arena_alloc(&b->model->arena, sizeof *condition),
		    *to = arena_alloc(&b->model->arena, sizeof *to);
	*to = *key->next;
	to->next = NULL;
	*condition = *key;
	condition->text += word;
	condition->next = to;
	*map = (struct node){.type = NODE_MAP, .first = condition, .pos = key->pos};
	diag3(b->diags, RULE_SCHEMA_OUTCOME_KEY, key->pos, key->text,
	      said_key(outcomes, &b->diags->arena),
	      arena_printf(&b->diags->arena, "%s: %s", yaml_text(&b->diags->arena, condition->text),
			   yaml_text(&b->diags->arena, to->text)));
	mean(b, entity, outcomes, map);
	return true;
}

/* «параллельно с: Оценка», of which no key says that. */
static bool
says_beside(const char *key)
{
	static const char *const words[] = {"параллельно", "одновременно", "parallel",
					    "in parallel", "alongside",    "simultaneous",
					    NULL};
	struct arena scratch = {0};
	bool says = listed_begins(words, utf8_fold(&scratch, key, FOLD_CASE));
	arena_free(&scratch);
	return says;
}

void
bind_unknown_key(struct binder *b, struct entity *entity, const struct node *key)
{
	enum kind kind = entity->kind;
	if (kind == KIND_TERMS && by_variant_knows(b, key->text)) {
		diag1(b->diags, RULE_VARIANT_AMONG_KEYS, key->pos, key->text);
		return;
	}
	if (report_unit(b, entity, key) || report_outcome(b, entity, key))
		return;
	const char *plain = bind_plain_key(b, key->text), *near = bind_hinted_key(b, kind, plain);
	bool certain = false;
	if (!near && plain != key->text && bind_meant(b, kind, plain))
		near = plain;
	if (!near && kind != KIND_DOCUMENT && bind_meant(b, KIND_DOCUMENT, plain)) {
		diag1(b->diags, RULE_SCHEMA_TOP, key->pos, plain);
		return;
	}
	if (!near && kind == KIND_DOCUMENT &&
	    (report_stage(b, entity, key) || report_place(b, entity, key) || report_flat(b, key)))
		return;
	if (!near && kind != KIND_PROCESS && bind_field(b, KIND_PROCESS, plain)) {
		diag_place(b, key);
		return;
	}
	if (!near && b->unknown++ < SUGGEST_MOST)
		near = bind_nearest_key(b, kind, plain, &certain);
	if (near && is_date_for_name(bind_meant(b, kind, near), key->next)) {
		near = date_key(b, kind, key->text);
		certain = false;
	}
	if (!near && kind == KIND_DOCUMENT && node_is_empty(key->next) && strchr(key->text, ' ')) {
		diag1(b->diags, RULE_YAML_REMARK, key->pos,
		      arena_printf(&b->diags->arena, "%s:", key->text));
		return;
	}
	if (!near && bind_is_rest(key)) {
		diag1(b->diags, RULE_YAML_COMMA, key->pos, key->text);
		return;
	}
	struct diagnostic *d =
	    diag2(b->diags, RULE_SCHEMA_KEY, key->pos, key->text, said_kind(kind));
	d->suggestion = near;
	d->certain = certain;
	struct said known = near                     ? said_phrase(PHRASE_NONE)
			    : says_beside(key->text) ? said_phrase(PHRASE_SIDE_BY_SIDE)
						     : keys_here(b, kind);
	diag_end_with(b->diags, d, &known);
	if (near)
		mean(b, entity, bind_meant(b, kind, near), key->next);
}

/* «процессы: Пресейл» names a process, and lists no files. */
static bool
names_process(const struct node *key, const struct field *field)
{
	return field->id == FIELD_DOCUMENT_processes && key->next->type == NODE_TEXT &&
	       !strpbrk(key->next->text, "*/.");
}

void
bind_portfolio_key(struct binder *b, const struct node *key, const struct field *field)
{
	const struct field *process = field_row(FIELD_DOCUMENT_process);
	struct diagnostic *d = diag1(b->diags, RULE_SCHEMA_PORTFOLIO_KEY, key->pos, key->text);
	if (!names_process(key, field))
		return;
	d->suggestion = field_key(process, (unsigned char)key->text[0] >= 0x80, &b->diags->arena);
	mean(b, &b->model->document->base, process, key->next);
}
