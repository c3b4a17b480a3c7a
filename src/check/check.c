/* SPDX-License-Identifier: MIT */
/* Takes every thing and every text of the process past the rules for its kind, once. */
#include "check/check.h"

#include "check/checker.h"
#include "check/wording.h"
#include "model/fields.h"
#include "model/names.h"
#include "model/visit.h"
#include "source/source.h"

static const struct {
	enum rule rule;
	enum kind kind;
	void (*look)(struct checker *checker, const struct entity *entity);
} checks[] = {
#define CHECK(RULE, KIND, function) {RULE_##RULE, KIND_##KIND, function},
#define CHECK_TEXT(...)
#define CHECK_END(...)
#include "check/checks.def"
#undef CHECK
#undef CHECK_TEXT
#undef CHECK_END
    {RULE_NONE, KIND_NONE, NULL},
};

static const struct {
	enum rule rule;
	void (*look)(struct checker *checker, const struct passage *passage);
} text_checks[] = {
#define CHECK(...)
#define CHECK_TEXT(RULE, function) {RULE_##RULE, function},
#define CHECK_END(...)
#include "check/checks.def"
#undef CHECK
#undef CHECK_TEXT
#undef CHECK_END
    {RULE_NONE, NULL},
};

static const struct {
	enum rule rule;
	void (*look)(struct checker *checker);
} end_checks[] = {
#define CHECK(...)
#define CHECK_TEXT(...)
#define CHECK_END(RULE, function) {RULE_##RULE, function},
#include "check/checks.def"
#undef CHECK
#undef CHECK_TEXT
#undef CHECK_END
    {RULE_NONE, NULL},
};

/* What names no words of a language: ids, addresses, settings. */
static bool
is_wording(const struct field *field)
{
	return !(field->flags & (F_PLUMBING | F_LINK)) && field->kind != KIND_SETTING &&
	       field->kind != KIND_COLUMN && field->kind != KIND_EDITION;
}

/* Two arrays that are filled anew for each text keep the capacity they have: list_grow would cut
 * them to the least with every text. */
static void
keep_capacity(struct checker *checker, size_t count)
{
	if (count < checker->token_capacity)
		return;
	size_t capacity = checker->token_capacity = count ? count * 2 : 256;
	checker->tokens = memory_resize(checker->tokens, capacity * sizeof *checker->tokens);
	checker->names = memory_resize(checker->names, capacity * sizeof *checker->names);
}

/* The words of a text into checker->tokens, and what they name into checker->names. */
static size_t
split(struct checker *checker, const char *text)
{
	size_t count = 0;
	const char *at = text, *end = text, *none = text;
	for (struct token token; words_next(checker->words, &at, &token); count++) {
		keep_capacity(checker, count);
		checker->tokens[count] = token;
		checker->names[count] =
		    token.start < none
			? &names_none
			: words_phrase_at(checker->words, WORDING_NAMES, text, &token, &end);
		if (checker->names[count] == &names_none && token.start >= none)
			none = end;
	}
	return count;
}

static void
look_at_text(struct checker *checker, const struct entity *entity, const struct field *field,
	     const struct text *text)
{
	if (!text->s || !is_wording(field))
		return;
	struct passage passage = {.entity = entity, .field = field, .text = text};
	passage.count = split(checker, text->s);
	passage.tokens = checker->tokens;
	passage.names = checker->names;
	for (int i = 0; text_checks[i].look; i++)
		if (rule_is_on(checker, text_checks[i].rule))
			text_checks[i].look(checker, &passage);
}

static void
look_at_leaf(void *data, const struct entity *entity, const struct leaf *leaf)
{
	struct checker *checker = data;
	if (leaf->type != LEAF_REF)
		look_at_text(checker, entity, leaf->field, leaf_text(leaf));
	else if (leaf_ref(leaf)->to)
		checker->referred[leaf_ref(leaf)->to->serial] = true;
}

static void
note_owner(struct checker *checker, const struct entity *entity)
{
	checker->owners = list_grow(checker->owners, checker->owner_count, sizeof *checker->owners);
	checker->owners[checker->owner_count++] = entity;
}

static bool
look_at_thing(void *data, const struct entity *entity)
{
	struct checker *checker = data;
	if (entity_more(entity)->ignores.count)
		note_owner(checker, entity);
	for (int i = 0; checks[i].look; i++)
		if (checks[i].kind == entity->kind &&
		    (!checks[i].rule || rule_is_on(checker, checks[i].rule)))
			checks[i].look(checker, entity);
	return true;
}

static void
look_at_all(struct checker *checker)
{
	checker->words = words_new(&checker->arena);
	wording_prepare(checker);
	checker->referred = arena_array(&checker->arena, (size_t)checker->model->made_count + 1,
					sizeof *checker->referred);
	checker->longest_sentence = (size_t)option_number(checker, RULE_OPTION_SENTENCE_WORDS);
	static const struct visitor visitor = {.leaves = LEAF_TEXT | LEAF_PROSE | LEAF_REF,
					       .thing = look_at_thing,
					       .leaf = look_at_leaf};
	visit(checker->model, &checker->model->document->base, &visitor, checker);
	for (int i = 0; end_checks[i].look; i++)
		if (rule_is_on(checker, end_checks[i].rule))
			end_checks[i].look(checker);
}

static void
judge(struct checker *checker)
{
	struct plan *plan = plan_new(checker->model, NULL);
	checker->plan = plan;
	look_at_all(checker);
	checker->plan = NULL;
	plan_free(plan);
	checker_free_cuts(checker);
}

/* True for a fault in YAML that keeps a part of the process from us; one that was read as it was
 * meant does not. */
static bool
hides_a_part(const struct sources *sources, const struct diagnostic *found)
{
	return found->severity == SEVERITY_ERROR && rule_matches(found->rule, "yaml/*") &&
	       !sources_mended(sources, found->pos);
}

/* What was not read to its end, or not as YAML, says nothing about the process. */
static bool
can_be_judged(const struct model *model, const struct diagnostics *diags)
{
	struct sources *sources = sources_open(model);
	bool whole = model->document->base.pos.line;
	for (uint32_t i = 0; i < model->file_count; i++)
		whole = whole && !model->files[i].refused;
	for (size_t i = 0; i < diags->count; i++)
		whole = whole && !hides_a_part(sources, &diags->items[i]);
	sources_close(sources);
	return whole;
}

void
check_model(const struct model *model, const struct check_options *options,
	    struct diagnostics *diags)
{
	struct checker checker = {.model = model, .options = options, .diags = diags};
	checker.sound = diag_count(diags, SEVERITY_ERROR) == 0;
	checker_settle_levels(&checker);
	checker_check_settings(&checker);
	if (can_be_judged(model, diags))
		judge(&checker);
	checker_apply_levels(&checker);
	diag_sort(diags);
	map_free(&checker.anchors);
	map_free(&checker.capitals);
	memory_free(checker.owners);
	memory_free(checker.tokens);
	memory_free(checker.names);
	arena_free(&checker.arena);
}
