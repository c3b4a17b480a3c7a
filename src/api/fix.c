/* SPDX-License-Identifier: MIT */
/* The fixes of findings are tried together, on texts in memory. What they bring may be no finding
 * that was not there, unless that has a fix of its own, for the next round. Where it is more, they
 * are tried by halves, so that the good ones stay. */
#include "api/fix.h"

#include "api/findings.h"
#include "api/process.h"
#include "edit/patch.h"
#include "files/path.h"
#include "support/map.h"

#include <string.h>

enum { ROUNDS = 8, TRIES = 200 };

/* A finding that has a fix, and whether that is carried out. */
struct remedy {
	const struct diagnostic *finding;
	bool taken;
};

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

/* A context beside another, with its options and texts, that loads and judges the same process. */
static struct presale *
open_trial(const struct presale *context, const struct overlays *overlays)
{
	struct presale *trial = memory_zeros(sizeof *trial);
	trial->options = context->options;
	for (size_t i = 0; i < overlays->count; i++)
		overlays_put(&trial->overlays, overlays->items[i].path,
			     buf_text(&overlays->items[i].text), overlays->items[i].text.length);
	return trial;
}

static void
load_trial(struct presale *trial, const char *path)
{
	process_load(trial, path);
	if (context_process(trial))
		process_check(trial);
	findings_settle(trial);
}

static void
close_trial(struct presale *trial)
{
	context_drop_process(trial);
	overlays_free(&trial->overlays);
	for (int gift = 0; gift < GIFT_COUNT; gift++)
		arena_free(&trial->gifts[gift]);
	buf_free(&trial->error);
	memory_free(trial);
}

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
	struct presale *trial = open_trial(round->context, &round->now->overlays);
	for (uint32_t i = 0; i < round->now->model->file_count; i++) {
		struct buf text = {0};
		if (apply(round, i, &text))
			overlays_put(&trial->overlays, path_of(&round->now->model->files[i]),
				     buf_text(&text), text.length);
		buf_free(&text);
	}
	load_trial(trial, round->now->path);
	return trial;
}

/* How often each finding is there: by its rule and what it says first. */
struct counts {
	struct map map;
	struct arena arena;
};

static uintptr_t *
count_of(struct counts *counts, const struct diagnostic *d)
{
	const char *text = d->args[0].texts[0];
	return (uintptr_t *)map_at(
	    &counts->map, arena_printf(&counts->arena, "%d %s", (int)d->rule, text ? text : ""));
}

static void
counts_free(struct counts *counts)
{
	map_free(&counts->map);
	arena_free(&counts->arena);
}

/* True when each finding that a fix was taken for is gone. */
static bool
are_gone(const struct fix_round *round, const struct presale *trial)
{
	struct counts left = {0};
	const struct diagnostics *was = &round->now->diags, *is = &trial->diags;
	bool gone = true;
	for (size_t i = 0; i < was->count; i++)
		++*count_of(&left, &was->items[i]);
	for (size_t i = 0; i < round->count; i++)
		*count_of(&left, round->remedies[i].finding) -= round->remedies[i].taken;
	for (size_t i = 0; i < is->count; i++)
		--*count_of(&left, &is->items[i]);
	for (size_t i = 0; i < round->count && gone; i++)
		gone = !round->remedies[i].taken ||
		       (intptr_t)*count_of(&left, round->remedies[i].finding) >= 0;
	counts_free(&left);
	return gone;
}

/* How often each rule has found something that no fix mends: an error, or what loading finds. What
 * else is found comes of what could be judged at all, and is no fault of the fix. */
static void
count_lasting(const struct diagnostics *diags, size_t counts[RULE_COUNT])
{
	memset(counts, 0, RULE_COUNT * sizeof *counts);
	for (size_t i = 0; i < diags->count; i++) {
		const struct diagnostic *d = &diags->items[i];
		bool counts_here = d->severity == SEVERITY_ERROR || rule_is_fixed(d->rule);
		counts[d->rule] += counts_here && !d->fix_count;
	}
}

/* True when nothing is found that was not, but for what the next round mends. */
static bool
brings_nothing(const struct presale *was, const struct presale *is)
{
	size_t before[RULE_COUNT], after[RULE_COUNT];
	count_lasting(&was->diags, before);
	count_lasting(&is->diags, after);
	for (int rule = 0; rule < RULE_COUNT; rule++)
		if (after[rule] > before[rule])
			return false;
	return true;
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
	bool good = brings_nothing(round->now, trial) && are_gone(round, trial);
	close_trial(trial);
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
may_change(const struct fix_round *round, unsigned file)
{
	const struct source *source = &round->now->model->files[file];
	size_t i = 0;
	if (source->is_wide)
		return false;
	while (round->paths && i < round->path_count && !is_named(source, round->paths[i]))
		i++;
	return !round->paths || i < round->path_count;
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

/* The files whose texts are others now. */
static const struct presale_fixed *
files_of(struct presale *context, const struct presale *now, size_t *count)
{
	struct arena *arena = context_gift(context, GIFT_FIXED);
	const struct model *was = context->model;
	struct presale_fixed *files = arena_array(arena, was->file_count + 1u, sizeof *files);
	for (uint32_t i = 0; i < was->file_count; i++) {
		const char *path = path_of(&was->files[i]);
		const struct buf *text = overlays_find(&now->overlays, path),
				 *old = &was->files[i].bytes;
		bool same = !text || (text->length == old->length &&
				      memcmp(buf_text(text), buf_text(old), old->length) == 0);
		if (same && !was->files[i].is_input)
			continue;
		files[(*count)++] =
		    (struct presale_fixed){.path = arena_string(arena, path),
					   .bytes = arena_copy(arena, buf_text(text), text->length),
					   .length = text->length,
					   .was = buf_text(old),
					   .was_length = old->length};
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
				  .now = open_trial(context, &context->overlays),
				  .tries = &tries};
	if (root->is_input) /* it cannot be read again */
		overlays_put(&round.now->overlays, "-", buf_text(&root->bytes), root->bytes.length);
	load_trial(round.now, context->path);
	struct presale *next;
	for (int i = 0; i < ROUNDS && (next = play(&round)); i++) {
		close_trial(round.now);
		round.now = next;
	}
	*files = files_of(context, round.now, count);
	close_trial(round.now);
	return PRESALE_CLEAN;
}
