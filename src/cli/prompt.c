/* SPDX-License-Identifier: MIT */
/* presale prompt: what to give a helper, an AI or a person who knows nothing of presale, so that
 * its answer is a process file: the task, the format out of the library's own reference, what
 * exists, what was found, and what people said. */
#include "cli/call/library.h"
#include "cli/call/operands.h"
#include "cli/call/run.h"
#include "cli/work/session.h"
#include "files/file.h"
#include "text/visible.h"

#include <string.h>

/* By the words of --for: what the helper is to do. */
static const struct {
	const char *name;
	enum say task;
} purposes[] = {{"draft", SAY_PROMPT_DRAFT},
		{"interview", SAY_PROMPT_INTERVIEW},
		{"gaps", SAY_PROMPT_GAPS},
		{"criteria", SAY_PROMPT_CRITERIA},
		{"review", SAY_PROMPT_REVIEW}};

/* What a first process needs of the format, and the keys that are shown in a whole file. */
static const char *const kinds[] = {"file", "process", "role",      "stage",
				    "step", "outcome", "criterion", "term"};
static const struct {
	const char *kind, *key;
} shown[] = {{"role", "checkpoints"}, {"step", "outcomes"}, {"criterion", "target"}};
/* Keys that an answer does without: ids, looks and what the program is told. */
static const char *const spared[] = {
    "id",       "logo",  "accent",     "color",     "ignore",          "columns", "editions",
    "pilots",   "check", "include",    "history",   "letter",          "link",    "not",
    "calendar", "code",  "interviews", "approvals", "acknowledgements"};

struct prompt_printer {
	struct arguments *args;
	const struct presale_key *keys;
	size_t key_count;
	int lang;
	struct buf *out;
};

static void
put_section(struct prompt_printer *p, enum say title)
{
	buf_printf(p->out, "\n## %s\n\n", call_say(p->args, title, NULL, NULL));
}

static void
put_paragraph(struct prompt_printer *p, enum say say)
{
	buf_printf(p->out, "%s\n", call_say(p->args, say, NULL, NULL));
}

static bool
is_spared(const struct presale_key *key)
{
	bool is = false;
	for (size_t i = 0; i < sizeof spared / sizeof *spared; i++)
		is = is || strcmp(key->key[0], spared[i]) == 0;
	return is;
}

static void
put_kind(struct prompt_printer *p, const char *kind)
{
	bool begun = false;
	for (size_t i = 0; i < p->key_count; i++) {
		const struct presale_key *key = &p->keys[i];
		if (strcmp(key->kind[0], kind) != 0 || is_spared(key))
			continue;
		if (!begun)
			buf_printf(p->out, "%s:\n", key->kind[p->lang]);
		begun = true;
		buf_printf(p->out, "- `%s` – %s\n", key->line[p->lang], key->about[p->lang]);
	}
}

static void
put_format(struct prompt_printer *p)
{
	put_section(p, SAY_PROMPT_FORMAT);
	put_paragraph(p, SAY_PROMPT_KEYS);
	buf_putc(p->out, '\n');
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		put_kind(p, kinds[i]);
	put_section(p, SAY_PROMPT_EXAMPLES);
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		for (size_t at = 0; at < p->key_count; at++)
			if (strcmp(p->keys[at].kind[0], shown[i].kind) == 0 &&
			    strcmp(p->keys[at].key[0], shown[i].key) == 0)
				buf_printf(p->out, "```yaml\n%s```\n",
					   p->keys[at].example[p->lang]);
}

/* A text of others, each line marked, so that nothing in it can seem to be ours. */
static void
put_quoted(struct buf *out, const char *text)
{
	while (*text) {
		size_t length = strcspn(text, "\r\n");
		buf_puts(out, "> ");
		visible_add(out, text, length);
		buf_putc(out, '\n');
		text += length;
		text += *text == '\r' && text[1] == '\n' ? 2 : *text != '\0';
	}
}

/* False for the bytes of a document of Word, of a picture, of a recording. */
static bool
is_text(const struct buf *bytes)
{
	return strlen(buf_text(bytes)) == bytes->length;
}

/* False, with a complaint, when the file cannot be read. */
static bool
put_file(struct prompt_printer *p, enum say heading, const char *path)
{
	struct buf text = {0};
	bool there = file_read(path, &text) == FILE_OK, ok = there && is_text(&text);
	if (ok) {
		buf_printf(p->out, "\n%s\n\n",
			   call_say(p->args, heading, visible_text(&p->args->arena, path), NULL));
		put_quoted(p->out, visible_bytes(&p->args->arena, buf_text(&text)));
	} else {
		call_complain(
		    call_say(p->args, there ? SAY_PROMPT_NO_TEXT : SAY_CANNOT_READ, path, NULL));
	}
	buf_free(&text);
	return ok;
}

/* The files of the process as they are. */
static bool
put_process(struct prompt_printer *p, struct presale *library)
{
	size_t count;
	bool ok = true;
	const struct presale_input *inputs = presale_inputs(library, &count);
	put_section(p, SAY_PROMPT_EXISTS);
	put_paragraph(p, SAY_PROMPT_DATA);
	for (size_t i = 0; i < count && ok; i++)
		if (inputs[i].kind == PRESALE_INPUT_SOURCE)
			ok = put_file(p, SAY_PROMPT_FILE, inputs[i].path);
	return ok;
}

static void
put_findings(struct prompt_printer *p, struct presale *library)
{
	size_t count;
	const struct presale_finding *findings = presale_findings(library, &count);
	put_section(p, SAY_PROMPT_MISSING);
	if (!count)
		put_paragraph(p, SAY_PROMPT_NOTHING);
	for (size_t i = 0; i < count; i++) {
		buf_printf(p->out, "- %u: ", (unsigned)findings[i].line);
		call_put_line(p->out, findings[i].message);
	}
}

static bool
put_transcripts(struct prompt_printer *p)
{
	const struct arguments *args = p->args;
	bool ok = true;
	if (!args_have(args, OPTION_TRANSCRIPT))
		return true;
	put_section(p, SAY_PROMPT_SAID);
	put_paragraph(p, SAY_PROMPT_DATA);
	for (size_t i = 0; i < args->given_count && ok; i++)
		if (args->given[i].option == OPTION_TRANSCRIPT)
			ok = put_file(p, SAY_PROMPT_TRANSCRIPT, args->given[i].value);
	return ok;
}

/* What is asked for: filling gaps where there is a process, else a first draft. */
static enum say
task_of(struct arguments *args)
{
	const char *wanted = args_value(args, OPTION_FOR);
	if (!wanted)
		wanted = args->file_count ? "gaps" : "draft";
	size_t i = 0;
	while (strcmp(purposes[i].name, wanted) != 0)
		i++; /* the option takes no other word */
	return purposes[i].task;
}

/* The prompt; a process when there is one. */
static bool
put_prompt(struct arguments *args, struct presale *library, bool there, struct buf *out)
{
	struct prompt_printer p = {.args = args, .lang = args_lang(args), .out = out};
	p.keys = library_keys(library, &p.key_count);
	buf_printf(out, "# %s\n\n", call_say(args, SAY_PROMPT_TITLE, NULL, NULL));
	put_paragraph(&p, task_of(args));
	put_section(&p, SAY_PROMPT_ANSWER);
	put_paragraph(&p, SAY_PROMPT_RULES);
	put_format(&p);
	bool ok = !there || put_process(&p, library);
	if (ok && there)
		put_findings(&p, library);
	return ok && put_transcripts(&p);
}

static enum presale_status
prompt_process(struct arguments *args, const struct judging *judging, struct buf *out)
{
	size_t count;
	const struct target *targets = roots_of(args, &count);
	enum presale_status status = PRESALE_CLEAN;
	for (size_t i = 0; i < count && status == PRESALE_CLEAN; i++) {
		struct session session = session_open(args, &targets[i], judging, true);
		if (session.unreadable)
			sessions_print(args, &session, 1, judging);
		if (session.unreadable || !put_prompt(args, session.library, true, out))
			status = PRESALE_USAGE;
		session_close(&session);
	}
	return status;
}

/* False, with a complaint, when what is asked for needs a process. */
static bool
is_possible_alone(struct arguments *args)
{
	bool possible = task_of(args) == SAY_PROMPT_DRAFT;
	if (!possible)
		call_complain(
		    call_say(args, SAY_PROMPT_NO_PROCESS, args_value(args, OPTION_FOR), NULL));
	return possible;
}

static enum presale_status
prompt_alone(struct arguments *args, struct buf *out)
{
	if (!is_possible_alone(args))
		return PRESALE_USAGE;
	struct presale *library = library_open(args_lang(args));
	bool ok = put_prompt(args, library, false, out);
	presale_close(library);
	return ok ? PRESALE_CLEAN : PRESALE_USAGE;
}

enum presale_status
run_prompt(struct arguments *args)
{
	struct buf out = {0};
	struct judging judging = judge_begin(args);
	enum presale_status status = PRESALE_USAGE;
	if (judge_read(args, &judging) && operands_expand(args))
		status = args->file_count ? prompt_process(args, &judging, &out)
					  : prompt_alone(args, &out);
	if (status == PRESALE_CLEAN)
		call_put(true, &out);
	buf_free(&out);
	judge_free(&judging);
	return status;
}
