/* SPDX-License-Identifier: MIT */
/* everything PROCESS FOLDER: every function of the library, on an example; writes what it builds
 * into the folder. Prints a line for each thing that is not as it should be. */
#include <errno.h>
#include <presale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 4096 };

static void
must(int ok, const char *what)
{
	if (!ok)
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
	must(presale_load(context, presale_fault(context)->word) == PRESALE_USAGE &&
		 strcmp(presale_fault(context)->word, path) == 0,
	     "the word of a fault may be asked for again");
	must(*presale_error(context) != 0, "an error has words");
	must(has_rule(context, "ref/no-file") || has_rule(context, "ref/file"),
	     "a missing file is a finding");
	must(presale_fault(context)->reason == PRESALE_REASON_UNREADABLE &&
		 strcmp(presale_fault(context)->word, path) == 0,
	     "an error has a reason");
	must(presale_check(context) == PRESALE_USAGE, "without a process nothing is judged");
	presale_put(context, path, root, sizeof root - 1);
	must(presale_load(context, path) == PRESALE_CONTENT, "an include is missing");
	presale_put(context, part, stages, sizeof stages - 1);
	must(presale_load(context, path) == PRESALE_CONTENT, "a reference is wrong");
	const struct presale_finding *one = presale_findings(context, &count);
	must(count && strcmp(one->file, part) == 0 && one->line == 4 && one->column == 32 &&
		 one->end_column == 39 && one->severity == PRESALE_SEVERITY_ERROR &&
		 strstr(one->message, "Menager") && strstr(one->help, "Manager") && *one->path &&
		 *one->nature,
	     "it is found in the text that stands for a file");
	const struct presale_remedy *remedy = presale_remedies(context, &count);
	must(count && strcmp(remedy->text, "Manager") == 0 && strcmp(remedy->file, part) == 0 &&
		 remedy->line == 4 && remedy->column == 32 && remedy->end_column == 39,
	     "what mends it is known");
	const char *text = presale_text(context, part, &count);
	must(count == sizeof stages - 1 && strcmp(text, stages) == 0 &&
		 !presale_text(context, "nowhere", &count) && !count,
	     "the text is given back");
	presale_put(context, part, NULL, 0);
	must(presale_load(context, path) == PRESALE_CONTENT && has_rule(context, "ref/file"),
	     "a text is taken away");
	presale_close(context);
}

/* What an editor asks. */
static void
test_editor(const char *folder)
{
	static const char text[] = "process: {name: Offer}\n"
				   "roles: [{name: Manager, duties: [Sells]}]\n"
				   "stages:\n"
				   "  - {name: Draft, responsible: Manager, deadline: 2 days, }\n";
	char path[LONGEST];
	size_t count;
	const struct presale_fixed *files;
	const char *refusal;
	struct presale *context = opened();
	snprintf(path, sizeof path, "%s/edited.yaml", folder);
	presale_set(context, "lang", "en");
	presale_put(context, path, text, sizeof text - 1);
	must(presale_load(context, path) == PRESALE_CLEAN, "it loads");
	const struct presale_spot *spot = presale_spot(context, path, 4, 33);
	must(spot && spot->kind == PRESALE_SPOT_REFERENCE && strcmp(spot->name, "Manager") == 0 &&
		 strstr(spot->about, "Sells") && spot->column == 32 && spot->end_column == 39,
	     "a reference is told of");
	spot = presale_spot(context, path, 4, 20);
	must(spot && spot->kind == PRESALE_SPOT_FIELD && !spot->name, "a key is told of");
	must(!presale_spot(context, "nowhere", 1, 1), "nothing stands in another file");
	const struct presale_use *uses = presale_uses(context, path, 4, 33, &count);
	must(count == 2 && uses[0].defines && uses[0].line == 2 && uses[1].line == 4 &&
		 !uses[1].defines,
	     "a name is found where it stands");
	const struct presale_candidate *one = presale_candidates(context, path, 4, 59, &count);
	must(count && one->kind == PRESALE_CANDIDATE_KEY && one->column == 59 &&
		 strchr(one->text, ':') && one->sample && *one->about,
	     "a key may be written");
	const struct presale_thing *things = presale_things(context, &count);
	must(count == 3 && strcmp(things[2].name, "Draft") == 0 && things[2].name_column == 12,
	     "things are listed");
	const struct presale_hint *hints = presale_hints(context, &count);
	must(count == 1 && hints->line == 4 && strstr(hints->text, "start"),
	     "a deadline comes to something");
	must(presale_rename(context, path, 4, 33, "Head", &files, &count, &refusal) ==
		     PRESALE_CLEAN &&
		 count == 1 && strstr(files->bytes, "responsible: Head") &&
		 strstr(files->bytes, "name: Head"),
	     "a name becomes another");
	must(presale_rename(context, path, 3, 1, "Head", &files, &count, &refusal) ==
		     PRESALE_USAGE &&
		 !files && !refusal,
	     "where no name stands nothing is renamed");
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

/* What a taker got: every piece where its file has come to. */
struct taken {
	const struct presale_file *wanted; /* the files as they are whole */
	size_t count, pieces, refuse_at, inside, told;
	size_t *lengths; /* of each so far */
};

static int
take(void *data, const struct presale_piece *piece)
{
	struct taken *taken = data;
	size_t i = 0;
	must(taken->inside++ == 0, "a taker is called by one at a time");
	while (i < taken->count && strcmp(taken->wanted[i].name, piece->name) != 0)
		i++;
	must(i < taken->count && strcmp(taken->wanted[i].output, piece->output) == 0 &&
		 !piece->begun == !taken->lengths[i] &&
		 taken->lengths[i] + piece->length <= taken->wanted[i].length &&
		 memcmp(taken->wanted[i].bytes + taken->lengths[i], piece->bytes, piece->length) ==
		     0,
	     piece->name);
	taken->lengths[i] += piece->length;
	must(piece->more || taken->lengths[i] == taken->wanted[i].length, "a file is whole");
	taken->inside--;
	return ++taken->pieces == taken->refuse_at ? ENOSPC : 0;
}

static void
tell(void *data, const char *output)
{
	struct taken *taken = data;
	must(taken->inside++ == 0, "a teller is called by one at a time");
	for (size_t i = 0; i < taken->count; i++)
		must(strcmp(taken->wanted[i].output, output) != 0 ||
			 taken->lengths[i] == taken->wanted[i].length,
		     "it is told of what is made");
	taken->told++;
	taken->inside--;
}

/* All outputs piece by piece, on so many threads, against those that are made in memory. */
static void
test_stream(const char *process, const char *jobs)
{
	struct presale *whole = opened(), *parts = opened();
	const struct presale_file *files;
	const char *stem, *other;
	size_t made_count;
	struct taken taken = {.count = 0};
	presale_load(whole, process);
	presale_load(parts, process);
	must(presale_build(whole, "all", &files, &taken.count) == PRESALE_CLEAN,
	     presale_error(whole));
	taken.wanted = files;
	taken.lengths = calloc(taken.count + 1, sizeof *taken.lengths);
	presale_tell(parts, tell, &taken);
	must(presale_set(parts, "jobs", jobs) == PRESALE_CLEAN &&
		 presale_set(parts, "workplace", "/tmp") == PRESALE_CLEAN &&
		 presale_stream(parts, "all", take, &taken) == PRESALE_CLEAN,
	     presale_error(parts));
	must(taken.pieces >= taken.count, "all files are given");
	const struct presale_made *made = presale_made(parts, &made_count);
	must(made_count > 10 && made[0].whole && made[0].output, "there is a list of what is made");
	must(taken.told == made_count, "each output is told of once");
	must(presale_stem(parts, &stem) == PRESALE_CLEAN &&
		 strncmp(files[0].name, stem, strlen(stem)) == 0,
	     "names begin with the stem");
	presale_set(whole, "edition", "overview");
	must(presale_stem(whole, &other) == PRESALE_CLEAN && strcmp(stem, other) != 0,
	     "an edition has a stem of its own");
	taken.refuse_at = taken.pieces + 2;
	memset(taken.lengths, 0, taken.count * sizeof *taken.lengths);
	presale_set(whole, "edition", NULL);
	presale_tell(parts, NULL, NULL);
	must(presale_stream(parts, "all", take, &taken) == PRESALE_USAGE &&
		 presale_fault(parts)->reason == PRESALE_REASON_UNMADE &&
		 presale_fault(parts)->error == ENOSPC && presale_fault(parts)->word &&
		 !presale_made(parts, &made_count),
	     "a taker may refuse");
	presale_set(whole, "sheets", "stages");
	must(presale_build(whole, "csv", &files, &taken.count) == PRESALE_CLEAN &&
		 !presale_made(whole, &made_count)->whole && made_count == 1,
	     "some sheets are not all");
	free(taken.lengths);
	presale_close(whole);
	presale_close(parts);
}

/* Whatever stands before it, a process is known by its keys, of YAML or JSON. */
static void
test_kinds(void)
{
	static const char *const before[] = {
	    "",      "\n",          "\r", "\r\n", " \t\n", "# of sales\n", "%YAML 1.2\n---\n",
	    "---\n", "\xEF\xBB\xBF"};
	static const struct {
		const char *text;
		enum presale_kind kind;
	} rows[] = {{"process: A\nstages: []\n", PRESALE_KIND_ROOT},
		    {"\"process\" : A\n'stages': []\n", PRESALE_KIND_ROOT},
		    {"Процесс: A\r\nэтапы: []", PRESALE_KIND_ROOT},
		    {"{\"process\": \"A\", \"stages\": []}", PRESALE_KIND_ROOT},
		    {"{ process: {a: [1, 2]}, stages: []}", PRESALE_KIND_ROOT},
		    {"{\n\t\"process\"\t: 1}", PRESALE_KIND_OTHER},
		    {"stages: []\n", PRESALE_KIND_PART},
		    {"{\"a\": {\"process\": 1}, \"roles\": [\"process\"]}", PRESALE_KIND_PART},
		    {"{\"a\\\", process\": 1, \"roles\": []}", PRESALE_KIND_PART},
		    {"process: A\n", PRESALE_KIND_OTHER},
		    {" process: A\n stages: []\n", PRESALE_KIND_OTHER},
		    {"- process: A\n- stages: []\n", PRESALE_KIND_OTHER},
		    {"processes: A\nstage s: []\n", PRESALE_KIND_OTHER},
		    {"x\n{process: A, stages: []}", PRESALE_KIND_OTHER}};
	struct presale *context = opened();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (size_t k = 0; k < sizeof before / sizeof *before; k++) {
			char text[256];
			int length = snprintf(text, sizeof text, "%s%s", before[k], rows[i].text);
			presale_put(context, "kind.yaml", text, (size_t)length);
			must(presale_probe(context, "kind.yaml") == rows[i].kind, text);
		}
	presale_close(context);
}

/* A material lies where the file that names it says, wherever that is. */
static void
test_materials(void)
{
	static const char root[] = "process: {name: A}\ninclude: parts/b.yaml\nattachments:\n"
				   "  - {title: a, href: brief.md}\n"
				   "  - {title: b, href: '/far/a%20b.md#part'}\n"
				   "  - {title: c, href: '//host/c.md'}\n"
				   "  - {title: d, href: 'https://host/d.md'}\n"
				   "  - {title: e, href: '../e.md'}\n"
				   "stages: []\n",
			  part[] = "stages: [{name: B, attachments: [{title: f, href: /f.md}, "
				   "{title: g, href: g.md}]}]\n";
	static const char *const paths[] = {"/far/a b.md", "/f.md", "brief.md", "../e.md",
					    "parts/g.md"};
	size_t count, materials = 0, known = 0;
	struct presale *context = opened();
	presale_put(context, "a.yaml", root, strlen(root));
	presale_put(context, "parts/b.yaml", part, strlen(part));
	presale_load(context, "a.yaml");
	const struct presale_input *inputs = presale_inputs(context, &count);
	for (size_t i = 0; i < count; i++) {
		materials += inputs[i].kind == PRESALE_INPUT_MATERIAL;
		for (size_t k = 0; k < sizeof paths / sizeof *paths; k++)
			known += inputs[i].kind == PRESALE_INPUT_MATERIAL &&
				 strcmp(inputs[i].path, paths[k]) == 0;
	}
	must(materials == 5 && known == 5, "materials lie where their files say");
	for (size_t i = 0; i < count && known != 5; i++)
		printf("%s\n", inputs[i].path);
	presale_close(context);
}

/* What a process depends on, and what its pages lead to. */
static void
test_inputs(const char *process)
{
	struct presale *context = opened();
	size_t count, kinds[PRESALE_INPUT_MATERIAL + 1] = {0};
	must(!presale_inputs(context, &count) && !count && !presale_materials(context, &count),
	     "without a process there are no inputs");
	must(presale_probe(context, process) == PRESALE_KIND_ROOT &&
		 presale_probe(context, "/proc/nowhere") == PRESALE_KIND_OTHER,
	     "a file says what it is");
	presale_put(context, "part.yaml", "stages: []\n", 11);
	must(presale_probe(context, "part.yaml") == PRESALE_KIND_PART, "so does a text");
	presale_set(context, "out", "nowhere");
	presale_load(context, process);
	must(presale_language(context) == PRESALE_LANGUAGE_RUSSIAN, "a process has a language");
	presale_set(context, "lang", "en");
	must(presale_language(context) == PRESALE_LANGUAGE_ENGLISH, "unless another is asked for");
	const struct presale_input *inputs = presale_inputs(context, &count);
	must(count && inputs[0].kind == PRESALE_INPUT_SOURCE &&
		 strcmp(inputs[0].path, process) == 0,
	     "the root file is the first");
	for (size_t i = 0; i < count; i++)
		kinds[inputs[i].kind]++;
	must(kinds[PRESALE_INPUT_SOURCE] > 1 && kinds[PRESALE_INPUT_SOUGHT] > 1 &&
		 kinds[PRESALE_INPUT_MATERIAL] > 0,
	     "it has parts and materials");
	const struct presale_material *materials = presale_materials(context, &count);
	must(count && strncmp(materials[0].address, "../", 3) == 0 &&
		 strncmp(materials[0].path, "/", 1) == 0 && *materials[0].root == '/',
	     "materials lead from the folder of outputs");
	presale_close(context);
}

/* What processes share, and which they are. */
static void
test_portfolio(void)
{
	static const char shared[] = "portfolio: A\nprocesses: [a.yaml, b.yaml]\n"
				     "roles: {Boss: {duties: Leads}}\n",
			  process[] = "process: {name: A, owner: Boss}\nstages: [B]\n";
	struct presale *context = opened();
	size_t count;
	presale_put(context, "presale.yaml", shared, strlen(shared));
	presale_put(context, "a.yaml", process, strlen(process));
	must(presale_probe(context, "presale.yaml") == PRESALE_KIND_PORTFOLIO &&
		 strcmp(presale_portfolio(context, ""), "presale.yaml") == 0,
	     "a folder has a portfolio");
	must(!presale_portfolio(context, "/proc/"), "or has none");
	must(!presale_processes(context, "/proc/nowhere", &count) && !count,
	     "a portfolio that cannot be read lists nothing");
	const char *const *paths = presale_processes(context, "presale.yaml", &count);
	must(count == 2 && strcmp(paths[0], "a.yaml") == 0, "a portfolio lists processes");
	must(presale_load(context, "a.yaml") == PRESALE_CLEAN, "a process has what is shared");
	presale_close(context);
}

static size_t
all_of(const struct presale *context)
{
	size_t tally[PRESALE_SEVERITY_ERROR + 1], all = 0;
	presale_tally(context, tally);
	for (int severity = PRESALE_SEVERITY_OFF; severity <= PRESALE_SEVERITY_ERROR; severity++)
		all += tally[severity];
	return all;
}

/* A process in which something is found in both of its files. */
static struct presale *
faulty(const char *name)
{
	static const char parts[] = "roles:\n  - {name: Manager}\nstages:\n"
				    "  - {name: Draft, responsible: Manager}\n";
	struct presale *context = opened();
	char root[LONGEST];
	int length =
	    snprintf(root, sizeof root, "process: {name: %s}\ninclude: parts.yaml\n", name);
	presale_set(context, "lang", "en");
	presale_put(context, "root.yaml", root, (size_t)length);
	presale_put(context, "parts.yaml", parts, sizeof parts - 1);
	must(presale_load(context, "root.yaml") == PRESALE_CLEAN &&
		 presale_check(context) != PRESALE_USAGE && all_of(context),
	     "something is found");
	return context;
}

static void
test_narrow(const char *folder)
{
	struct presale *context = faulty("Offer");
	char path[LONGEST];
	size_t count, all = all_of(context);
	snprintf(path, sizeof path, "%s/root.yaml", folder);
	FILE *file = fopen(path, "w");
	if (!file || fputs("process: {name: Offer}\nstages: []\n", file) < 0 || fclose(file))
		exit(3);
	presale_load(context, path);
	presale_check(context);
	all = all_of(context);
	must(presale_narrow(context, (const char *const[]){"nowhere"}, 1) == PRESALE_CLEAN &&
		 !presale_findings(context, &count) && !all_of(context),
	     "nothing is found in another file");
	char again[LONGEST];
	snprintf(again, sizeof again, "%s/./root.yaml", folder);
	presale_check(context);
	must(presale_narrow(context, (const char *const[]){again}, 1) == PRESALE_CLEAN &&
		 all_of(context) == all &&
		 strcmp(presale_findings(context, &count)->file, again) == 0,
	     "a file is called as one likes");
	unsigned char none[LONGEST] = {0};
	must(all < sizeof none && presale_keep(context, none) == PRESALE_CLEAN && !all_of(context),
	     "none is kept");
	presale_forget(context);
	must(presale_keep(context, none) == PRESALE_USAGE && !presale_findings(context, &count) &&
		 !all_of(context) && presale_narrow(context, NULL, 0) == PRESALE_USAGE,
	     "findings are forgotten");
	must(presale_check(context) != PRESALE_USAGE && all_of(context) == all,
	     "they are found again");
	presale_set(context, "part", "yes");
	must(presale_check(context) == PRESALE_CONTENT && has_rule(context, "ref/part-alone"),
	     "of a part alone no more is said");
	presale_close(context);
	remove(path);
}

#define LATE \
	"process: {name: Late, owner: R, effective: 2020-01-01, status: pilot, review: month}\n" \
	"roles: {R: {duties: Works}}\nstages: [A]\n"
#define BROKEN "process: {name: Broken, owner: Nobody}\nstages: [A]\n"

static void
test_baseline(void)
{
	struct presale *one = faulty("Offer"), *other = faulty("Offer");
	const char *text;
	size_t all = all_of(one), dropped, length;
	must(!presale_baseline_read("no baseline"), "not every text is a baseline");
	struct presale_baseline *known = presale_baseline_read("");
	must(presale_baseline_drop(known, one, &dropped) == PRESALE_CLEAN && !dropped,
	     "an empty baseline knows nothing");
	must(presale_baseline_add(known, one) == PRESALE_CLEAN &&
		 presale_baseline_text(known, &text, &length) == PRESALE_CLEAN &&
		 length == strlen(text) && strstr(text, "\n"),
	     "findings are noted");
	struct presale_baseline *copy = presale_baseline_read(text);
	must(presale_baseline_drop(copy, one, &dropped) == PRESALE_CLEAN && dropped == all &&
		 !all_of(one),
	     "what is known is dropped");
	must(presale_baseline_drop(copy, other, &dropped) == PRESALE_CLEAN && !dropped &&
		 all_of(other) == all,
	     "as often as it is known");
	presale_forget(other);
	must(presale_baseline_add(copy, other) == PRESALE_USAGE, "there must be findings");
	presale_baseline_free(known);
	presale_baseline_free(copy);
	presale_baseline_free(NULL);
	presale_close(one);
	presale_close(other);
}

/* Processes that are gone stay on the register. */
static void
test_register(void)
{
	struct presale *one = presale_open();
	struct presale_register *reg = presale_register_open();
	const char *text;
	size_t length;
	must(presale_register_add(reg, one) == PRESALE_USAGE, "a register is of processes");
	presale_put(one, "late.yaml", LATE, strlen(LATE));
	must(presale_load(one, "late.yaml") == PRESALE_CLEAN &&
		 presale_register_add(reg, one) == PRESALE_USAGE,
	     "what is due is due on a day");
	presale_set(one, "today", "2026-11-25");
	must(presale_register_add(reg, one) == PRESALE_CLEAN, "a process is put on it");
	presale_put(one, "broken.yaml", BROKEN, strlen(BROKEN));
	must(presale_load(one, "broken.yaml") == PRESALE_CONTENT &&
		 presale_register_add(reg, one) == PRESALE_CONTENT,
	     "a broken one is told of");
	presale_close(one);
	struct presale *other = presale_open();
	must(!presale_register_overdue(reg, other) &&
		 presale_register_text(reg, other, "md", &text, &length) == PRESALE_USAGE && !text,
	     "on no day nothing is overdue");
	must(presale_set(other, "today", "2026-11-25") == PRESALE_CLEAN &&
		 presale_set(other, "due", "2w") == PRESALE_CLEAN &&
		 presale_set(other, "due", "soon") == PRESALE_USAGE,
	     "days are taken");
	must(presale_register_overdue(reg, other) == 1 &&
		 presale_register_text(reg, other, "md", &text, &length) == PRESALE_CLEAN &&
		 length == strlen(text) && strstr(text, "| Late |") && strstr(text, "| Broken |"),
	     "the register knows what is gone");
	must(presale_register_text(reg, other, "pdf", &text, &length) == PRESALE_USAGE && !length &&
		 presale_fault(other)->list == PRESALE_LIST_REGISTERS,
	     "there is no such form");
	presale_register_close(reg);
	presale_register_close(NULL);
	presale_close(other);
}

static size_t
times(const char *text, const char *word)
{
	size_t count = 0;
	for (; (text = strstr(text, word)) != NULL; text++)
		count++;
	return count;
}

/* Two processes in one document, each gone before the next is added. */
static void
test_joint_reports(void)
{
	struct presale_reports *reports = presale_reports_open();
	struct presale *context = faulty("Offer"), *other = faulty("Tender"), *none = opened();
	const char *text;
	size_t length, both = all_of(context) + all_of(other);
	must(presale_reports_add(reports, none) == PRESALE_USAGE, "a report is of processes");
	presale_set(other, "lang", "ru");
	must(presale_reports_add(reports, context) == PRESALE_CLEAN, "one is told");
	presale_close(context);
	must(presale_reports_add(reports, other) == PRESALE_CLEAN, "and another");
	presale_close(other);
	must(presale_reports_text(reports, none, "sarif", &text, &length) == PRESALE_CLEAN &&
		 times(text, "\"runs\"") == 1 && times(text, "\"ruleId\"") == both,
	     "two processes have one report");
	must(presale_reports_text(reports, none, "short", &text, &length) == PRESALE_CLEAN &&
		 strstr(text, " warning: ") && strstr(text, " предупреждение: "),
	     "each in its language");
	must(presale_reports_text(reports, none, "text", &text, &length) == PRESALE_USAGE && !text,
	     "what people read is told one by one");
	presale_reports_close(reports);
	presale_reports_close(NULL);
	presale_close(none);
}

/* A process of a portfolio in which a term means this. */
static struct presale *
meaning(const char *folder, const char *what)
{
	static const char portfolio[] = "portfolio: Daisy\n";
	struct presale *context = opened();
	char path[200], text[300];
	snprintf(path, sizeof path, "%s/process.yaml", folder);
	snprintf(text, sizeof text,
		 "process: {name: %s}\nstages: [Send the offer]\nglossary: {Offer: %s}\n", folder,
		 what);
	presale_put(context, "presale.yaml", portfolio, sizeof portfolio - 1);
	presale_put(context, path, text, strlen(text));
	presale_load(context, path);
	presale_check(context);
	return context;
}

/* What is found of a process beside those before it. */
static void
test_peers(void)
{
	struct presale_peers *peers = presale_peers_open();
	struct presale *one = meaning("one", "A letter"), *same = meaning("same", "A letter"),
		       *other = meaning("other", "A price"), *none = opened();
	size_t alone = all_of(other);
	must(presale_peers_judge(peers, none) == PRESALE_USAGE, "peers are processes");
	must(presale_peers_judge(peers, one) == PRESALE_CLEAN, "the first has no peers");
	presale_close(one);
	size_t before = all_of(same);
	must(presale_peers_judge(peers, same) == PRESALE_CLEAN && all_of(same) == before,
	     "who says the same is let be");
	must(presale_peers_judge(peers, other) == PRESALE_CLEAN && all_of(other) == alone + 1,
	     "who says otherwise is told");
	presale_peers_close(peers);
	presale_peers_close(NULL);
	presale_close(same);
	presale_close(other);
	presale_close(none);
}

static void
test_text_report(void)
{
	struct presale *context = faulty("Offer");
	const char *text;
	size_t length;
	presale_set(context, "colour", "yes");
	presale_set(context, "limit", "1");
	must(presale_report(context, "text", &text, &length) == PRESALE_CLEAN &&
		 strstr(text, "\033[") && strstr(text, "--limit 0"),
	     "a terminal shows some of them");
	presale_close(context);
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
	must(noticed && strstr(notices->message[PRESALE_LANGUAGE_ENGLISH], notices->file) &&
		 strcmp(notices->message[PRESALE_LANGUAGE_RUSSIAN],
			notices->message[PRESALE_LANGUAGE_ENGLISH]) != 0,
	     "a large map is noticed");
	presale_close(context);
}

/* A process out of a table that is on no disk; nothing out of what is no document. */
static void
test_import(struct presale *context)
{
	static const char table[] = "Stage;Deadline;Who\nRequest;soon;Sales\n";
	const char *text, *const paths[] = {"table.csv"}, *const wrong[] = {"/dev/null/none"};
	size_t length, count;
	must(presale_put(context, *paths, table, sizeof table - 1) == PRESALE_CLEAN &&
		 presale_import(context, paths, 1, "made.yaml", &text, &length) == PRESALE_CLEAN &&
		 strlen(text) == length && strstr(text, "- Sales  # from"),
	     "a table is imported");
	const struct presale_remark *remarks = presale_remarks(context, &count);
	must(count > 1 && remarks->fate == PRESALE_FATE_GUESSED && *remarks->message &&
		 strcmp(remarks->document, *paths) == 0 && *remarks->place,
	     "what was guessed is said");
	must(presale_import(context, wrong, 1, "made.yaml", &text, &length) == PRESALE_USAGE &&
		 !text && presale_fault(context)->reason == PRESALE_REASON_UNREADABLE &&
		 presale_remarks(context, &count)->fate == PRESALE_FATE_REFUSED && count == 1,
	     "what cannot be read is refused");
	must(presale_put(context, *paths, NULL, 0) == PRESALE_CLEAN, "the table is gone");
	must(presale_form(context, &text, &length) == PRESALE_CLEAN && length > 4 &&
		 memcmp(text, "PK", 2) == 0,
	     "there is a workbook to fill in");
}

/* A workbook that was built of the process and comes back as it is, one of nobody's, and none. */
static void
test_merge(const char *process)
{
	struct presale *context = presale_open();
	const struct presale_file *built;
	const struct presale_fixed *files;
	const char *const books[] = {"book.xlsx"}, *const tables[] = {"table.csv"};
	struct presale_merging merging = {books, 1, PRESALE_SIDE_NEITHER, 0, NULL};
	size_t count;
	must(presale_load(context, process) == PRESALE_CLEAN &&
		 presale_build(context, "xlsx", &built, &count) == PRESALE_CLEAN &&
		 presale_put(context, *books, built->bytes, built->length) == PRESALE_CLEAN &&
		 presale_merge(context, &merging, &files, &count) == PRESALE_CLEAN && !files &&
		 !count && !presale_remarks(context, &count),
	     "what nobody edited changes nothing");
	merging.base = context;
	must(presale_merge(context, &merging, &files, &count) == PRESALE_CLEAN && !files,
	     "nor does it against what it was built of");
	merging.base = NULL;
	merging.paths = tables;
	must(presale_put(context, *tables, "A;B\nC;D\n", 8) == PRESALE_CLEAN &&
		 presale_merge(context, &merging, &files, &count) == PRESALE_CONTENT && !files &&
		 presale_remarks(context, &count)->fate == PRESALE_FATE_REFUSED,
	     "what is no book of ours is refused");
	presale_put(context, *books, NULL, 0);
	presale_put(context, *tables, NULL, 0);
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
	const struct presale_word *formats = presale_list(context, PRESALE_LIST_FORMATS, &count);
	must(count > 5, "there are formats");
	for (size_t i = 0; i < count; i++)
		must(presale_report(context, formats[i].word, &text, &length) == PRESALE_CLEAN &&
			 text && text[length] == 0,
		     formats[i].word);
	must(presale_report(context, "xyz", &text, &length) == PRESALE_USAGE && !text,
	     "there is no format xyz");
	presale_close(context);
}

/* The process against itself and against another. */
static void
test_diff(const char *process)
{
	static const char other[] = "process: Другой\nstages: [Запрос]\n";
	struct presale *context = presale_open(), *before = presale_open();
	const char *text;
	size_t length, changes;
	must(presale_load(context, process) == PRESALE_CLEAN &&
		 presale_diff(context, before, "text", &text, &length, &changes) == PRESALE_USAGE &&
		 !text && !changes,
	     "nothing is compared with no process");
	must(presale_diff(context, context, "json", &text, &length, &changes) == PRESALE_CLEAN &&
		 !changes && length == strlen(text),
	     "nothing has changed");
	must(presale_put(before, "other.yaml", other, strlen(other)) == PRESALE_CLEAN &&
		 presale_load(before, "other.yaml") == PRESALE_CLEAN &&
		 presale_diff(context, before, "html", &text, &length, &changes) == PRESALE_CLEAN &&
		 changes > 5 && strstr(text, "<ins>"),
	     "much has changed");
	must(presale_diff(context, before, "pdf", &text, &length, &changes) == PRESALE_USAGE,
	     "there is no such form");
	presale_close(before);
	presale_close(context);
}

static void
test_interviews(struct presale *context)
{
	const struct presale_question *questions;
	const struct presale_file *files;
	const char *stem;
	size_t all, count;
	presale_questions(context, &questions, &all);
	must(presale_set(context, "role", questions[all - 1].role) == PRESALE_CLEAN &&
		 presale_questions(context, &questions, &count) == PRESALE_CLEAN && count < all,
	     "there are questions for one role");
	must(presale_set(context, "interview", "yes") == PRESALE_CLEAN &&
		 presale_build(context, "all", &files, &count) == PRESALE_CLEAN && count == 3 &&
		 strstr(files[0].name, "-questions.md") && strncmp(files[2].bytes, "PK", 2) == 0 &&
		 presale_stem(context, &stem) == PRESALE_CLEAN && strstr(stem, "-questions"),
	     "an interview is built");
	must(presale_build(context, "html", &files, &count) == PRESALE_USAGE &&
		 presale_fault(context)->list == PRESALE_LIST_INTERVIEWS,
	     "no interview is a page");
	must(presale_set(context, "role", "nobody") == PRESALE_CLEAN &&
		 presale_build(context, "md", &files, &count) == PRESALE_USAGE &&
		 presale_questions(context, &questions, &count) == PRESALE_USAGE &&
		 presale_fault(context)->list == PRESALE_LIST_ROLES,
	     "nobody is asked whom there is not");
	presale_set(context, "role", NULL);
	presale_set(context, "interview", NULL);
}

static void
test_fix(struct presale *context)
{
	size_t count;
	static const char slips[] = "процесс: {название: Т, владелец: Менежер}\n"
				    "роли: [Менеджер]\nэтапы: [Запрос]\n";
	const struct presale_fixed *fixed;
	must(presale_put(context, "slips.yaml", slips, sizeof slips - 1) == PRESALE_CLEAN &&
		 presale_load(context, "slips.yaml") == PRESALE_CONTENT &&
		 presale_fix(context, NULL, 0, &fixed, &count) == PRESALE_CLEAN && count == 1 &&
		 strstr(fixed->bytes, "Менеджер}") && strcmp(fixed->was, slips) == 0 &&
		 presale_fix(context, (const char *const[]){"other.yaml"}, 1, &fixed, &count) ==
		     PRESALE_CLEAN &&
		 !count && !fixed,
	     "what is certain is mended, in the files that are asked for");
	must(presale_load(context, "/dev/null/none") == PRESALE_USAGE &&
		 presale_fix(context, NULL, 0, &fixed, &count) == PRESALE_USAGE && !fixed && !count,
	     "nothing without a process");
}

/* Of a process without a version, then of one that has changed. */
static void
test_release(struct presale *context)
{
	struct presale *before = opened();
	const struct presale_fixed *files;
	const char *said;
	size_t count;
	static const char text[] = "process: {name: P, lang: en, approver: Boss}\n"
				   "roles: [Boss, Clerk]\nstages: [B]\n";
	const struct presale_releasing wish = {.version = "1.0"},
				       since = {.version = "1.0", .before = before};
	must(!presale_process_version(context) &&
		 presale_release(context, &wish, &files, &count, &said) == PRESALE_CLEAN &&
		 count == 1 && strcmp(said, "Boss") == 0 &&
		 strstr(files->bytes, "changes: First version"),
	     "a version is released, in memory");
	must(presale_put(before, "signed.yaml", text, sizeof text - 1) == PRESALE_CLEAN &&
		 presale_load(before, "signed.yaml") == PRESALE_CLEAN &&
		 presale_release(context, &since, &files, &count, &said) == PRESALE_CLEAN &&
		 strstr(files->bytes, "Added stage 1 “A”"),
	     "what has changed since another state is told");
	must(presale_load(before, "no.yaml") == PRESALE_USAGE &&
		 presale_release(context, &since, &files, &count, &said) == PRESALE_CONTENT &&
		 !files && !said,
	     "another state must have been loaded");
	presale_close(before);
}

static void
test_signatures(void)
{
	struct presale *context = opened();
	const struct presale_fixed *files;
	const char *refusal;
	size_t count;
	static const char text[] = "process: {name: P, lang: en, approver: Boss}\n"
				   "roles: [Boss, Clerk]\nstages: [A]\n";
	const struct presale_signature boss = {.role = "boss"}, clerk = {.role = "Clerk"};
	must(presale_put(context, "signed.yaml", text, sizeof text - 1) == PRESALE_CLEAN &&
		 presale_load(context, "signed.yaml") == PRESALE_CLEAN &&
		 presale_set(context, "today", NULL) == PRESALE_CLEAN &&
		 presale_sign(context, &boss, &files, &count, &refusal) == PRESALE_USAGE &&
		 !files && !refusal,
	     "nobody signs without a day");
	must(presale_set(context, "today", "2026-11-30") == PRESALE_CLEAN &&
		 presale_sign(context, &boss, &files, &count, &refusal) == PRESALE_CLEAN &&
		 count == 1 && !refusal && strstr(files->bytes, "fingerprint: 1-") &&
		 strcmp(files->was, text) == 0,
	     "who approves signs, in memory");
	must(presale_sign(context, &clerk, &files, &count, &refusal) == PRESALE_CONTENT && !files &&
		 !count && strstr(refusal, "does not approve"),
	     "who does not is told why");
	test_release(context);
	presale_close(context);
}

/* A run of a process, from its first day to the pilot that is made of it. */
static void
test_runs(void)
{
	static const char process[] =
	    "process: {name: A}\nroles: {Boss: {duties: Leads}}\nstages:\n"
	    "  - {name: S, responsible: Boss, deadline: 2 days, result: R, steps: [One, Two]}\n";
	struct presale *context = opened();
	const struct presale_run run = {.name = "Deal", .start = "2026-11-30", .path = "run.yaml"},
				 lost = {.name = "Deal", .start = "soon", .path = "run.yaml"};
	const struct presale_run_step one = {.step = "One"}, none = {.step = "Nine"};
	const struct presale_fixed *files;
	const char *text, *refusal;
	size_t length, count;
	must(presale_run_new(context, &run, &text, &length, &refusal) == PRESALE_USAGE,
	     "nothing runs without a process");
	presale_put(context, "a.yaml", process, strlen(process));
	presale_set(context, "today", "2026-12-08");
	must(presale_load(context, "a.yaml") == PRESALE_CLEAN && !presale_run_late(context),
	     "a process is no run");
	must(presale_run_new(context, &lost, &text, &length, &refusal) == PRESALE_CONTENT &&
		 refusal,
	     "a run begins on a day");
	must(presale_run_new(context, &run, &text, &length, &refusal) == PRESALE_CLEAN &&
		 strstr(text, "a.yaml") && strlen(text) == length,
	     "a run begins");
	presale_put(context, "run.yaml", text, length);
	must(presale_load(context, "run.yaml") == PRESALE_CLEAN && presale_run_late(context) > 0,
	     "nothing is done, and late");
	must(presale_runs_text(&context, 1, "text", &text, &length) == PRESALE_CLEAN &&
		 strstr(text, "One"),
	     "who does what is told");
	must(presale_run_done(context, &none, &files, &count, &refusal) == PRESALE_CONTENT &&
		 refusal && !count,
	     "what is no step is not done");
	must(presale_run_done(context, &one, &files, &count, &refusal) == PRESALE_CLEAN &&
		 count == 1 && strstr(files->bytes, "One"),
	     "a step is done, in memory");
	must(presale_run_pilot(context, &files, &count, &refusal) == PRESALE_CONTENT && refusal,
	     "a run that is not over is no pilot");
	must(presale_run_move(context, &files, &count, &refusal) != PRESALE_USAGE,
	     "a run goes by its process as it is");
	presale_close(context);
}

static void
test_lists(const char *process)
{
	struct presale *context = opened();
	const char *text;
	size_t count, length;
	static const size_t least[] = {15, 8, 10, 4, 4, 0, 0, 4, 80, 50, 100, 3, 6, 8, 0};
	for (int list = PRESALE_LIST_OUTPUTS; list <= PRESALE_LIST_PEOPLE; list++) {
		presale_list(context, (enum presale_list)list, &count);
		must(count >= least[list], "a list without a process");
	}
	presale_load(context, process);
	presale_list(context, PRESALE_LIST_VARIANTS, &count);
	must(count > 0, "the example has variants");
	presale_list(context, PRESALE_LIST_ROLES, &count);
	must(count > 3, "the example has roles");
	must(!presale_list(context, (enum presale_list)99, &count) && !count,
	     "there is no list 99");
	const struct presale_rule *rules = presale_rules(context, &count);
	must(count > 80 && rules->why[0] && rules->pattern[1] && rules->group, "there are rules");
	const struct presale_key *keys = presale_keys(context, &count);
	must(count > 150 && strcmp(keys->kind[0], "file") == 0 && keys->about[1] &&
		 keys->takes[0] && strstr(keys->example[1], keys->key[1]),
	     "there are keys");
	must(presale_schema(context, "yaml", &text, &length) == PRESALE_CLEAN && *text == '{' &&
		 length == strlen(text),
	     "there is a schema of the format");
	must(presale_schema(context, "json", &text, &length) == PRESALE_CLEAN && *text == '{',
	     "there is a schema of the model");
	must(presale_schema(context, "xml", &text, &length) == PRESALE_USAGE && !text,
	     "there is no schema of XML");
	must(strcmp(presale_version(), PRESALE_VERSION) == 0,
	     "header and library are of one version");
	const struct presale_question *questions;
	must(presale_questions(context, &questions, &count) == PRESALE_CLEAN && count > 20 &&
		 *questions->role && *questions->process && questions->part == PRESALE_PART_WORK &&
		 *questions[count - 1].text && questions[count - 1].part == PRESALE_PART_CLOSING,
	     "there are questions");
	test_import(context);
	test_interviews(context);
	test_fix(context);
	must(presale_load(context, "/dev/null/none") == PRESALE_USAGE &&
		 presale_questions(context, &questions, &count) == PRESALE_USAGE && !questions &&
		 !count,
	     "there are none without a process");
	presale_close(context);
	presale_close(NULL);
}

/* Whether the last failure is of an option's value: which of both, or what is unknown of it. */
static int
refuses(struct presale *context, const char *option, const char *value)
{
	char refusal[100];
	snprintf(refusal, sizeof refusal, "option %s does not take “%s”", option, value);
	return strcmp(presale_error(context), refusal) == 0 ||
	       (presale_fault(context)->word && strstr(presale_error(context), option));
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
						 {"colour", "yes", "red"},
						 {"part", "yes", "x"},
						 {"limit", "0", "-1"},
						 {"jobs", "4", "0"},
						 {"fail-on", "note", "off"},
						 {"pages", "a3", "a5"},
						 {"sheets", "stages,roles", "stages,rolls"}};
	struct presale *context = presale_open();
	must(presale_check(context) == PRESALE_USAGE, "judging needs a process");
	for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
		must(presale_set(context, options[i][0], options[i][1]) == PRESALE_CLEAN &&
			 presale_set(context, options[i][0], options[i][2]) == PRESALE_USAGE &&
			 refuses(context, options[i][0], options[i][2]) &&
			 presale_set(context, options[i][0], NULL) == PRESALE_CLEAN,
		     options[i][0]);
	}
	must(presale_set(context, "rule", "no/rule=off") == PRESALE_USAGE &&
		 presale_fault(context)->word && presale_set(context, "limit", "-1") &&
		 presale_fault(context)->reason == PRESALE_REASON_MISUSE &&
		 !presale_fault(context)->word,
	     "a refusal says nothing of the one before");
	must(presale_set(context, "flavour", "red") == PRESALE_USAGE &&
		 presale_fault(context)->reason == PRESALE_REASON_MISUSE,
	     "there is no such option");
	must(presale_set(context, "rule", "no/rule=off") == PRESALE_USAGE &&
		 presale_fault(context)->reason == PRESALE_REASON_UNKNOWN &&
		 presale_fault(context)->list == PRESALE_LIST_RULES &&
		 strcmp(presale_fault(context)->word, "no/rule") == 0 &&
		 presale_fault(context)->known_count > 80,
	     "a word that is not known is told with those that are");
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
			 strstr(presale_error(context), "nobody") &&
			 strcmp(presale_fault(context)->word, "nobody") == 0 &&
			 presale_fault(context)->known[0].word,
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

/* A taker whose sum does not depend on which output comes first. */
static int
add_piece(void *data, const struct presale_piece *piece)
{
	unsigned long *sum = data;
	for (size_t i = 0; i < piece->length; i++)
		*sum += (unsigned char)piece->bytes[i];
	return 0;
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
	presale_set(context, "jobs", "2");
	presale_build(context, NULL, &files, &count);
	for (size_t i = 0; i < count; i++)
		add_bytes(&thread->sum, files[i].bytes, files[i].length);
	presale_stream(context, NULL, add_piece, &thread->sum);
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
	test_editor(argv[2]);
	test_overlay(argv[1]);
	test_diff(argv[1]);
	test_merge(argv[1]);
	test_judging(argv[1]);
	test_outputs(argv[1], argv[2]);
	test_stream(argv[1], "1");
	test_stream(argv[1], "4");
	test_kinds();
	test_materials();
	test_portfolio();
	test_runs();
	test_inputs(argv[1]);
	test_narrow(argv[2]);
	test_baseline();
	test_register();
	test_joint_reports();
	test_peers();
	test_text_report();
	test_notices(argv[1]);
	test_reports(argv[1]);
	test_signatures();
	test_lists(argv[1]);
	test_options();
	test_unknown(argv[1]);
	test_threads(argv[1]);
	return 0;
}
