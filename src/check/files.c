/* SPDX-License-Identifier: MIT */
/* Rules on files that the process names: a material lies in its folder, is an ordinary file, and
 * not an empty one; a logo is a picture besides. */
#include "check/checker.h"
#include "check/near_file.h"
#include "files/path.h"
#include "model/fields.h"
#include "text/words/suggest.h"
#include "text/syntax/yaml_text.h"
#include "text/uri.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { SUGGESTED_FILES = 100 }; /* a search each: enough for a person */

/* The folder of the file that names a material: paths are relative to it. */
static const char *
folder_of(struct checker *c, const struct text *href)
{
	const char *file = c->model->files[href->pos.file].name, *slash = strrchr(file, '/');
	return !slash          ? "."
	       : slash == file ? "/"
			       : arena_copy(&c->arena, file, (size_t)(slash - file));
}

static const char *
full_path(struct checker *c, const struct text *href)
{
	const char *name = uri_path(&c->arena, href->s);
	return name[0] == '/' ? name : arena_printf(&c->arena, "%s/%s", folder_of(c, href), name);
}

static bool
lies_within(const char *path, const char *folder)
{
	char real[PATH_MAX], root[PATH_MAX];
	return realpath(path, real) && realpath(folder, root) && path_is_within(real, root);
}

/* Whether a path leads out of its folder, whatever exists there. */
static bool
climbs_out(const char *href)
{
	int depth = 0;
	for (const char *at = href; *at;) {
		size_t length = strcspn(at, "/");
		if (length == 2 && at[0] == '.' && at[1] == '.')
			depth--;
		else if (length && !(length == 1 && at[0] == '.'))
			depth++;
		if (depth < 0)
			return true;
		at += length + (at[length] == '/');
	}
	return href[0] == '/';
}

/* What is wrong with a file, or RULE_NONE. */
static enum rule
file_fault(struct checker *c, const char *path, const char *href)
{
	struct stat facts;
	const char *root = c->model->root && *c->model->root ? c->model->root : ".";
	if (stat(path, &facts) != 0)
		return climbs_out(href) && strcmp(root, ".") == 0 ? RULE_REF_OUTSIDE
								  : RULE_REF_NO_FILE;
	if (!lies_within(path, root))
		return RULE_REF_OUTSIDE;
	if (!S_ISREG(facts.st_mode))
		return RULE_REF_NOT_A_FILE;
	return facts.st_size == 0 ? RULE_REF_EMPTY_FILE : RULE_NONE;
}

/* A bare string that is no file was perhaps meant as the name of a known material. */
static const char *
near_material(const struct checker *c, const struct attachment *attachment)
{
	const struct list *known = &c->model->document->attachments;
	struct suggest suggest;
	suggest_open(&suggest, attachment->href.s);
	for (uint32_t i = 0; i < known->count; i++) {
		suggest_try(&suggest, known->items[i]->id);
		if (attachment_at(known, i)->title.s)
			suggest_try(&suggest, attachment_at(known, i)->title.s);
	}
	return suggest_close(&suggest);
}

/* What to write instead: only what lies in the folder is told. */
static const char *
near_meaning(struct checker *c, const struct attachment *attachment)
{
	const char *near = attachment->base.bare ? near_material(c, attachment) : NULL,
		   *folder = folder_of(c, &attachment->href);
	if (!near && lies_within(folder, *c->model->root ? c->model->root : "."))
		near = near_file(&c->diags->arena, folder, attachment->href.s);
	return near;
}

/* The rule that an address breaks, or RULE_NONE. An anchor leads to the document itself. */
static enum rule
address_fault(struct checker *c, const struct text *href)
{
	switch (uri_kind(href->s)) {
	case URI_LINK:
		return RULE_NONE;
	case URI_LOCAL:
		return RULE_REF_LOCAL;
	case URI_FOREIGN:
		return RULE_REF_NO_LINK;
	case URI_RELATIVE:
		break;
	}
	return href->s[0] == '#' ? RULE_NONE : file_fault(c, full_path(c, href), href->s);
}

/* The next of several files that a sign parts, *rest moving on; NULL at the end. */
static const char *
next_file(struct checker *c, const char **rest, const char *sign)
{
	const char *text = *rest, *end = text ? strstr(text, sign) : NULL;
	*rest = end ? end + strlen(sign) : NULL;
	return end ? arena_copy(&c->arena, text, (size_t)(end - text)) : text;
}

/* «бланк.docx; памятка.pdf», a list in brackets of what looks like files; NULL when some does not.
 */
static const char *
list_of_files(struct checker *c, const char *text, const char *sign)
{
	const char *list = "", *file, *rest = strstr(text, sign) ? text : NULL;
	while ((file = next_file(c, &rest, sign))) {
		if (!strpbrk(file, "./"))
			return NULL;
		list = arena_printf(&c->arena, "%s%s%s", list, *list ? ", " : "",
				    yaml_text(&c->arena, file));
	}
	return *list ? arena_printf(&c->arena, "[%s]", list) : NULL;
}

/* Several files in one text, and which of them are not there. */
static bool
report_several(struct checker *c, const struct attachment *attachment)
{
	static const char *const signs[] = {"; ", ", "};
	const struct entity *entity = &attachment->base;
	const struct text *href = &attachment->href;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const char *list = list_of_files(c, href->s, signs[i]), *file, *rest = href->s;
		if (!list)
			continue;
		report2(c, RULE_REF_SEVERAL, entity, href->pos, href->s,
			said_with(PHRASE_WRITE_LIST, list, &c->arena));
		while ((file = next_file(c, &rest, signs[i]))) {
			struct text one = {.s = file, .pos = href->pos};
			enum rule rule = address_fault(c, &one);
			if (rule)
				report2(c, rule, entity, href->pos, file,
					arena_copy(&c->arena, file, strcspn(file, ":")));
		}
		return true;
	}
	return false;
}

void
check_file(struct checker *c, const struct entity *entity)
{
	const struct attachment *attachment = attachment_of(entity);
	const struct text *href = &attachment->href;
	enum rule rule = href->s && *href->s ? address_fault(c, href) : RULE_NONE;
	if (!rule ||
	    (rule == RULE_REF_NO_FILE && attachment->base.bare && report_several(c, attachment)))
		return;
	bool is_there = rule == RULE_REF_EMPTY_FILE; /* what is there was meant */
	const char *near =
	    !is_there && c->missing_files++ < SUGGESTED_FILES ? near_meaning(c, attachment) : NULL;
	const char *scheme = arena_copy(&c->arena, href->s, strcspn(href->s, ":"));
	struct diagnostic *found = report2(c, rule, entity, href->pos, href->s, scheme);
	found->suggestion = near;
	bool named = rule == RULE_REF_NO_FILE && !near && attachment->base.bare;
	if (named && !strpbrk(href->s, "./#")) {
		struct arena *arena = &c->diags->arena;
		struct said cure =
		    said_with(PHRASE_NO_FILE_OF, yaml_text_quoted(arena, href->s), arena);
		diag_end_with(c->diags, found, &cure);
	}
}

/* What is wrong with the file of a logo. */
static enum rule
logo_file_fault(enum picture_fault fault)
{
	switch (fault) {
	case PICTURE_MISSING:
		return RULE_REF_NO_FILE;
	case PICTURE_OUTSIDE:
		return RULE_REF_OUTSIDE;
	case PICTURE_NO_FILE:
		return RULE_REF_NOT_A_FILE;
	case PICTURE_EMPTY:
		return RULE_REF_EMPTY_FILE;
	default:
		return RULE_REF_LOGO;
	}
}

static enum phrase
logo_words(enum picture_fault fault)
{
	static const enum phrase words[] = {
	    [PICTURE_OK] = PHRASE_LOGO_ADDRESS,      [PICTURE_DENIED] = PHRASE_FILE_DENIED,
	    [PICTURE_LARGE] = PHRASE_LOGO_LARGE,     [PICTURE_FOREIGN] = PHRASE_LOGO_FOREIGN,
	    [PICTURE_BROKEN] = PHRASE_LOGO_BROKEN,   [PICTURE_RUNS] = PHRASE_LOGO_RUNS,
	    [PICTURE_FETCHES] = PHRASE_LOGO_FETCHES,
	};
	return words[fault];
}

/* The picture was judged as it was read; an address was not followed. */
void
check_logo(struct checker *c, const struct entity *entity)
{
	const struct text *logo = &process_of(entity)->logo;
	enum picture_fault fault = c->model->logo.fault;
	if (!logo->s || !*logo->s || c->model->logo.bytes.length)
		return;
	enum rule rule = logo_file_fault(fault);
	const char *near = rule == RULE_REF_NO_FILE
			       ? near_file(&c->diags->arena, folder_of(c, logo), logo->s)
			       : NULL;
	if (rule == RULE_REF_LOGO)
		report2(c, rule, entity, logo->pos, logo->s, logo_words(fault));
	else
		report1(c, rule, entity, logo->pos, logo->s)->suggestion = near;
}
