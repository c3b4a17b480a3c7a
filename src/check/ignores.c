/* SPDX-License-Identifier: MIT */
/* Exceptions at single things (`ignore`): what they silence, and those that silence nothing. */
#include "check/checker.h"
#include "model/fields.h"

#include <stdlib.h>

static int
compare_pointers(const void *left, const void *right)
{
	uintptr_t a = (uintptr_t)*(const struct entity *const *)left,
		  b = (uintptr_t)*(const struct entity *const *)right;
	return a < b ? -1 : a > b;
}

/* Things with a key that was not understood, sorted by address: what else is missing there may
 * stand under that key. */
static void
find_doubtful(struct checker *c)
{
	c->doubtful = arena_array(&c->arena, c->diags->count + 1, sizeof *c->doubtful);
	for (size_t i = 0; i < c->diags->count; i++)
		if (c->diags->items[i].rule == RULE_SCHEMA_KEY && c->diags->items[i].entity)
			c->doubtful[c->doubtful_count++] = c->diags->items[i].entity;
	if (c->doubtful_count)
		qsort(c->doubtful, c->doubtful_count, sizeof *c->doubtful, compare_pointers);
}

static bool
is_doubtful(const struct checker *c, const struct diagnostic *found)
{
	static const char *const literal[] = {"schema/*", "text/*", "security/*"};
	for (size_t i = 0; i < sizeof literal / sizeof *literal; i++)
		if (rule_matches(found->rule, literal[i]))
			return false;
	return c->doubtful_count && !rule_is_fixed(found->rule) && found->entity &&
	       bsearch(&found->entity, c->doubtful, c->doubtful_count, sizeof *c->doubtful,
		       compare_pointers);
}

/* The exceptions that silenced something, sorted by address. */
struct usage {
	const struct entity **used;
	size_t count;
};

static bool
is_expired(const struct checker *c, const struct ignore *ignore)
{
	return ignore->until.pos.line && ignore->until.day < c->options->today;
}

/* The exception that silences a finding: at the thing it is about or at what that is part of. */
static const struct entity *
silencer(const struct checker *c, const struct diagnostic *found)
{
	if (rule_is_fixed(found->rule))
		return NULL;
	for (const struct entity *at = found->entity; at; at = at->parent)
		for (uint32_t i = 0; i < entity_more(at)->ignores.count; i++) {
			const struct ignore *ignore = ignore_at(&at->more->ignores, i);
			if (ignore->rule.s && rule_matches(found->rule, ignore->rule.s) &&
			    !is_expired(c, ignore))
				return &ignore->base;
		}
	return NULL;
}

static void
drop_silenced(struct checker *c, struct usage *usage)
{
	struct diagnostics *diags = c->diags;
	size_t kept = 0;
	usage->used = arena_array(&c->arena, diags->count + 1, sizeof *usage->used);
	for (size_t i = 0; i < diags->count; i++) {
		struct diagnostic *found = &diags->items[i];
		found->severity = c->levels[found->rule];
		if (found->severity == SEVERITY_OFF || is_doubtful(c, found))
			continue;
		const struct entity *by = silencer(c, found);
		if (by)
			usage->used[usage->count++] = by;
		else
			diags->items[kept++] = *found;
	}
	diags->count = kept;
	if (usage->count)
		qsort(usage->used, usage->count, sizeof *usage->used, compare_pointers);
}

static bool
was_used(const struct usage *usage, const struct entity *ignore)
{
	return usage->count &&
	       bsearch(&ignore, usage->used, usage->count, sizeof *usage->used, compare_pointers);
}

static void
report_missing_why(struct checker *c, const struct entity *entity)
{
	const struct field *why = field_row(FIELD_IGNORE_why);
	report2(c, RULE_SCHEMA_REQUIRED, entity, (struct pos){0}, said_kind(KIND_IGNORE),
		said_key(why, &c->diags->arena));
}

/* Whether an exception is of use beside other processes only is not known here. */
static void
report_idle(struct checker *c, const struct entity *entity, const struct usage *usage)
{
	const struct ignore *ignore = ignore_of(entity);
	if (!ignore->why.s)
		report_missing_why(c, entity);
	if (!ignore->rule.s)
		return;
	if (!rule_is_named(ignore->rule.s))
		report_unknown_rule(c, entity, &ignore->rule);
	else if (is_expired(c, ignore))
		report2(c, RULE_CHECK_EXPIRED_IGNORE, entity, ignore->until.pos, ignore->rule.s,
			said_date(c->model, &ignore->until, &c->arena));
	else if (rule_is_fixed(rule_find(ignore->rule.s)))
		report1(c, RULE_CHECK_FIXED_RULE, entity, ignore->rule.pos, ignore->rule.s);
	else if (c->sound && !was_used(usage, entity) &&
		 !rule_matches(rule_find(ignore->rule.s), "portfolio/*"))
		report1(c, RULE_CHECK_UNUSED_IGNORE, entity, ignore->rule.pos, ignore->rule.s);
}

void
checker_apply_levels(struct checker *c)
{
	struct usage usage = {0};
	find_doubtful(c);
	drop_silenced(c, &usage);
	for (size_t i = 0; i < c->owner_count; i++)
		for (uint32_t j = 0; j < c->owners[i]->more->ignores.count; j++)
			report_idle(c, c->owners[i]->more->ignores.items[j], &usage);
	drop_silenced(c, &usage);
}
