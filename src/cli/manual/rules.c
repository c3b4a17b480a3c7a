/* SPDX-License-Identifier: MIT */
/* presale rules and presale explain: the table of rules, printed. */
#include "cli/call/library.h"
#include "cli/call/values.h"
#include "cli/call/run.h"
#include "support/json.h"

#include <string.h>

/* The rules, and what they are said with. */
struct rules_printer {
	struct arguments *args;
	const struct presale_rule *rules;
	size_t count;
	const struct presale_word *levels;
	struct buf *out;
};

/* How serious a rule's findings are, and why: «предупреждение, пробел». */
static void
put_standing(const struct rules_printer *p, const struct presale_rule *rule, int lang)
{
	buf_printf(p->out, "%s, %s", rule->severity_word[lang], rule->nature[lang]);
	if (rule->raised)
		buf_printf(p->out, "; %s",
			   call_say_in(p->args, lang, SAY_RULES_RAISED, NULL, NULL));
}

/* Text with each line indented. */
static void
put_indented(const char *text, struct buf *out)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		buf_printf(out, length ? "    %.*s\n" : "%.*s\n", (int)length, text);
		text += length + (text[length] == '\n');
	}
}

static void
put_options(const struct rules_printer *p, const struct presale_rule *rule, int lang, bool markdown)
{
	struct buf *out = p->out;
	if (rule->option_count)
		buf_printf(out, "%s\n%s", call_say_in(p->args, lang, SAY_RULES_OPTIONS, NULL, NULL),
			   markdown ? "\n" : "");
	for (size_t i = 0; i < rule->option_count; i++) {
		const struct presale_rule_option *option = &rule->options[i];
		buf_printf(out, markdown ? "- `%s` (`%s`): %s" : "    %s (%s): %s",
			   option->key[lang], option->key[!lang], option->about[lang]);
		if (*option->standard)
			buf_printf(
			    out, " %s",
			    call_say_in(p->args, lang, SAY_RULES_STANDARD, option->standard, NULL));
		buf_putc(out, '\n');
	}
	if (rule->option_count)
		buf_putc(out, '\n');
}

/* What a file would set a rule to: one that is on is switched off, and the other way round. */
static const char *
other_level(const struct rules_printer *p, const struct presale_rule *rule, int lang)
{
	return p
	    ->levels[rule->severity == PRESALE_SEVERITY_OFF ? PRESALE_SEVERITY_WARNING
							    : PRESALE_SEVERITY_OFF]
	    .about[lang];
}

static void
put_silencing(const struct rules_printer *p, const struct presale_rule *rule, int lang)
{
	struct buf *out = p->out;
	struct arguments *args = p->args;
	if (rule->fixed) {
		buf_printf(out, "%s\n", call_say_in(args, lang, SAY_RULES_FIXED, NULL, NULL));
		return;
	}
	buf_printf(out, "%s\n\n    %s:\n      %s: %s\n\n",
		   call_say_in(args, lang, SAY_RULES_SILENCE, NULL, NULL),
		   lang ? "проверки" : "check", rule->name, other_level(p, rule, lang));
	buf_printf(out, "%s\n\n    %s: {%s: %s}\n",
		   call_say_in(args, lang, SAY_RULES_SILENCE_ONE, NULL, NULL),
		   lang ? "не_проверять" : "ignore", rule->name,
		   call_say_in(args, lang, SAY_RULES_EXCEPTION, NULL, NULL));
}

static void
put_explanation(const struct rules_printer *p, const struct presale_rule *rule)
{
	struct buf *out = p->out;
	int lang = args_lang(p->args);
	buf_printf(out, "%s (", rule->name);
	put_standing(p, rule, lang);
	buf_printf(out, ")\n%s", rule->pattern[lang]);
	if (rule->why[lang])
		buf_printf(out, "\n\n%s", rule->why[lang]);
	buf_puts(out, "\n\n");
	if (rule->bad[lang]) {
		buf_printf(out, "%s\n\n", call_say(p->args, SAY_RULES_BAD, NULL, NULL));
		put_indented(rule->bad[lang], out);
		buf_printf(out, "\n%s\n\n", call_say(p->args, SAY_RULES_GOOD, NULL, NULL));
		put_indented(rule->good[lang], out);
		buf_putc(out, '\n');
	}
	put_options(p, rule, lang, false);
	put_silencing(p, rule, lang);
}

static const struct presale_rule *
find_rule(const struct rules_printer *p, const char *name)
{
	for (size_t i = 0; i < p->count; i++)
		if (strcmp(p->rules[i].name, name) == 0)
			return &p->rules[i];
	return NULL;
}

static enum presale_status
complain_rule(struct arguments *args, const char *name)
{
	call_complain_unknown(args, call_say(args, SAY_NO_RULE, name, NULL), name,
			      values_known(args, VALUE_RULE, NULL));
	return PRESALE_USAGE;
}

static enum presale_status
explain_all(const struct rules_printer *p)
{
	const struct arguments *args = p->args;
	for (size_t i = 0; i < args->file_count; i++) {
		const struct presale_rule *rule = find_rule(p, args->files[i]);
		if (!rule)
			return complain_rule(p->args, args->files[i]);
		if (i)
			buf_putc(p->out, '\n');
		put_explanation(p, rule);
	}
	return PRESALE_CLEAN;
}

static void
put_list(const struct rules_printer *p)
{
	int lang = args_lang(p->args);
	for (size_t i = 0; i < p->count; i++)
		buf_printf(p->out, "%-32s %s: %s\n", p->rules[i].name,
			   p->rules[i].severity_word[lang], p->rules[i].pattern[lang]);
}

static void
put_json_texts(struct json *json, const char *key, const char *const texts[2])
{
	json_key(json, key);
	json_object(json);
	json_member_string(json, "en", texts[0]);
	json_member_string(json, "ru", texts[1]);
	json_object_end(json);
}

static void
put_json_options(struct json *json, const struct presale_rule *rule)
{
	json_key(json, "options");
	json_array(json);
	for (size_t i = 0; i < rule->option_count; i++) {
		const struct presale_rule_option *option = &rule->options[i];
		json_object(json);
		put_json_texts(json, "key", option->key);
		json_member_string(json, "type", option->type);
		json_member_string(json, "standard", option->standard);
		put_json_texts(json, "about", option->about);
		json_object_end(json);
	}
	json_array_end(json);
}

static void
put_json_rule(struct json *json, const struct presale_rule *rule)
{
	json_object(json);
	json_member_string(json, "rule", rule->name);
	json_member_string(json, "group", rule->group);
	json_member_string(json, "severity", rule->severity_word[0]);
	json_member_string(json, "nature", rule->nature[0]);
	json_member_boolean(json, "raised", rule->raised);
	json_member_boolean(json, "fixed", rule->fixed);
	put_json_texts(json, "message", rule->message);
	put_json_texts(json, "why", rule->why);
	put_json_texts(json, "bad", rule->bad);
	put_json_texts(json, "good", rule->good);
	put_json_options(json, rule);
	json_object_end(json);
}

static void
put_json(const struct rules_printer *p)
{
	struct json json = {.out = p->out, .indent = 2};
	json_array(&json);
	for (size_t i = 0; i < p->count; i++)
		put_json_rule(&json, &p->rules[i]);
	json_array_end(&json);
	buf_putc(p->out, '\n');
}

static void
put_markdown_rule(const struct rules_printer *p, const struct presale_rule *rule)
{
	struct buf *out = p->out;
	int lang = args_lang(p->args);
	buf_printf(out, "\n### %s\n\n", rule->name);
	put_standing(p, rule, lang);
	buf_printf(out, ": %s\n\n", rule->pattern[lang]);
	if (rule->why[lang])
		buf_printf(out, "%s%s%s\n\n", rule->why[lang], rule->fixed ? " " : "",
			   rule->fixed ? call_say(p->args, SAY_RULES_FIXED, NULL, NULL) : "");
	put_options(p, rule, lang, true);
	if (rule->bad[lang])
		buf_printf(out, "%s\n\n```yaml\n%s```\n\n%s\n\n```yaml\n%s```\n",
			   call_say(p->args, SAY_RULES_BAD, NULL, NULL), rule->bad[lang],
			   call_say(p->args, SAY_RULES_GOOD, NULL, NULL), rule->good[lang]);
}

static void
put_markdown(const struct rules_printer *p)
{
	const char *group = "";
	buf_printf(p->out, "# %s\n\n%s\n", call_say(p->args, SAY_RULES_TITLE, NULL, NULL),
		   call_say(p->args, SAY_RULES_ABOUT, NULL, NULL));
	for (size_t i = 0; i < p->count; i++) {
		if (strcmp(p->rules[i].group, group) != 0)
			buf_printf(p->out, "\n## %s\n", p->rules[i].group);
		group = p->rules[i].group;
		put_markdown_rule(p, &p->rules[i]);
	}
}

static enum presale_status
list_all(const struct rules_printer *p)
{
	const char *format = args_value(p->args, OPTION_LIST_FORMAT);
	if (format && strcmp(format, "json") == 0)
		put_json(p);
	else if (format && strcmp(format, "md") == 0)
		put_markdown(p);
	else
		put_list(p);
	return PRESALE_CLEAN;
}

/* Prints what a function says of the rules, unless it fails. */
static enum presale_status
print_rules(struct arguments *args, enum presale_status (*put)(const struct rules_printer *p))
{
	struct buf out = {0};
	size_t levels;
	struct presale *library = library_open(args_lang(args));
	struct rules_printer p = {.args = args, .out = &out};
	p.rules = presale_rules(library, &p.count);
	p.levels = presale_list(library, PRESALE_LIST_LEVELS, &levels);
	enum presale_status status = put(&p);
	if (status == PRESALE_CLEAN)
		call_put(true, &out);
	buf_free(&out);
	presale_close(library);
	return status;
}

enum presale_status
run_explain(struct arguments *args)
{
	if (args->file_count)
		return print_rules(args, explain_all);
	call_complain(call_say(args, SAY_WHICH_RULE, NULL, NULL));
	return PRESALE_USAGE;
}

enum presale_status
run_rules(struct arguments *args)
{
	return print_rules(args, list_all);
}
