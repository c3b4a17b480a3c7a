/* SPDX-License-Identifier: MIT */
#include "check/across.h"

#include "check/checker.h"
#include "model/fields.h"
#include "plan/part.h"
#include "support/utf8.h"

#include <string.h>

/* What was said of a name first, and where. */
struct account {
	const char *said; /* its words, brought to one form */
	const char *file;
	const char *line; /* as it follows the file's name; it moves, so no baseline knows it */
};

/* In how many processes a role has work. */
struct busy_role {
	uint32_t count;
	const char *names; /* of these processes, joined */
};

/* A process under judgement. */
struct beside {
	struct across *across;
	struct checker *checker;
	const char *portfolio; /* the path of its file */
};

/* ---- what is compared */

static bool
is_shared(const struct model *model, struct pos pos)
{
	return pos.file >= model->own_files;
}

/* Names of one portfolio are told apart from those of another. */
static const char *
key_of(const struct beside *look, const char *name)
{
	struct arena *arena = &look->checker->arena;
	return arena_printf(arena, "%s\n%s", look->portfolio, utf8_fold(arena, name, FOLD_CASE));
}

static struct account *
account_of(const struct beside *look, const char *said, struct pos pos)
{
	struct arena *kept = &look->across->arena;
	struct account *account = arena_alloc(kept, sizeof *account);
	*account = (struct account){
	    .said = arena_string(kept, said),
	    .file = arena_string(kept, look->checker->model->files[pos.file].name),
	    .line = arena_printf(kept, ":%lu", (unsigned long)pos.line),
	};
	return account;
}

/* Reports of a name what was said of it elsewhere. */
static void
report_account(const struct beside *look, enum rule rule, const struct entity *entity,
	       struct pos pos, const char *name, const struct account *account)
{
	struct checker *c = look->checker;
	const struct said line = SAID(account->line);
	if (rule_is_on(c, rule))
		diag_end_with(c->diags, report2(c, rule, entity, pos, name, account->file), &line);
}

/* Texts in a form in which case and blanks do not matter. */
static const char *
words_of(struct arena *arena, const struct text *items, uint32_t count)
{
	struct buf words = {0};
	for (uint32_t i = 0; i < count; i++) {
		buf_puts(&words, items[i].s ? utf8_fold(arena, items[i].s, FOLD_KEY) : "");
		buf_putc(&words, '\n');
	}
	const char *text = arena_copy(arena, buf_text(&words), words.length);
	buf_free(&words);
	return text;
}

/* What a process says of a name, held against what was said of it first. */
static void
compare(struct beside *look, enum rule rule, const struct entity *entity, const char *name,
	const char *said, struct pos pos)
{
	struct checker *c = look->checker;
	if (is_shared(c->model, pos))
		return;
	const char *key = arena_printf(&c->arena, "%s\n%d", key_of(look, name), (int)rule);
	const struct account *known = map_get(&look->across->accounts, key);
	if (!known)
		*map_at(&look->across->accounts, arena_string(&look->across->arena, key)) =
		    account_of(look, said, pos);
	else if (strcmp(known->said, said) != 0)
		report_account(look, rule, entity, pos, name, known);
}

static void
look_at_terms(struct beside *look)
{
	struct checker *c = look->checker;
	const struct list *terms = &c->model->document->glossary;
	for (uint32_t i = 0; i < terms->count; i++) {
		const struct term *term = term_at(terms, i);
		if (term->definition.s && term->term.s)
			compare(look, RULE_PORTFOLIO_TERM_OTHERWISE, &term->base, term->term.s,
				words_of(&c->arena, &term->definition, 1), term->definition.pos);
	}
}

static void
look_at_duties(struct beside *look)
{
	struct checker *c = look->checker;
	const struct list *roles = &c->model->document->roles;
	for (uint32_t i = 0; i < roles->count; i++) {
		const struct role *role = role_at(roles, i);
		if (role->duties.count && role->name.s)
			compare(look, RULE_PORTFOLIO_ROLE_OTHERWISE, &role->base, role->name.s,
				words_of(&c->arena, role->duties.items, role->duties.count),
				role->duties.pos);
	}
}

/* Of one code no two processes should be, whatever they say. */
static void
look_at_code(struct beside *look)
{
	struct checker *c = look->checker;
	const struct process *process = model_process(c->model);
	const char *file = c->model->files[process->base.pos.file].name;
	if (process->code.s)
		compare(look, RULE_PORTFOLIO_SAME_CODE, &process->base, process->code.s, file,
			process->code.pos);
}

/* ---- roles that are everywhere */

/* Whether a role answers for a stage, or does a step. */
static bool *
roles_at_work(struct checker *c)
{
	const struct document *document = c->model->document;
	bool *works = arena_array(&c->arena, (size_t)document->roles.count + 1, sizeof *works);
	for (uint32_t i = 0; i < c->plan->count; i++) {
		struct part_refs refs = part_refs(c->plan->tasks[i].entity, RACI_R, NULL);
		for (uint32_t j = 0; j < refs.count; j++)
			if (refs.items[j].to && refs.items[j].to->kind == KIND_ROLE)
				works[refs.items[j].to->number] = true;
	}
	return works;
}

/* The process in which there are too many is the one to say so. */
static void
count_role(struct beside *look, const struct role *role)
{
	struct checker *c = look->checker;
	struct arena *kept = &look->across->arena;
	void **place = map_at(&look->across->roles, arena_string(kept, key_of(look, role->name.s)));
	uint32_t most = (uint32_t)option_number(c, RULE_OPTION_MOST_PROCESSES);
	struct busy_role *busy = *place ? *place : arena_alloc(kept, sizeof *busy);
	const char *name = model_process(c->model)->name.s;
	*place = busy;
	if (busy->count > most)
		return;
	busy->names = arena_printf(kept, busy->names ? "%s, %s" : "%s%s",
				   busy->names ? busy->names : "", name ? name : "");
	busy->count++;
	if (busy->count == most + 1)
		report3(c, RULE_PORTFOLIO_BUSY_ROLE, &role->base, role->name.pos, role->name.s,
			arena_printf(&c->arena, "%lu", (unsigned long)busy->count), busy->names);
}

static void
look_at_work(struct beside *look)
{
	struct checker *c = look->checker;
	const struct list *roles = &c->model->document->roles;
	struct plan *plan = plan_new(c->model, NULL);
	c->plan = plan;
	const bool *works = roles_at_work(c);
	for (uint32_t i = 0; i < roles->count && rule_is_on(c, RULE_PORTFOLIO_BUSY_ROLE); i++) {
		const struct role *role = role_at(roles, i);
		if (works[role->base.number] && role->name.s && !role->external.on)
			count_role(look, role);
	}
	c->plan = NULL;
	plan_free(plan);
}

/* ---- all of it */

/* A process of a portfolio; a run of one says nothing of its own. */
static bool
has_peers(const struct model *model)
{
	return model_process(model)->base.pos.line && !model->document->run &&
	       model->own_files < model->file_count;
}

void
check_across(struct across *across, const struct model *model, const struct check_options *options,
	     struct diagnostics *diags)
{
	struct checker checker = {.model = model, .options = options, .diags = diags};
	struct beside look = {.across = across, .checker = &checker};
	if (!has_peers(model))
		return;
	look.portfolio = model->files[model->own_files].name;
	checker_settle_levels(&checker);
	look_at_terms(&look);
	look_at_duties(&look);
	look_at_code(&look);
	look_at_work(&look);
	checker_apply_levels(&checker);
	diag_sort(diags);
	arena_free(&checker.arena);
}
