/* SPDX-License-Identifier: MIT */
#include "load/logo.h"

#include "model/fields.h"
#include "text/uri.h"

#include <string.h>

/* A path is relative to the file that names it. */
static const char *
path_of(struct model *model, const struct text *logo)
{
	const char *file = model->files[logo->pos.file].name, *slash = strrchr(file, '/'),
		   *path = uri_path(&model->arena, logo->s);
	return path[0] == '/' || !slash
		   ? path
		   : arena_printf(&model->arena, "%.*s%s", (int)(slash - file) + 1, file, path);
}

/* Whoever watches the files of the process waits for this one, too, be it there or not. */
static void
seek(struct model *model, const char *path)
{
	model->sought =
	    arena_grow(&model->arena, model->sought, model->sought_count, 1, sizeof *model->sought);
	model->sought[model->sought_count++] =
	    (struct pattern){.text = pattern_from_path(&model->arena, path)};
}

void
logo_load(struct model *model, const char *root, const struct overlays *overlays)
{
	const struct entity *process = model->document->process;
	const struct text *logo = process ? &process_of(process)->logo : NULL;
	if (!logo || !logo->s || !*logo->s || uri_kind(logo->s) != URI_RELATIVE)
		return;
	const char *path = path_of(model, logo);
	seek(model, path);
	model->logo = picture_read(path, root, overlays);
}
