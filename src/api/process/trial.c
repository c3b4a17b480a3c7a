/* SPDX-License-Identifier: MIT */
#include "api/process/trial.h"

#include "api/process/findings.h"
#include "api/process/process.h"
#include "support/map.h"

#include <string.h>

struct presale *
trial_open(const struct presale *context, const struct overlays *overlays)
{
	struct presale *trial = memory_zeros(sizeof *trial);
	trial->options = context->options;
	for (size_t i = 0; i < overlays->count; i++)
		overlays_put(&trial->overlays, overlays->items[i].path,
			     buf_text(&overlays->items[i].text), overlays->items[i].text.length);
	return trial;
}

void
trial_load(struct presale *trial, const char *path)
{
	process_load(trial, path);
	if (context_process(trial))
		process_check(trial);
	findings_settle(trial);
}

void
trial_close(struct presale *trial)
{
	context_drop_process(trial);
	overlays_free(&trial->overlays);
	for (int gift = 0; gift < GIFT_COUNT; gift++)
		arena_free(&trial->gifts[gift]);
	buf_free(&trial->error);
	memory_free(trial);
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

/* How far what a trial finds can be compared with what was found before: a file of many mistakes
 * was read in part. */
struct read_part {
	uint32_t *ends; /* by file: the first line that was not read, 0: all were */
	uint32_t count; /* of files */
	bool cut;       /* one was read in part */
};

static uint32_t
count_lines(const struct presale *process, unsigned file)
{
	const struct source *source = &process->model->files[file];
	const char *at = source_text(source), *end = at + source_length(source);
	uint32_t lines = 0;
	while ((at = memchr(at, '\n', (size_t)(end - at)))) {
		lines++;
		at++;
	}
	return lines;
}

/* Fixes lie above what was not read, so that this has as many lines as before. */
static struct read_part
read_part_of(struct arena *arena, const struct presale *was, const struct presale *is)
{
	uint32_t count = was->model->file_count;
	struct read_part part = {.ends = arena_array(arena, count + 1, sizeof *part.ends),
				 .count = count};
	for (size_t i = 0; i < was->diags.count; i++) {
		struct pos stop = was->diags.items[i].pos;
		if (was->diags.items[i].rule != RULE_YAML_MANY)
			continue;
		part.cut = true;
		part.ends[stop.file] =
		    stop.line + count_lines(is, stop.file) - count_lines(was, stop.file);
	}
	return part;
}

/* Whether a finding of the trial can be compared: of a file that was read in part what YAML refuses
 * in that part, and nothing of what could not be judged then. */
static bool
is_comparable(const struct read_part *part, const struct diagnostic *d)
{
	if (!part->cut)
		return true;
	uint32_t end = d->pos.file < part->count ? part->ends[d->pos.file] : 1;
	return rule_matches(d->rule, "yaml/*") && (!end || d->pos.line < end);
}

/* True when each finding that a fix was taken for is gone. */
static bool
are_gone(const struct presale *before, const struct remedy *remedies, size_t count,
	 const struct presale *trial, const struct read_part *part)
{
	struct counts left = {0};
	const struct diagnostics *was = &before->diags, *is = &trial->diags;
	bool gone = true;
	for (size_t i = 0; i < was->count; i++)
		++*count_of(&left, &was->items[i]);
	for (size_t i = 0; i < count; i++)
		*count_of(&left, remedies[i].finding) -= remedies[i].taken;
	for (size_t i = 0; i < is->count; i++)
		*count_of(&left, &is->items[i]) -= is_comparable(part, &is->items[i]);
	for (size_t i = 0; i < count && gone; i++)
		gone = !remedies[i].taken || (intptr_t)*count_of(&left, remedies[i].finding) >= 0;
	counts_free(&left);
	return gone;
}

/* How often each rule has found something that no fix mends: an error, or what loading finds. What
 * else is found comes of what could be judged at all, and is no fault of the fix. */
static void
count_lasting(const struct diagnostics *diags, const struct read_part *part,
	      size_t counts[RULE_COUNT])
{
	memset(counts, 0, RULE_COUNT * sizeof *counts);
	for (size_t i = 0; i < diags->count; i++) {
		const struct diagnostic *d = &diags->items[i];
		bool counts_here = d->severity == SEVERITY_ERROR || rule_is_fixed(d->rule);
		counts[d->rule] += counts_here && !d->fix_count && is_comparable(part, d);
	}
}

/* True when nothing is found that was not, but for what the next round mends. */
static bool
brings_nothing(const struct presale *was, const struct presale *is, const struct read_part *part)
{
	static const struct read_part everywhere = {.cut = false};
	size_t before[RULE_COUNT], after[RULE_COUNT];
	count_lasting(&was->diags, &everywhere, before);
	count_lasting(&is->diags, part, after);
	for (int rule = 0; rule < RULE_COUNT; rule++)
		if (after[rule] > before[rule])
			return false;
	return true;
}

bool
trial_is_good(const struct presale *was, const struct remedy *remedies, size_t count,
	      const struct presale *trial)
{
	struct arena arena = {0};
	struct read_part part = read_part_of(&arena, was, trial);
	bool good =
	    brings_nothing(was, trial, &part) && are_gone(was, remedies, count, trial, &part);
	arena_free(&arena);
	return good;
}
