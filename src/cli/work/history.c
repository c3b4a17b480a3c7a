/* SPDX-License-Identifier: MIT */
#include "cli/work/history.h"

#include "files/path.h"

#include <string.h>

/* The commits of the files, the latest first; with a wanted text, -SVERSION, those in which it came
 * or went, the oldest first. NULL-ended; NULL when git knows nothing of them. */
static const char **
commits_of(struct revision *revision, const struct history_search *search, const char *wanted)
{
	enum { HEAD = 6 };
	struct arena *arena = &revision->args->arena;
	const char *const head[HEAD] = {"--literal-pathspecs",
					"log",
					"--format=%h",
					wanted ? "--reverse" : "--no-color",
					wanted ? wanted : "--no-patch",
					"--"};
	size_t inputs, count = HEAD;
	const struct presale_input *input = presale_inputs(search->library, &inputs);
	const char **words = arena_array(arena, inputs + HEAD + 1, sizeof *words),
		   *top = path_real(arena, revision->top);
	const char *folder = path_real(arena, revision->folder);
	memcpy(words, head, sizeof head);
	for (size_t i = search->skip; i < inputs && top && folder; i++) {
		const char *real = path_real(arena, input[i].path);
		if (input[i].kind == PRESALE_INPUT_SOURCE && real && path_is_within(real, top))
			words[count++] = path_from(arena, folder, real);
	}
	return count > HEAD ? revision_ask(revision, words) : NULL;
}

/* The first commit in which the text came into the files, or NULL. */
static const char *
first_with(struct revision *revision, const struct history_search *search)
{
	const char *wanted = arena_printf(&revision->args->arena, "-S%s", search->text);
	const char **commits = commits_of(revision, search, wanted);
	return commits ? *commits : NULL;
}

static bool
suits(struct revision *revision, const struct history_search *search, const char *commit)
{
	return revision_take(revision, commit) == TAKEN_OK && search->judge(revision, search->data);
}

const char *
history_find(struct revision *revision, const struct history_search *search)
{
	const char *first = search->text ? first_with(revision, search) : NULL;
	const char **commits = search->text && !first ? NULL : commits_of(revision, search, NULL);
	size_t count = 0;
	while (commits && commits[count] &&
	       (!first || !count || strcmp(commits[count - 1], first) != 0))
		count++;
	for (size_t i = 0; i < count && i < HISTORY_MOST; i++) {
		const char *commit = commits[search->oldest ? count - 1 - i : i];
		if (suits(revision, search, commit))
			return commit;
	}
	return NULL;
}
