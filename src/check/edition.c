/* SPDX-License-Identifier: MIT */
/* Rules on editions: what they hide is really hidden. */
#include "check/near_field.h"
#include "check/wording.h"
#include "model/fields.h"
#include "plan/cut/cut.h"
#include "support/listed.h"
#include "support/map.h"
#include "support/utf8.h"
#include "text/words/suggest.h"

#include <string.h>

static void
check_shown(struct checker *c, const struct edition *edition)
{
	for (uint32_t i = 0; i < edition->show.count; i++) {
		const struct text *word = &edition->show.items[i];
		if (!word->s || hide_is_key(c->model, word->s) || hide_knows(c->model, word->s))
			continue;
		bool looks = c->unknown_count++ < SUGGEST_MOST;
		report1(c, RULE_EDITION_UNKNOWN_SHOWN, &edition->base, word->pos, word->s)
		    ->suggestion = looks ? near_field(c, word->s, hide_allows) : NULL;
	}
	if (edition->show.pos.line && edition->hide.pos.line)
		report(c, RULE_EDITION_BOTH, &edition->base, edition->show.pos)->related =
		    edition->hide.pos;
}

void
check_edition_fields(struct checker *c, const struct entity *entity)
{
	const struct texts *hide = &edition_of(entity)->hide;
	check_shown(c, edition_of(entity));
	if (hide_replaces_page(edition_of(entity)))
		report1(c, RULE_EDITION_OWN_PAGE, entity, entity->pos, entity->id);
	for (uint32_t i = 0; i < hide->count; i++) {
		const char *word = hide->items[i].s;
		if (!word || hide_knows(c->model, word))
			continue;
		bool needed = hide_is_key(c->model, word);
		const char *near = !needed && c->unknown_count++ < SUGGEST_MOST
				       ? near_field(c, word, hide_allows)
				       : NULL;
		report2(c, RULE_EDITION_UNKNOWN_FIELD, entity, hide->items[i].pos, word,
			needed ? PHRASE_NEEDED_FIELD : PHRASE_NO_SUCH_FIELD)
		    ->suggestion = near;
	}
}

/* What an edition leaves out, worked out once: those of the file, and the one asked for. */
struct cut {
	struct edition_words words;
	const struct model *model; /* made when first needed */
	struct said name;
	const struct entity *variant; /* the only one it is for, or NULL */
	struct hide hide;
	bool people;
	bool numbers; /* those that stay in texts are told: for the public, and asked for */
};

static bool
is_asked_for(const struct checker *c, const struct edition_words *words)
{
	struct edition_words asked;
	return c->options->edition && edition_find(c->model, c->options->edition, &asked) &&
	       asked.name == words->name;
}

static void
add_cut(struct checker *c, const struct edition_words *words, struct said name)
{
	struct cut *cut = &c->cuts[c->cut_count++];
	cut->words = *words;
	cut->name = name;
	cut->variant = words->edition ? words->edition->variant.to : NULL;
	cut->hide = hide_new(c->model, words, &c->arena);
	cut->people = hide_has(c->model, &cut->hide, field_row(FIELD_ROLE_people));
	cut->numbers = cut->hide.outside && !cut->hide.allows && is_asked_for(c, words);
}

static void
make_cuts(struct checker *c)
{
	const struct list *editions = &c->model->document->editions;
	struct edition_words words;
	c->cuts = arena_array(&c->arena, editions->count + 2, sizeof *c->cuts);
	for (uint32_t i = 0; i < editions->count; i++) {
		words = edition_words_of(edition_at(editions, i));
		add_cut(c, &words, said_text(entity_name(editions->items[i])));
	}
	const char *wanted = c->options->edition;
	if (wanted && edition_find(c->model, wanted, &words) && !words.edition)
		add_cut(c, &words,
			said_spellings(words.name, strchr(words.name, '|') + 1, &c->arena));
}

static bool
hides(const struct checker *c, const struct cut *cut, const struct field *field)
{
	return hide_has(c->model, &cut->hide, field);
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

/* True when the edition leaves the thing out: under a hidden key, as part of such a thing, or as
 * one of other variants. */
static bool
leaves_out(const struct checker *c, const struct cut *cut, const struct entity *entity)
{
	for (const struct entity *at = entity; at; at = at->parent) {
		const struct field *holder = entity_holder(at);
		if ((holder && hides(c, cut, holder)) || is_of_other_variant(at, cut->variant) ||
		    (cut->hide.outside && hide_is_internal(at)))
			return true;
	}
	return false;
}

/* True when the edition shows the text. */
static bool
shows(const struct checker *c, const struct cut *cut, const struct passage *passage)
{
	return !hides(c, cut, passage->field) && !leaves_out(c, cut, passage->entity);
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
	const char *name = arena_copy(&c->arena, anchor, length);
	const struct entity *thing = map_get(&c->anchors, name);
	bool marked = strncmp(name, "a.", 2) == 0; /* as the regulation in Markdown has them */
	return thing || !marked ? thing : map_get(&c->anchors, name + 2);
}

/* The first edition that shows the text but not the thing, or NULL. */
static const struct cut *
parts_from(const struct checker *c, const struct passage *passage, const struct entity *thing)
{
	for (size_t i = 0; i < c->cut_count; i++)
		if (leaves_out(c, &c->cuts[i], thing) && shows(c, &c->cuts[i], passage))
			return &c->cuts[i];
	return NULL;
}

bool
checker_has_cuts(struct checker *c)
{
	if (!c->cuts)
		make_cuts(c);
	return c->cut_count != 0;
}

void
check_hidden_links(struct checker *c, const struct passage *passage)
{
	if (!checker_has_cuts(c))
		return;
	for (const char *at = strstr(passage->text->s, "](#"); at; at = strstr(at + 3, "](#")) {
		const char *anchor = at + 3;
		size_t length = strcspn(anchor, ")");
		const struct entity *thing = target_of(c, anchor, length);
		const struct cut *cut = thing ? parts_from(c, passage, thing) : NULL;
		if (cut)
			report_words(c, RULE_EDITION_HIDDEN_LINK, passage, at + 2, anchor + length,
				     entity_name(thing), cut->name)
			    ->related = thing->pos;
	}
}

/* True when something of the thing is left in the edition; of a process that was not understood,
 * which cannot be cut, nothing is said of what stays only where something refers to it. */
static bool
keeps(struct checker *c, struct cut *cut, const struct entity *entity)
{
	if (!c->sound)
		return entity->kind != KIND_TERM && entity->kind != KIND_ATTACHMENT;
	if (!cut->model)
		cut->model = cut_model(c->model, &cut->words, NULL);
	return cut->model->left[entity->serial];
}

void
checker_free_cuts(struct checker *c)
{
	for (size_t i = 0; i < c->cut_count; i++)
		cut_free(c->cuts[i].model);
}

/* The first edition for readers outside that shows the text but not the thing, or NULL. */
static const struct cut *
names_outside(struct checker *c, const struct passage *passage, const struct entity *thing)
{
	for (size_t i = 0; i < c->cut_count; i++) {
		struct cut *cut = &c->cuts[i];
		if (cut->hide.outside && leaves_out(c, cut, thing) && shows(c, cut, passage) &&
		    keeps(c, cut, passage->entity))
			return cut;
	}
	return NULL;
}

void
check_internal_names(struct checker *c, const struct passage *passage)
{
	if (!checker_has_cuts(c))
		return;
	for (size_t i = 0; i < passage->count; i++) {
		const char *end;
		const struct entity *thing = wording_at(c, WORDING_INTERNAL, passage, i, &end);
		const struct cut *cut = thing ? names_outside(c, passage, thing) : NULL;
		if (cut)
			report_words(c, RULE_EDITION_INTERNAL_NAME, passage,
				     passage->tokens[i].start, end, entity_name(thing), cut->name)
			    ->related = thing->pos;
	}
}

/* The first edition for readers outside that shows the text, or NULL. */
static const struct cut *
tells_outside(struct checker *c, const struct passage *passage)
{
	for (size_t i = 0; i < c->cut_count; i++) {
		struct cut *cut = &c->cuts[i];
		if (cut->hide.outside && shows(c, cut, passage) && keeps(c, cut, passage->entity))
			return cut;
	}
	return NULL;
}

/* How the text's stage, step or role is kept from readers outside; nothing for what stands in none.
 */
static struct said
hint_to_mark(struct checker *c, const struct passage *passage)
{
	const struct entity *at = passage->entity;
	while (at && at->kind != KIND_STAGE && at->kind != KIND_STEP && at->kind != KIND_ROLE)
		at = at->parent;
	return at ? said_with(PHRASE_MARK_INTERNAL, entity_name(at), &c->arena) : said_text(NULL);
}

/* How the text is hidden by an edition of the file, as it says itself what it hides or shows;
 * nothing for what no edition can leave out. */
static struct said
hint_to_hide(struct checker *c, const struct passage *passage, const struct cut *cut)
{
	const struct field *field = passage->field;
	if (!hide_allows(field))
		field = entity_holder(passage->entity);
	if (!field || !hide_allows(field) || !cut->words.edition || cut->words.hides ||
	    cut->words.shows)
		return said_text(NULL);
	const char *key = field_key(field, choice_language(c->model->lang), &c->arena);
	return said_with(cut->hide.allows ? PHRASE_NOT_SHOWN : PHRASE_HIDDEN, key, &c->arena);
}

void
check_house_words(struct checker *c, const struct passage *passage)
{
	if (!checker_has_cuts(c))
		return;
	for (size_t i = 0; i < passage->count; i++) {
		const char *end, *start = passage->tokens[i].start;
		const struct cut *cut = wording_at(c, WORDING_HOUSE, passage, i, &end)
					    ? tells_outside(c, passage)
					    : NULL;
		if (!cut)
			continue;
		const char *words = arena_copy(&c->arena, start, (size_t)(end - start));
		report_part(c, RULE_EDITION_HOUSE_WORD, passage, start, end,
			    DIAG_ARGS4(words, cut->name, hint_to_mark(c, passage),
				       hint_to_hide(c, passage, cut)));
		return; /* a text is mended as a whole */
	}
}

/* The first edition that hides people but shows the text, or NULL. */
static const struct cut *
exposes(const struct checker *c, const struct passage *passage)
{
	for (size_t i = 0; i < c->cut_count; i++)
		if (c->cuts[i].people && shows(c, &c->cuts[i], passage))
			return &c->cuts[i];
	return NULL;
}

static bool
begins_sentence(const char *text, const struct token *token)
{
	const char *at = token->start;
	while (at > text && strchr(" \"'(*", at[-1]))
		at--;
	return at == text || strchr("\n.!?:", at[-1]);
}

/* Whether the words from token i to end, which are a person's but for case, name the person: «Вера»
 * does, «вера» does not, nor does a word that opens a sentence and stands elsewhere with a small
 * letter; a person who is called as a role or term is («Дежурный») means that one. */
static bool
is_named_here(const struct checker *c, const struct passage *passage, size_t i, const char *end,
	      const char *name)
{
	const struct token *first = &passage->tokens[i];
	struct token word;
	const char *as_role = NULL, *at = name;
	if (wording_at(c, WORDING_NAMES, passage, i, &as_role) && as_role >= end)
		return false;
	bool capitals = false;
	for (; i < passage->count && passage->tokens[i].start < end &&
	       words_next(c->words, &at, &word);
	     i++) {
		bool capital = word.form->traits & FORM_INITIAL;
		if (capital && !(passage->tokens[i].form->traits & FORM_INITIAL))
			return false;
		capitals |= capital;
	}
	bool single = first->end == end, opens = begins_sentence(passage->text->s, first);
	if (!capitals) /* written small where it is given: only a capital within a sentence tells */
		return first->form->traits & FORM_INITIAL && !opens;
	return !single || !opens || !(first->form->stem->traits & FORM_LOWER);
}

void
check_leaked_names(struct checker *c, const struct passage *passage)
{
	if (passage->field->flags & F_PERSON || !checker_has_cuts(c))
		return;
	for (size_t i = 0; i < passage->count; i++) {
		const char *end, *name = wording_at(c, WORDING_PEOPLE, passage, i, &end);
		bool named = name && is_named_here(c, passage, i, end, name);
		const struct cut *cut = named ? exposes(c, passage) : NULL;
		if (!cut)
			continue;
		report_words(c, RULE_SECURITY_LEAKED_NAME, passage, passage->tokens[i].start, end,
			     name, cut->name);
		return;
	}
}

/* The bytes of a blank, be it one that does not break, before three figures and no more; else 0. */
static size_t
thousands_at(const char *at)
{
	size_t blank = *at == ' ' ? 1 : strncmp(at, "\xC2\xA0", 2) == 0 ? 2 : 0;
	return strspn(at + blank, "0123456789") == 3 ? blank : 0;
}

/* A number in a text: figures with the marks between them, and a sign of per cent or money behind.
 * What begins within a word («B2B») is none. */
static const char *
number_end(const char *text, const char *at)
{
	static const char *const signs[] = {
	    "%", " %", "\xC2\xA0%", "\xE2\x82\xBD", " \xE2\x82\xBD", "\xC2\xA0\xE2\x82\xBD", NULL};
	const char *end = at;
	if (at > text && (ascii_is_letter(at[-1]) || (unsigned char)at[-1] >= 0x80))
		return NULL;
	for (size_t more = 1; more; end += more) {
		bool mark = *end && strchr(".,:/", *end) && ascii_is_digit(end[1]);
		more = ascii_is_digit(*end) || mark ? 1 : thousands_at(end);
	}
	size_t sign = listed_begins(signs, end);
	return sign || !ascii_is_letter(*end) ? end + sign : NULL;
}

static const struct cut *
cut_for_public(const struct checker *c)
{
	for (size_t i = 0; i < c->cut_count; i++)
		if (c->cuts[i].numbers)
			return &c->cuts[i];
	return NULL;
}

/* Numbers of the document itself, and telephones. */
static bool
is_of_document(const struct field *field)
{
	return field->id == FIELD_PROCESS_version || field->id == FIELD_PROCESS_code ||
	       field->id == FIELD_CONTACT_text ||
	       field->flags & (F_ID | F_LINK | F_PERSON | F_SETTING);
}

void
check_left_numbers(struct checker *c, const struct passage *passage)
{
	const struct cut *cut = checker_has_cuts(c) ? cut_for_public(c) : NULL;
	if (!cut || is_of_document(passage->field) || !shows(c, cut, passage))
		return;
	const char *text = passage->text->s;
	for (const char *at = text; *at;) {
		const char *end = ascii_is_digit(*at) ? number_end(text, at) : at + 1;
		if (ascii_is_digit(*at) && end)
			report_words(c, RULE_EDITION_NUMBER, passage, at, end,
				     arena_copy(&c->arena, at, (size_t)(end - at)), cut->name);
		for (at = end ? end : at; !end && ascii_is_digit(*at);)
			at++;
	}
}
