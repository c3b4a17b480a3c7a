/* SPDX-License-Identifier: MIT */
/* The fixes of findings are tried together, on texts in memory. What they bring may be no finding
 * that was not there, unless that has a fix of its own, for the next round. Where it is more, they
 * are tried by halves, so that the good ones stay. */
#include "api/process/fix.h"

#include "api/process/trial.h"
#include "edit/patch.h"
#include "files/path.h"

#include <string.h>

/* A file of many mistakes is read up to some of them at a time, which is a round. */
enum { ROUNDS = 64, TRIES = 200 };

/* A round: the process as it is, and what may be mended in it. */
struct fix_round {
	const struct presale *context; /* whose options hold */
	const char *const *paths;      /* of the files that may change; NULL: all */
	size_t path_count;
	struct presale *now;
	struct remedy *remedies;
	size_t count;
	size_t *tries; /* that are left, of all rounds */
};

static const char *
path_of(const struct source *source)
{
	return source->is_input ? "-" : source->name;
}

/* A file with the fixes that are taken; false when none is in it. */
static bool
apply(const struct fix_round *round, unsigned file, struct buf *out)
{
	const struct source *source = &round->now->model->files[file];
	struct patch patch = {0};
	for (size_t i = 0; i < round->count; i++) {
		const struct diagnostic *d = round->remedies[i].finding;
		for (uint32_t k = 0; k < d->fix_count && round->remedies[i].taken; k++)
			if (d->pos.file == file)
				patch_put(
				    &patch,
				    (struct span){d->fix[k].at, d->fix[k].at + d->fix[k].gone},
				    d->fix[k].text, 0);
	}
	bool any = patch.count;
	if (any) {
		buf_add(out, buf_text(&source->bytes), source->text_start);
		patch_apply(&patch, source_text(source), source_length(source), out);
	}
	patch_free(&patch);
	return any;
}

/* The process with the fixes that are taken. */
static struct presale *
try(const struct fix_round *round)
{
	struct presale *trial = trial_open(round->context, &round->now->overlays);
	for (uint32_t i = 0; i < round->now->model->file_count; i++) {
		struct buf text = {0};
		if (apply(round, i, &text))
			overlays_put(&trial->overlays, path_of(&round->now->model->files[i]),
				     buf_text(&text), text.length);
		buf_free(&text);
	}
	trial_load(trial, round->now->path);
	return trial;
}

/* Takes of some fixes those that are good, together with what is taken already. Depth is that of
 * halving. */
static void
take(struct fix_round *round, size_t from, size_t to)
{
	if (from >= to || !*round->tries)
		return;
	--*round->tries;
	for (size_t i = from; i < to; i++)
		round->remedies[i].taken = true;
	struct presale *trial = try(round);
	bool good = trial_is_good(round->now, round->remedies, round->count, trial);
	trial_close(trial);
	if (good)
		return;
	for (size_t i = from; i < to; i++)
		round->remedies[i].taken = false;
	size_t middle = from + (to - from) / 2;
	if (to - from > 1) {
		take(round, from, middle);
		take(round, middle, to);
	}
}

static bool
is_named(const struct source *source, const char *path)
{
	return source->is_input ? strcmp(path, path_of(source)) == 0
				: path_same_file(path, source->name);
}

static bool
is_asked(const struct fix_round *round, const struct source *source)
{
	size_t i = 0;
	while (round->paths && i < round->path_count && !is_named(source, round->paths[i]))
		i++;
	return !round->paths || i < round->path_count;
}

/* Of a file in UTF-16 other bytes are kept than it has. */
static bool
may_change(const struct fix_round *round, unsigned file)
{
	const struct source *source = &round->now->model->files[file];
	return !source->is_wide && is_asked(round, source);
}

/* Those that have a fix. */
static void
gather(struct fix_round *round, struct arena *arena)
{
	const struct diagnostics *diags = &round->now->diags;
	round->remedies = arena_array(arena, diags->count + 1, sizeof *round->remedies);
	for (size_t i = 0; i < diags->count; i++)
		if (diags->items[i].fix_count && may_change(round, diags->items[i].pos.file))
			round->remedies[round->count++].finding = &diags->items[i];
}

/* The process after a round; NULL when the round mended nothing. */
static struct presale *
play(struct fix_round *round)
{
	struct arena arena = {0};
	bool any = false;
	round->count = 0;
	gather(round, &arena);
	take(round, 0, round->count);
	for (size_t i = 0; i < round->count; i++)
		any = any || round->remedies[i].taken;
	struct presale *next = any ? try(round) : NULL;
	arena_free(&arena);
	return next;
}

/* True when a file has something to mend and stays, since its bytes are others than it is kept as.
 */
static bool
is_left(const struct fix_round *round, const char *path)
{
	const struct presale *now = round->now;
	for (size_t i = 0; i < now->diags.count; i++) {
		const struct diagnostic *d = &now->diags.items[i];
		const struct source *source = &now->model->files[d->pos.file];
		if (d->fix_count && source->is_wide && strcmp(path_of(source), path) == 0)
			return is_asked(round, source);
	}
	return false;
}

/* The files whose texts are others now, and those that stay though they should be. */
static const struct presale_fixed *
files_of(struct presale *context, const struct fix_round *round, size_t *count)
{
	struct arena *arena = context_gift(context, GIFT_FIXED);
	const struct model *was = context->model;
	struct presale_fixed *files = arena_array(arena, was->file_count + 1u, sizeof *files);
	for (uint32_t i = 0; i < was->file_count; i++) {
		const char *path = path_of(&was->files[i]);
		const struct buf *text = overlays_find(&round->now->overlays, path),
				 *old = &was->files[i].bytes;
		bool same = !text || (text->length == old->length &&
				      memcmp(buf_text(text), buf_text(old), old->length) == 0);
		struct presale_fixed *file = &files[*count];
		if (same && !was->files[i].is_input && !is_left(round, path))
			continue;
		file->path = arena_string(arena, path);
		++*count;
		if (was->files[i].is_wide && !was->files[i].is_input)
			continue;
		file->bytes = arena_copy(arena, buf_text(text), text->length);
		file->length = text->length;
		file->was = buf_text(old);
		file->was_length = old->length;
	}
	return *count ? files : NULL;
}

/* True when a text is kept only as far as it could be read. */
static bool
is_cut(const struct diagnostics *diags)
{
	size_t i = 0;
	while (i < diags->count && diags->items[i].rule != RULE_YAML_ENCODING)
		i++;
	return i < diags->count;
}

enum presale_status
fix_process(struct presale *context, const char *const *paths, size_t path_count,
	    const struct presale_fixed **files, size_t *count)
{
	if (!context->model || context->unreadable)
		return context_fail_process(context);
	const struct source *root = &context->model->files[0];
	if (root->is_input && is_cut(&context->diags))
		return PRESALE_CLEAN;
	size_t tries = TRIES;
	struct fix_round round = {.context = context,
				  .paths = paths,
				  .path_count = path_count,
				  .now = trial_open(context, &context->overlays),
				  .tries = &tries};
	if (root->is_input) /* it cannot be read again */
		overlays_put(&round.now->overlays, "-", buf_text(&root->bytes), root->bytes.length);
	trial_load(round.now, context->path);
	struct presale *next;
	for (int i = 0; i < ROUNDS && (next = play(&round)); i++) {
		trial_close(round.now);
		round.now = next;
	}
	*files = files_of(context, &round, count);
	trial_close(round.now);
	return PRESALE_CLEAN;
}
