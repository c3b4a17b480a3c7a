/* SPDX-License-Identifier: MIT */
/* presale rules and presale explain: the table of rules, printed. */
#include "cli/run.h"
#include "diag/diag.h"
#include "support/json.h"

#include <string.h>

/* How serious a rule's findings are, and why: «предупреждение, пробел». */
static void
put_standing(struct arguments *args, enum rule rule, int lang, struct buf *out)
{
	const struct rule_info *info = rule_info(rule);
	buf_printf(out, "%s, %s", severity_name(info->severity, lang),
		   nature_name(info->nature, lang));
	if (rule_is_raised(rule))
		buf_printf(out, "; %s", say_in(args, lang, SAY_RULES_RAISED, NULL, NULL));
}

static const char *
why(const struct rule_info *info, int lang)
{
	return lang ? info->explanation.why_ru : info->explanation.why_en;
}

static const char *
group_of(struct arguments *args, const struct rule_info *info)
{
	return arena_copy(&args->arena, info->name, strcspn(info->name, "/"));
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
put_options(struct arguments *args, enum rule rule, int lang, bool markdown, struct buf *out)
{
	bool any = false;
	for (int i = 0; i < RULE_OPTION_COUNT; i++) {
		const struct rule_option_info *option = rule_option_info((enum rule_option)i);
		if (option->rule != rule)
			continue;
		if (!any)
			buf_printf(out, "%s\n%s", say_in(args, lang, SAY_RULES_OPTIONS, NULL, NULL),
				   markdown ? "\n" : "");
		any = true;
		buf_printf(out, markdown ? "- `%s` (`%s`): %s" : "    %s (%s): %s",
			   option->keys[lang], option->keys[!lang], option->about[lang]);
		if (*option->standard)
			buf_printf(out, " %s",
				   say_in(args, lang, SAY_RULES_STANDARD, option->standard, NULL));
		buf_putc(out, '\n');
	}
	if (any)
		buf_putc(out, '\n');
}

/* What a file would set a rule to: one that is on is switched off, and the other way round. */
static const char *
other_level(const struct rule_info *info, int lang)
{
	return severity_name(info->severity == SEVERITY_OFF ? SEVERITY_WARNING : SEVERITY_OFF,
			     lang);
}

static void
put_silencing(struct arguments *args, enum rule rule, int lang, struct buf *out)
{
	const struct rule_info *info = rule_info(rule);
	const char *name = info->name;
	if (rule_is_fixed(rule)) {
		buf_printf(out, "%s\n", say_in(args, lang, SAY_RULES_FIXED, NULL, NULL));
		return;
	}
	buf_printf(out, "%s\n\n    %s:\n      %s: %s\n\n",
		   say_in(args, lang, SAY_RULES_SILENCE, NULL, NULL), lang ? "проверки" : "check",
		   name, other_level(info, lang));
	buf_printf(out, "%s\n\n    %s: {%s: %s}\n",
		   say_in(args, lang, SAY_RULES_SILENCE_ONE, NULL, NULL),
		   lang ? "не_проверять" : "ignore", name,
		   say_in(args, lang, SAY_RULES_EXCEPTION, NULL, NULL));
}

static void
put_explanation(struct arguments *args, enum rule rule, struct buf *out)
{
	const struct rule_info *info = rule_info(rule);
	int lang = args_lang(args);
	buf_printf(out, "%s (", info->name);
	put_standing(args, rule, lang, out);
	buf_puts(out, ")\n");
	rule_pattern(rule, lang, out);
	if (why(info, lang))
		buf_printf(out, "\n\n%s", why(info, lang));
	buf_puts(out, "\n\n");
	if (info->explanation.bad) {
		buf_printf(out, "%s\n\n", say(args, SAY_RULES_BAD, NULL, NULL));
		put_indented(info->explanation.bad, out);
		buf_printf(out, "\n%s\n\n", say(args, SAY_RULES_GOOD, NULL, NULL));
		put_indented(info->explanation.good, out);
		buf_putc(out, '\n');
	}
	put_options(args, rule, lang, false, out);
	put_silencing(args, rule, lang, out);
}

enum presale_status
run_explain(struct arguments *args)
{
	struct buf out = {0};
	enum presale_status status = PRESALE_CLEAN;
	if (!args->file_count) {
		complain(say(args, SAY_WHICH_RULE, NULL, NULL));
		return PRESALE_USAGE;
	}
	for (size_t i = 0; i < args->file_count && status == PRESALE_CLEAN; i++) {
		enum rule rule = rule_find(args->files[i]);
		if (i)
			buf_putc(&out, '\n');
		if (rule)
			put_explanation(args, rule, &out);
		else
			status = complain_rule(args, args->files[i]);
	}
	if (status == PRESALE_CLEAN)
		stream_put(true, &out);
	buf_free(&out);
	return status;
}

static void
put_list(struct arguments *args, struct buf *out)
{
	for (int rule = RULE_NONE + 1; rule < RULE_COUNT; rule++) {
		const struct rule_info *info = rule_info((enum rule)rule);
		buf_printf(out, "%-32s %s: ", info->name,
			   severity_name(info->severity, args_lang(args)));
		rule_pattern((enum rule)rule, args_lang(args), out);
		buf_putc(out, '\n');
	}
}

static void
put_json_texts(struct json *json, const char *key, const char *en, const char *ru)
{
	json_key(json, key);
	json_object(json);
	json_member_string(json, "en", en);
	json_member_string(json, "ru", ru);
	json_object_end(json);
}

static void
put_json_options(struct json *json, enum rule rule)
{
	json_key(json, "options");
	json_array(json);
	for (int i = 0; i < RULE_OPTION_COUNT; i++) {
		const struct rule_option_info *option = rule_option_info((enum rule_option)i);
		if (option->rule != rule)
			continue;
		json_object(json);
		put_json_texts(json, "key", option->keys[0], option->keys[1]);
		json_member_string(json, "type",
				   option->type == RULE_OPTION_TYPE_NUMBER ? "number" : "words");
		json_member_string(json, "standard", option->standard);
		put_json_texts(json, "about", option->about[0], option->about[1]);
		json_object_end(json);
	}
	json_array_end(json);
}

static void
put_json_rule(struct arguments *args, struct json *json, enum rule rule)
{
	const struct rule_info *info = rule_info(rule);
	json_object(json);
	json_member_string(json, "rule", info->name);
	json_member_string(json, "group", group_of(args, info));
	json_member_string(json, "severity", severity_name(info->severity, 0));
	json_member_string(json, "nature", nature_name(info->nature, 0));
	json_member_boolean(json, "raised", rule_is_raised(rule));
	json_member_boolean(json, "fixed", rule_is_fixed(rule));
	put_json_texts(json, "message", info->texts[0], info->texts[1]);
	put_json_texts(json, "why", info->explanation.why_en, info->explanation.why_ru);
	json_member_string(json, "bad", info->explanation.bad);
	json_member_string(json, "good", info->explanation.good);
	put_json_options(json, rule);
	json_object_end(json);
}

static void
put_json(struct arguments *args, struct buf *out)
{
	struct json json = {.out = out, .indent = 2};
	json_array(&json);
	for (int rule = RULE_NONE + 1; rule < RULE_COUNT; rule++)
		put_json_rule(args, &json, (enum rule)rule);
	json_array_end(&json);
	buf_putc(out, '\n');
}

static void
put_markdown_rule(struct arguments *args, enum rule rule, struct buf *out)
{
	const struct rule_info *info = rule_info(rule);
	int lang = args_lang(args);
	buf_printf(out, "\n### %s\n\n", info->name);
	put_standing(args, rule, lang, out);
	buf_puts(out, ": ");
	rule_pattern(rule, lang, out);
	buf_puts(out, "\n\n");
	if (why(info, lang))
		buf_printf(out, "%s%s%s\n\n", why(info, lang), rule_is_fixed(rule) ? " " : "",
			   rule_is_fixed(rule) ? say(args, SAY_RULES_FIXED, NULL, NULL) : "");
	put_options(args, rule, lang, true, out);
	if (info->explanation.bad)
		buf_printf(out, "%s\n\n```yaml\n%s```\n\n%s\n\n```yaml\n%s```\n",
			   say(args, SAY_RULES_BAD, NULL, NULL), info->explanation.bad,
			   say(args, SAY_RULES_GOOD, NULL, NULL), info->explanation.good);
}

static void
put_markdown(struct arguments *args, struct buf *out)
{
	const char *group = "";
	buf_printf(out, "# %s\n\n%s\n", say(args, SAY_RULES_TITLE, NULL, NULL),
		   say(args, SAY_RULES_ABOUT, NULL, NULL));
	for (int rule = RULE_NONE + 1; rule < RULE_COUNT; rule++) {
		const char *now = group_of(args, rule_info((enum rule)rule));
		if (strcmp(now, group) != 0)
			buf_printf(out, "\n## %s\n", now);
		group = now;
		put_markdown_rule(args, (enum rule)rule, out);
	}
}

enum presale_status
run_rules(struct arguments *args)
{
	const char *format = args_value(args, OPTION_RULES_FORMAT);
	struct buf out = {0};
	if (format && strcmp(format, "json") == 0)
		put_json(args, &out);
	else if (format && strcmp(format, "md") == 0)
		put_markdown(args, &out);
	else
		put_list(args, &out);
	stream_put(true, &out);
	buf_free(&out);
	return PRESALE_CLEAN;
}
