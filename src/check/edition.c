/* SPDX-License-Identifier: MIT */
/* Rules on editions: what they hide is really hidden. */
#include "check/wording.h"
#include "support/map.h"
#include "support/suggest.h"
#include "support/utf8.h"

#include <string.h>

/* Words that hide more than one field. */
static const char *const wide_words[] = {"people|люди|сотрудники", "links|ссылки", NULL};

static const char *
folded(struct checker *c, const char *text)
{
	return utf8_fold(&c->arena, text, FOLD_KEY);
}

static bool
field_fits(const struct field *field, const char *word)
{
	return spelling_matches(field->keys[0], word) || spelling_matches(field->keys[1], word);
}

static bool
is_known_field(struct checker *c, const char *word)
{
	for (int i = 0; wide_words[i]; i++)
		if (spelling_matches(wide_words[i], word))
			return true;
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (const struct field **field = c->model->fields[kind]; *field; field++)
			if (field_fits(*field, word))
				return true;
	return false;
}

/* The nearest key of any kind, in diagnostics' arena. */
static const char *
nearest_field(struct checker *c, const char *word)
{
	struct suggest suggest;
	suggest_open(&suggest, word);
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (const struct field **field = c->model->fields[kind]; *field; field++)
			for (int lang = 0; lang < 2; lang++)
				suggest_try_spellings(&suggest, (*field)->keys[lang], c->diags->arena);
	return suggest_close(&suggest);
}

void
check_edition_fields(struct checker *c, const struct entity *entity)
{
	const struct texts *hide = &edition_of(entity)->hide;
	for (uint32_t i = 0; i < hide->count; i++) {
		const char *word = hide->items[i].s;
		if (word && !is_known_field(c, folded(c, word)))
			report1(c, RULE_EDITION_UNKNOWN_FIELD, entity, hide->items[i].pos, word)->suggestion =
			    nearest_field(c, word);
	}
}

/* What an edition of the file leaves out, worked out once. */
struct cut {
	const struct edition *edition;
	bool people;
	bool hidden[KIND_COUNT]; /* things of this kind */
};

static bool
hides(struct checker *c, const struct edition *edition, const struct field *field)
{
	for (uint32_t i = 0; i < edition->hide.count; i++)
		if (edition->hide.items[i].s && field_fits(field, folded(c, edition->hide.items[i].s)))
			return true;
	return false;
}

static struct cut
make_cut(struct checker *c, const struct edition *edition)
{
	struct cut cut = {.edition = edition};
	for (uint32_t i = 0; i < edition->hide.count; i++)
		if (edition->hide.items[i].s && spelling_matches(wide_words[0], folded(c, edition->hide.items[i].s)))
			cut.people = true;
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (const struct field **field = c->model->fields[kind]; *field; field++)
			if ((*field)->type == TYPE_MANY && hides(c, edition, *field))
				cut.hidden[(*field)->argument] = true;
	return cut;
}

static const struct cut *
cuts_of(struct checker *c)
{
	const struct list *editions = &c->model->document->editions;
	if (!c->cuts) {
		c->cuts = arena_array(&c->arena, editions->count + 1, sizeof *c->cuts);
		for (uint32_t i = 0; i < editions->count; i++)
			c->cuts[i] = make_cut(c, edition_at(editions, i));
	}
	return c->cuts;
}

static bool
is_of_other_variant(const struct entity *entity, const struct entity *variant)
{
	const struct refs *only = entity->kind == KIND_STAGE  ? &stage_of(entity)->only
				  : entity->kind == KIND_STEP ? &step_of(entity)->only
							      : NULL;
	for (uint32_t i = 0; variant && only && i < only->count; i++)
		if (only->items[i].to == variant || !only->items[i].to)
			return false;
	return variant && only && only->count;
}

/* True when the edition leaves the thing out: by its kind, as part of what it leaves out, or as a thing of other variants. */
static bool
leaves_out(const struct cut *cut, const struct entity *entity)
{
	for (const struct entity *at = entity; at; at = at->parent)
		if (cut->hidden[at->kind] || is_of_other_variant(at, cut->edition->variant.to))
			return true;
	return false;
}

static void
add_anchors(struct checker *c, const struct list *list)
{
	for (uint32_t i = 0; i < list->count; i++) {
		struct entity *entity = list->items[i];
		if (entity->anchor)
			*map_at(&c->anchors, entity->anchor) = entity;
		if (entity->kind == KIND_STAGE)
			add_anchors(c, &stage_of(entity)->steps);
		if (entity->kind == KIND_STEP)
			add_anchors(c, &step_of(entity)->steps);
	}
}

/* The thing that an address #anchor points to, or NULL. */
static const struct entity *
target_of(struct checker *c, const char *anchor, size_t length)
{
	const struct document *document = c->model->document;
	if (!c->anchors.count) {
		add_anchors(c, &document->stages);
		add_anchors(c, &document->roles);
		add_anchors(c, &document->glossary);
		add_anchors(c, &document->attachments);
	}
	return map_get(&c->anchors, arena_copy(&c->arena, anchor, length));
}

/* The first edition that shows the text but not the thing, or NULL. */
static const struct cut *
parts_from(struct checker *c, const struct passage *passage, const struct entity *thing)
{
	const struct cut *cuts = cuts_of(c);
	for (uint32_t i = 0; i < c->model->document->editions.count; i++)
		if (leaves_out(&cuts[i], thing) && !leaves_out(&cuts[i], passage->entity) &&
		    !hides(c, cuts[i].edition, passage->field))
			return &cuts[i];
	return NULL;
}

void
check_hidden_links(struct checker *c, const struct passage *passage)
{
	if (!c->model->document->editions.count)
		return;
	for (const char *at = strstr(passage->text->s, "](#"); at; at = strstr(at + 3, "](#")) {
		const char *anchor = at + 3;
		size_t length = strcspn(anchor, ")");
		const struct entity *thing = target_of(c, anchor, length);
		const struct cut *cut = thing ? parts_from(c, passage, thing) : NULL;
		if (cut)
			report_words(c, RULE_EDITION_HIDDEN_LINK, passage, at + 2, anchor + length, entity_name(thing),
				     entity_name(&cut->edition->base))
			    ->related = thing->pos;
	}
}

/* The first edition that hides people but shows the text, or NULL. */
static const struct cut *
exposes(struct checker *c, const struct passage *passage)
{
	const struct cut *cuts = cuts_of(c);
	for (uint32_t i = 0; i < c->model->document->editions.count; i++)
		if (cuts[i].people && !leaves_out(&cuts[i], passage->entity) && !hides(c, cuts[i].edition, passage->field))
			return &cuts[i];
	return NULL;
}

void
check_leaked_names(struct checker *c, const struct passage *passage)
{
	if (passage->field->flags & F_PERSON)
		return;
	for (size_t i = 0; i < passage->count; i++) {
		const char *end, *name = wording_at(c, WORDING_PEOPLE, passage, i, &end);
		const struct cut *cut = name ? exposes(c, passage) : NULL;
		if (!cut)
			continue;
		report_words(c, RULE_SECURITY_LEAKED_NAME, passage, passage->tokens[i].start, end, name,
			     entity_name(&cut->edition->base));
		return;
	}
}
