/* SPDX-License-Identifier: MIT */
#include "api/process/runs.h"

#include "api/context/lists.h"
#include "files/path.h"
#include "load/scalar/date_words.h"
#include "model/fields.h"
#include "plan/fingerprint.h"
#include "plan/plan.h"
#include "run/forms.h"
#include "support/utf8.h"
#include "text/syntax/yaml_put.h"

#include <errno.h>
#include <string.h>

/* ---- a run that begins */

struct beginning {
	struct presale *context;
	const struct presale_run *run;
	struct arena *arena;
	struct said *refusal;
};

static bool
refuse(struct beginning *b, enum phrase phrase, const char *one, const char *two)
{
	for (int lang = 0; lang < 2; lang++) {
		struct buf out = {0};
		said_add(&out, lang, phrase, one, two);
		b->refusal->texts[lang] = arena_copy(b->arena, buf_text(&out), out.length);
		buf_free(&out);
	}
	return false;
}

static bool
is_date(struct beginning *b, const char *text)
{
	int32_t day, minute;
	return !text || date_words_parse_clock(text, &day, &minute) == DATE_OK ||
	       refuse(b, PHRASE_RUN_NO_DATE, text, NULL);
}

/* Whether what is done, or when, depends on the variant. */
static bool
depends_on_variant(const struct model *model)
{
	struct plan *plan = plan_new(model, NULL);
	bool depends = plan->variant_count > 0;
	plan_free(plan);
	return depends;
}

static bool
is_variant(struct beginning *b)
{
	const struct list *variants = &b->context->model->document->variants;
	const char *names = "", *wanted = b->run->variant ? b->run->variant : "";
	bool found = !*wanted && !depends_on_variant(b->context->model);
	for (uint32_t i = 0; i < variants->count && !found; i++) {
		const char *name = entity_name(variants->items[i]);
		names = *names ? arena_printf(b->arena, "%s, %s", names, name) : name;
		found = strcmp(utf8_fold(b->arena, name, FOLD_CASE),
			       utf8_fold(b->arena, wanted, FOLD_CASE)) == 0 ||
			strcmp(variants->items[i]->id, wanted) == 0;
	}
	if (found)
		return true;
	return *wanted ? refuse(b, PHRASE_RUN_NO_VARIANT, wanted, *names ? names : "–")
		       : refuse(b, PHRASE_RUN_WHICH_VARIANT, names, NULL);
}

/* The process as the file of the run sees it. */
static const char *
process_path(struct beginning *b)
{
	const char *slash = strrchr(b->run->path, '/');
	const char *folder = path_real(
	    b->arena,
	    slash ? arena_copy(b->arena, b->run->path, (size_t)(slash - b->run->path) + 1) : "");
	const char *process = path_real(b->arena, b->context->path);
	return folder && process ? path_from(b->arena, folder, process) : b->context->path;
}

static void
put(struct beginning *b, struct buf *out, enum field_id id, const char *value)
{
	int lang = choice_language(b->context->model->lang);
	if (value && *value)
		yaml_put(out, "", field_key(field_row(id), lang, b->arena), value, NULL);
}

bool
runs_begin(struct presale *context, const struct presale_run *run, struct buf *out,
	   struct said *refusal, struct arena *scratch)
{
	struct beginning b = {context, run, scratch, refusal};
	const struct fingerprint *now = fingerprint_of(context->model, scratch);
	if (!run->start && !run->finish)
		return refuse(&b, PHRASE_RUN_WHEN, NULL, NULL);
	if (!is_date(&b, run->start) || !is_date(&b, run->finish) || !is_variant(&b))
		return false;
	put(&b, out, FIELD_DOCUMENT_run, run->name);
	put(&b, out, FIELD_RUN_process, process_path(&b));
	put(&b, out, FIELD_RUN_version, model_process(context->model)->version.s);
	put(&b, out, FIELD_RUN_fingerprint, fingerprint_text(now, scratch));
	put(&b, out, FIELD_RUN_parts, fingerprint_parts(now, NULL, scratch));
	put(&b, out, FIELD_RUN_variant, run->variant);
	put(&b, out, FIELD_RUN_start, run->start);
	put(&b, out, FIELD_RUN_finish, run->finish);
	return true;
}

/* ---- runs as they are shown */

static const struct run_form *
find_form(const char *name)
{
	const struct run_form *form = run_forms;
	while (form->name && strcmp(form->name, name) != 0)
		form++;
	return form->name ? form : NULL;
}

/* What can be shown of a context; false when it is nothing. */
static bool
take_run(const struct presale *context, int32_t today, int lang, struct run_sight *run,
	 struct arena *arena)
{
	const struct model *model = context_process(context);
	const struct progress *progress = model && model->document->run && !context->broken
					      ? progress_of(model, today, arena)
					      : NULL;
	*run = (struct run_sight){.file = context->path, .progress = progress};
	if (progress) {
		run->voice = voice_of(model);
		run->voice.lang = lang;
	}
	return progress;
}

/* Whether anybody in the runs is called like the person whose steps are wanted; else a fault names
 * those there are. */
static bool
is_somebody(struct presale *context, const struct run_sights *sights)
{
	const struct model **models = arena_array(sights->arena, sights->count + 1, sizeof *models);
	bool found = !sights->person;
	for (uint32_t i = 0; i < sights->count && !found; i++) {
		models[i] = sights->runs[i].voice.model;
		for (const char **one = run_everybody(models[i], sights->arena); *one; one++)
			found = found || run_same_person(*one, sights->person, sights->arena);
	}
	if (!found)
		lists_fail_all(context, models, sights->count, PRESALE_LIST_PEOPLE, sights->person);
	return found;
}

enum presale_status
runs_show(struct presale *const *contexts, size_t count, const char *form_name, struct buf *out)
{
	struct presale *first = contexts[0];
	const struct run_form *form = find_form(form_name);
	if (!form)
		return lists_fail(first, NULL, PRESALE_LIST_RUNS, form_name);
	if (!first->options.has_today)
		return context_fail(first, PRESALE_REASON_MISUSE, "the option today is not set");
	struct arena arena = {0};
	struct run_sight *runs = arena_array(&arena, count, sizeof *runs);
	enum presale_status status = PRESALE_CLEAN;
	for (size_t i = 0; i < count; i++)
		if (!take_run(contexts[i], first->options.today, context_lang(first), &runs[i],
			      &arena))
			status = PRESALE_CONTENT;
	const struct run_sights sights = {.runs = runs,
					  .count = (uint32_t)count,
					  .lang = context_lang(first),
					  .today = first->options.today,
					  .person = first->options.words[KEPT_PERSON],
					  .workplace = first->options.workplace,
					  .arena = &arena};
	if (status == PRESALE_CLEAN && !is_somebody(first, &sights))
		status = PRESALE_USAGE;
	int error = status == PRESALE_CLEAN ? form->write(&sights, out) : 0;
	arena_free(&arena);
	if (error == ENOMEM)
		memory_exhausted();
	return error ? context_fail_file(first, PRESALE_REASON_UNMADE, form_name, error) : status;
}
