/* SPDX-License-Identifier: MIT */
/* A deadline counts from a moment: the end of a stage or step, the start of the process, or an
 * event. People put words around the name that say which: «окончания этапа Смета». */
#include "load/resolve/resolver.h"

#include "model/fields.h"

#include <string.h>

static const char *const ends[] = {
    "окончания ",         "завершения ",    "конца ",  "the end of ",
    "the completion of ", "completion of ", "end of ",
};
static const char *const beginnings[] = {
    "начала ", "старта ", "the start of ", "the beginning of ", "start of ", "beginning of ",
};
static const char *const articles[] = {"the "};
static const char *const parts[] = {"этапа ", "шага ", "stage ", "step "};
static const char *const process[] = {"процесса", "process"};

/* English has them behind the name, too: "the Offer stage". */
static const char *const tails[] = {" stage", " step"};

static const char *const quotes[][2] = {{"«", "»"}, {"“", "”"}, {"\"", "\""}};

#define COUNT(words) (sizeof(words) / sizeof *(words))

/* A text read as a moment. */
struct moment {
	const char *names[3]; /* how the thing may be called, the fullest first */
	bool begins;          /* its beginning is meant */
	bool of_part;         /* it is said to be a stage or step */
};

/* The text behind the words of a list that it begins with, or the text. */
static const char *
skip_any(struct resolver *r, const char *text, const char *const *words, size_t count)
{
	const char *folded = resolver_form(r, text, FOLD_CASE);
	for (size_t i = 0; i < count; i++)
		if (strncmp(folded, words[i], strlen(words[i])) == 0)
			return text + strlen(words[i]);
	return text;
}

static const char *
without_quotes(struct resolver *r, const char *text)
{
	size_t length = strlen(text);
	for (size_t i = 0; i < COUNT(quotes); i++) {
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
	size_t length = strlen(text);
	for (size_t i = 0; i < COUNT(tails); i++) {
		size_t tail = strlen(tails[i]);
		if (length > tail && strcmp(text + length - tail, tails[i]) == 0)
			return arena_copy(&r->scratch, text, length - tail);
	}
	return text;
}

static struct moment
read_moment(struct resolver *r, const char *text)
{
	const char *whole = resolver_form(r, text, FOLD_FORM),
		   *end = skip_any(r, whole, ends, COUNT(ends)),
		   *begin = skip_any(r, whole, beginnings, COUNT(beginnings)),
		   *behind = skip_any(r, end != whole ? end : begin, articles, COUNT(articles)),
		   *part = skip_any(r, behind, parts, COUNT(parts)), *bare = without_tail(r, part);
	return (struct moment){
	    .names = {without_quotes(r, behind), without_quotes(r, part), without_quotes(r, bare)},
	    .begins = begin != whole,
	    .of_part = part != behind || bare != part};
}

static bool
is_process(struct resolver *r, const char *name)
{
	const char *folded = resolver_form(r, name, FOLD_CASE);
	return strcmp(folded, process[0]) == 0 || strcmp(folded, process[1]) == 0;
}

/* What is called by one of the names, which is left in *name; the last of them when nothing is. */
static struct entity *
find_named(struct resolver *r, const struct entity *from, const struct moment *moment,
	   const char **name)
{
	struct entity *found = NULL;
	for (size_t i = 0; i < COUNT(moment->names) && !found; i++) {
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
