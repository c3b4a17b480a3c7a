/* SPDX-License-Identifier: MIT */
/* everything PROCESS FOLDER: every function of the library, on an example; writes what it builds
 * into the folder. Prints a line for each thing that is not as it should be. */
#include <presale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 4096 };

static void
must(int fine, const char *what)
{
	if (!fine)
		printf("not so: %s\n", what);
}

static struct presale *
opened(void)
{
	struct presale *context = presale_open();
	if (!context)
		exit(3);
	must(presale_set(context, "today", "2026-11-25") == PRESALE_CLEAN, "a day is taken");
	return context;
}

static int
has_rule(struct presale *context, const char *rule)
{
	size_t count;
	const struct presale_finding *findings = presale_findings(context, &count);
	for (size_t i = 0; i < count; i++)
		if (strcmp(findings[i].rule, rule) == 0)
			return 1;
	return 0;
}

/* The contents of a file; the caller frees them. */
static char *
read_file(const char *path, size_t *length)
{
	FILE *file = fopen(path, "rb");
	char *bytes = malloc((size_t)1 << 26);
	*length = file && bytes ? fread(bytes, 1, (size_t)1 << 26, file) : 0;
	if (file)
		fclose(file);
	return bytes;
}

static void
test_memory(const char *folder)
{
	static const char root[] = "process: {name: Offer}\ninclude: parts/stages.yaml\n";
	static const char stages[] = "roles:\n  - {name: Manager}\nstages:\n"
				     "  - {name: Draft, responsible: Menager}\n";
	char path[LONGEST], part[LONGEST];
	size_t count;
	struct presale *context = opened();
	presale_set(context, "lang", "en");
	snprintf(path, sizeof path, "%s/nowhere.yaml", folder);
	snprintf(part, sizeof part, "%s/parts/stages.yaml", folder);
	must(presale_load(context, path) == PRESALE_USAGE, "a missing file cannot be loaded");
	must(*presale_error(context) != 0, "an error has words");
	must(!presale_findings(context, &count) && count == 0,
	     "without a process nothing is found");
	presale_put(context, path, root, sizeof root - 1);
	must(presale_load(context, path) == PRESALE_CONTENT, "an include is missing");
	presale_put(context, part, stages, sizeof stages - 1);
	must(presale_load(context, path) == PRESALE_CONTENT, "a reference is wrong");
	const struct presale_finding *one = presale_findings(context, &count);
	must(count && strcmp(one->file, part) == 0 && one->line == 4 && one->column == 32 &&
		 one->end_column == 39 && one->severity == PRESALE_ERROR &&
		 strstr(one->message, "Menager") && strstr(one->help, "Manager") && *one->path &&
		 *one->nature,
	     "it is found in the text that stands for a file");
	presale_put(context, part, NULL, 0);
	must(presale_load(context, path) == PRESALE_CONTENT && has_rule(context, "ref/file"),
	     "a text is taken away");
	presale_close(context);
}

static void
test_overlay(const char *process)
{
	char part[LONGEST];
	size_t count, before;
	struct presale *context = opened();
	snprintf(part, sizeof part, "%.*s/roles.yaml", (int)(strrchr(process, '/') - process),
		 process);
	must(presale_load(context, process) == PRESALE_CLEAN, "the example loads");
	must(presale_check(context) == PRESALE_CLEAN, "the example is sound");
	presale_findings(context, &before);
	must(presale_put(context, part, "roles: [", 8) == PRESALE_CLEAN, "a text is taken");
	presale_findings(context, &count);
	must(count == before, "a loaded process stays");
	must(presale_load(context, process) == PRESALE_CONTENT && has_rule(context, "yaml/syntax"),
	     "the text counts, not the file");
	const struct presale_file *files = NULL;
	must(presale_build(context, NULL, &files, &count) == PRESALE_CONTENT && !files && !count,
	     "what cannot be understood is not built");
	presale_put(context, part, NULL, 0);
	must(presale_load(context, process) == PRESALE_CLEAN, "the file counts again");
	presale_close(context);
}

/* What is found, as JSON; the caller frees it. */
static char *
judged(struct presale *context)
{
	const char *text = NULL;
	size_t length = 0;
	presale_check(context);
	presale_report(context, "json", &text, &length);
	char *copy = calloc(1, length + 1);
	if (!copy)
		exit(3);
	memcpy(copy, text, length);
	return copy;
}

/* Addresses lead from another folder in what is built: rules must not see that. */
static void
test_judging(const char *process)
{
	struct presale *context = opened();
	const struct presale_file *files;
	size_t count;
	presale_set(context, "out", "nowhere/at/all");
	presale_load(context, process);
	char *before = judged(context);
	must(presale_build(context, "md", &files, &count) == PRESALE_CLEAN && count == 1 &&
		 strstr(files->bytes, "](../../../"),
	     "addresses lead from the folder of outputs");
	char *after = judged(context);
	must(strcmp(before, after) == 0, "judging after building is the same");
	free(before);
	free(after);
	presale_close(context);
}

static void
test_outputs(const char *process, const char *folder)
{
	struct presale *context = opened();
	const struct presale_file *files, *written;
	size_t count, written_count, length;
	struct presale *other = opened();
	presale_set(context, "out", folder);
	presale_set(other, "out", folder);
	must(presale_load(context, process) == PRESALE_CLEAN, "the example loads");
	must(presale_load(other, process) == PRESALE_CLEAN, "the example loads twice");
	must(presale_build(context, "all", &files, &count) == PRESALE_CLEAN,
	     presale_error(context));
	must(presale_write(other, "all", folder, &written, &written_count) == PRESALE_CLEAN,
	     presale_error(other));
	must(count > 30 && count == written_count, "as many files in memory as in the folder");
	for (size_t i = 0; i < count && i < written_count; i++) {
		char path[LONGEST];
		snprintf(path, sizeof path, "%s/%s", folder, files[i].name);
		char *bytes = read_file(path, &length);
		must(strcmp(files[i].name, written[i].name) == 0 && !written[i].bytes &&
			 files[i].length == length && memcmp(files[i].bytes, bytes, length) == 0,
		     files[i].name);
		free(bytes);
	}
	presale_close(context);
	presale_close(other);
}

static void
test_notices(const char *process)
{
	struct presale *context = opened();
	const struct presale_file *files;
	size_t count, noticed;
	must(!presale_notices(context, &noticed) && !noticed, "nothing is noticed before a build");
	presale_load(context, process);
	presale_build(context, "mindmap-mermaid", &files, &count);
	const struct presale_notice *notices = presale_notices(context, &noticed);
	must(noticed && strstr(notices->message[PRESALE_ENGLISH], notices->file) &&
		 strcmp(notices->message[PRESALE_RUSSIAN], notices->message[PRESALE_ENGLISH]) != 0,
	     "a large map is noticed");
	presale_close(context);
}

static void
test_reports(const char *process)
{
	struct presale *context = opened();
	const char *text;
	size_t length, count;
	must(presale_report(context, "json", &text, &length) == PRESALE_USAGE && !text && !length,
	     "a report needs a process");
	presale_load(context, process);
	presale_set(context, "rule", "quality/*=note");
	presale_check(context);
	const struct presale_word *formats = presale_list(context, PRESALE_FORMATS, &count);
	must(count > 5, "there are formats");
	for (size_t i = 0; i < count; i++)
		must(presale_report(context, formats[i].word, &text, &length) == PRESALE_CLEAN &&
			 text && text[length] == 0,
		     formats[i].word);
	must(presale_report(context, "xyz", &text, &length) == PRESALE_USAGE && !text,
	     "there is no format xyz");
	presale_close(context);
}

static void
test_lists(const char *process)
{
	struct presale *context = opened();
	const char *text;
	size_t count, length;
	static const size_t least[] = {15, 8, 10, 4, 4, 0, 0, 4};
	for (int list = PRESALE_OUTPUTS; list <= PRESALE_LEVELS; list++) {
		presale_list(context, (enum presale_list)list, &count);
		must(count >= least[list], "a list without a process");
	}
	presale_load(context, process);
	presale_list(context, PRESALE_VARIANTS, &count);
	must(count > 0, "the example has variants");
	presale_list(context, PRESALE_ROLES, &count);
	must(count > 3, "the example has roles");
	must(!presale_list(context, (enum presale_list)99, &count) && !count,
	     "there is no list 99");
	const struct presale_rule *rules = presale_rules(context, &count);
	must(count > 80 && rules->why[0] && rules->pattern[1] && rules->group, "there are rules");
	must(presale_schema(context, "yaml", &text, &length) == PRESALE_CLEAN && *text == '{' &&
		 length == strlen(text),
	     "there is a schema of the format");
	must(presale_schema(context, "json", &text, &length) == PRESALE_CLEAN && *text == '{',
	     "there is a schema of the model");
	must(presale_schema(context, "xml", &text, &length) == PRESALE_USAGE && !text,
	     "there is no schema of XML");
	must(strcmp(presale_version(), PRESALE_VERSION) == 0,
	     "header and library are of one version");
	presale_close(context);
	presale_close(NULL);
}

/* Options with values that they take, and one that they do not. */
static void
test_options(void)
{
	static const char *const options[][3] = {{"lang", "ru", "fr"},
						 {"today", "2026-02-28", "2026-02-30"},
						 {"rule", "*=off", "no/rule=off"},
						 {"strict", "yes", "no"},
						 {"map", "general", "all"},
						 {"split", "yes", "1"},
						 {"sheet-per-stage", "yes", ""},
						 {"bom", "yes", "x"},
						 {"vertical", "yes", "x"},
						 {"pages", "a3", "a5"},
						 {"sheets", "stages,roles", "stages,rolls"}};
	struct presale *context = presale_open();
	must(presale_check(context) == PRESALE_USAGE, "judging needs a process");
	for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
		must(presale_set(context, options[i][0], options[i][1]) == PRESALE_CLEAN &&
			 presale_set(context, options[i][0], options[i][2]) == PRESALE_USAGE &&
			 strstr(presale_error(context), options[i][0]) &&
			 presale_set(context, options[i][0], NULL) == PRESALE_CLEAN,
		     options[i][0]);
	}
	must(presale_set(context, "colour", "red") == PRESALE_USAGE, "there is no such option");
	presale_close(context);
}

static void
test_unknown(const char *process)
{
	static const char *const names[] = {"edition", "variant", "role"};
	struct presale *context = opened();
	const struct presale_file *files;
	size_t count;
	must(presale_build(context, "md", &files, &count) == PRESALE_USAGE,
	     "building needs a process");
	presale_load(context, process);
	must(presale_build(context, "md,docx9", &files, &count) == PRESALE_USAGE && !files,
	     "there is no such output");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		presale_set(context, names[i], "nobody");
		must(presale_build(context, "md", &files, &count) == PRESALE_USAGE && !files &&
			 strstr(presale_error(context), "nobody"),
		     names[i]);
		presale_set(context, names[i], NULL);
	}
	must(presale_write(context, "md", "/proc/nowhere", &files, &count) == PRESALE_USAGE &&
		 !files,
	     "nothing can be written there");
	presale_set(context, "today", NULL);
	must(presale_check(context) == PRESALE_USAGE, "judging needs a day");
	presale_close(context);
}

/* A sum over all that a thread gets to see. */
struct thread {
	const char *process;
	unsigned long sum;
};

static void
add_bytes(unsigned long *sum, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		*sum = *sum * 31 + (unsigned char)bytes[i];
}

static void *
work(void *data)
{
	struct thread *thread = data;
	struct presale *context = opened();
	const struct presale_file *files;
	const char *text;
	size_t count, length;
	presale_load(context, thread->process);
	presale_check(context);
	presale_report(context, "json", &text, &length);
	add_bytes(&thread->sum, text, length);
	presale_build(context, NULL, &files, &count);
	for (size_t i = 0; i < count; i++)
		add_bytes(&thread->sum, files[i].bytes, files[i].length);
	presale_close(context);
	return NULL;
}

static void
test_threads(const char *process)
{
	struct thread threads[2] = {{process, 1}, {process, 1}};
	pthread_t handles[2];
	for (int i = 0; i < 2; i++)
		if (pthread_create(&handles[i], NULL, work, &threads[i]) != 0)
			exit(3);
	for (int i = 0; i < 2; i++)
		pthread_join(handles[i], NULL);
	must(threads[0].sum != 1 && threads[0].sum == threads[1].sum, "two threads give the same");
}

int
main(int argc, char **argv)
{
	if (argc == 2) { /* threads alone */
		test_threads(argv[1]);
		return 0;
	}
	if (argc != 3)
		return 2;
	test_memory(argv[2]);
	test_overlay(argv[1]);
	test_judging(argv[1]);
	test_outputs(argv[1], argv[2]);
	test_notices(argv[1]);
	test_reports(argv[1]);
	test_lists(argv[1]);
	test_options();
	test_unknown(argv[1]);
	test_threads(argv[1]);
	return 0;
}
