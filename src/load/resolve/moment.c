/* SPDX-License-Identifier: MIT */
/* A deadline counts from a moment: the end of a stage or step, the start of the process, or an
 * event. People put words around the name that say which: «окончания этапа Смета». */
#include "load/resolve/resolver.h"

#include "model/fields.h"
#include "support/listed.h"

#include <string.h>

static const char *const ends[] = {"окончания ",         "завершения ",    "конца ",  "the end of ",
				   "the completion of ", "completion of ", "end of ", NULL};
static const char *const beginnings[] = {
    "начала ", "старта ", "the start of ", "the beginning of ", "start of ", "beginning of ", NULL};
static const char *const articles[] = {"the ", NULL};
static const char *const parts[] = {"этапа ", "шага ", "stage ", "step ", NULL};
static const char *const process[] = {"процесса", "process", NULL};

/* English has them behind the name, too: "the Offer stage". */
static const char *const tails[] = {" stage", " step", NULL};

static const char *const quotes[][2] = {{"«", "»"}, {"“", "”"}, {"\"", "\""}};

enum { NAMES = 3 };

/* A text read as a moment. */
struct moment {
	const char *names[NAMES]; /* how the thing may be called, the fullest first */
	bool begins;              /* its beginning is meant */
	bool of_part;             /* it is said to be a stage or step */
};

/* The text behind the words of a list that it begins with, or the text. */
static const char *
skip_any(struct resolver *r, const char *text, const char *const *words)
{
	return text + listed_begins(words, resolver_form(r, text, FOLD_CASE));
}

static const char *
without_quotes(struct resolver *r, const char *text)
{
	size_t length = strlen(text);
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
		size_t open = strlen(quotes[i][0]), close = strlen(quotes[i][1]);
		if (length > open + close && strncmp(text, quotes[i][0], open) == 0 &&
		    strcmp(text + length - close, quotes[i][1]) == 0)
			return arena_copy(&r->scratch, text + open, length - open - close);
	}
	return text;
}

static const char *
without_tail(struct resolver *r, const char *text)
{
	size_t length = strlen(text), tail = listed_ends(tails, text);
	return tail && tail < length ? arena_copy(&r->scratch, text, length - tail) : text;
}

static struct moment
read_moment(struct resolver *r, const char *text)
{
	const char *whole = resolver_form(r, text, FOLD_FORM), *end = skip_any(r, whole, ends),
		   *begin = skip_any(r, whole, beginnings),
		   *behind = skip_any(r, end != whole ? end : begin, articles),
		   *part = skip_any(r, behind, parts), *bare = without_tail(r, part);
	return (struct moment){
	    .names = {without_quotes(r, behind), without_quotes(r, part), without_quotes(r, bare)},
	    .begins = begin != whole,
	    .of_part = part != behind || bare != part};
}

static bool
is_process(struct resolver *r, const char *name)
{
	return listed_is(process, resolver_form(r, name, FOLD_CASE));
}

/* The thing that is called by one of the names. *name is that name, or the last of them when
 * nothing is found. */
static struct entity *
find_named(struct resolver *r, const struct entity *from, const struct moment *moment,
	   const char **name)
{
	struct entity *found = NULL;
	for (size_t i = 0; i < NAMES && !found; i++) {
		*name = moment->names[i];
		found = resolver_find_route(r, from, *name, false);
	}
	return found;
}

void
resolver_take_moment(struct resolver *r, const struct entity *from, struct ref *ref)
{
	const struct moment moment = read_moment(r, ref->raw);
	const char *name;
	struct entity *found = find_named(r, from, &moment, &name);
	struct ref named = {.raw = name, .pos = ref->pos};
	if (found == &r->several)
		resolver_report_ambiguous(r, from, KIND_ROUTE, &named);
	else if (found && moment.begins)
		diag2(r->diags, RULE_REF_BEGINNING, ref->pos, ref->raw, entity_name(found));
	else if (found)
		ref->to = found;
	else if (moment.begins && is_process(r, name))
		ref->to = r->model->document->process;
	else
		resolver_report_event(r, from, ref, name, moment.of_part);
}
