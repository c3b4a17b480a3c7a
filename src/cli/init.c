/* SPDX-License-Identifier: MIT */
/* presale init: a first process to start from. */
#include "cli/call/library.h"
#include "cli/call/rows.h"
#include "cli/call/values.h"
#include "cli/first.h"
#include "cli/call/run.h"

#include "templates.h"

#include <string.h>

static const struct template
{
	const char *name, *texts[2], *about[2]; /* English, Russian; no texts: a workbook */
}
templates[] = {
#define TEMPLATE(name, en, ru) {#name, {name##_en_yaml, name##_ru_yaml}, {en, ru}},
#define TEMPLATE_BOOK(name, en, ru) {#name, {NULL, NULL}, {en, ru}},
#include "cli/call/templates.def"
#undef TEMPLATE_BOOK
#undef TEMPLATE
};

enum { COUNT = sizeof templates / sizeof *templates };

/* The template that is asked for, else the first; NULL, with a complaint, when there is none. */
static const struct template *
find_template(struct arguments *args)
{
	const char *wanted = args_value(args, OPTION_TEMPLATE);
	for (size_t i = 0; i < COUNT; i++)
		if (!wanted || strcmp(templates[i].name, wanted) == 0)
			return &templates[i];
	call_complain_unknown(args, call_say(args, SAY_WRONG_VALUE, "--template", wanted), wanted,
			      values_known(args, VALUE_TEMPLATE, NULL));
	return NULL;
}

static enum presale_status
list_templates(struct arguments *args)
{
	struct buf out = {0};
	for (size_t i = 0; i < COUNT; i++)
		rows_put(&out, templates[i].name, templates[i].about[args_lang(args)]);
	call_put(true, &out);
	buf_free(&out);
	return PRESALE_CLEAN;
}

static void
complain(struct arguments *args, const char *path, const struct presale_fault *fault)
{
	const char *why = fault->library ? call_say(args, SAY_NO_LIBRARY, fault->library, NULL)
					 : call_say_error(args, fault->error);
	call_complain(call_say(args, SAY_CANNOT_WRITE, path, why));
}

/* The empty workbook. */
static enum presale_status
init_book(struct arguments *args, const char *path, int lang)
{
	const char *bytes;
	size_t length;
	struct presale *library = library_open(lang);
	enum presale_status status = library_fared(library, presale_form(library, &bytes, &length));
	if (status == PRESALE_CLEAN)
		status = first_write_book(args, path, bytes, length);
	else
		complain(args, path, presale_fault(library));
	presale_close(library);
	return status;
}

enum presale_status
run_init(struct arguments *args)
{
	if (args_have(args, OPTION_LIST))
		return list_templates(args);
	int lang = args_lang_of(args, 1);
	const struct template *template = find_template(args);
	if (!template)
		return PRESALE_USAGE;
	const char *path = template->texts[lang] ? "process.yaml" : "process.xlsx";
	if (args->file_count)
		path = arena_printf(&args->arena, "%s/%s", args->files[0], path);
	if (!first_is_free(args, path))
		return PRESALE_USAGE;
	if (!template->texts[lang])
		return init_book(args, path, lang);
	struct buf text = {0};
	buf_puts(&text, template->texts[lang]);
	enum presale_status status = first_write(args, path, lang, &text);
	buf_free(&text);
	return status;
}
