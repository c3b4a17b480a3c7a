/* SPDX-License-Identifier: MIT */
/* What a role does everywhere, process by process and stage by stage: the description of a job. And
 * the same of a person, who may have several roles. */
#include "emit/doc/html.h"
#include "plan/part.h"
#include "site/pages.h"

#include <string.h>

/* In how many processes and stages it takes part. */
struct role_extent {
	uint32_t processes, stages;
};

static struct role_extent
extent_of(const struct site_entry *role)
{
	struct role_extent extent = {0};
	for (const struct site_part *part = role->parts; part; part = part->next) {
		extent.processes += part->share_count > 0;
		extent.stages += part->share_count;
	}
	return extent;
}

static void
put_extent(const struct site_page *page, const struct role_extent *extent)
{
	page_count(page, "span", WORD_SITE_IN_PROCESSES, extent->processes);
	page_count(page, "span", WORD_SITE_IN_STAGES, extent->stages);
}

static void
put_kin(const struct site_page *page, const struct site_entry *entry)
{
	for (uint32_t i = 0; i < entry->kin_count; i++) {
		buf_puts(page->out, i ? ", " : "");
		page_link(page, entry->kin[i]->page, NULL, entry->kin[i]->name);
	}
}

static void
put_facts(const struct site_page *page, const struct site_entry *role)
{
	const struct site_entry *deputy =
	    role->deputy ? site_entry_find(&page->site->roles, role->deputy) : NULL;
	if (!role->kin_count && !role->deputy)
		return;
	buf_puts(page->out, "<dl class=\"facts\">\n");
	if (role->kin_count) {
		buf_puts(page->out, "<div>\n");
		page_word(page, "dt", WORD_SITE_PEOPLE);
		buf_puts(page->out, "<dd>");
		put_kin(page, role);
		buf_puts(page->out, "</dd>\n</div>\n");
	}
	if (role->deputy) {
		buf_puts(page->out, "<div>\n");
		page_word(page, "dt", WORD_SITE_DEPUTY);
		buf_puts(page->out, "<dd>");
		page_link(page, deputy ? deputy->page : NULL, NULL, role->deputy);
		buf_puts(page->out, "</dd>\n</div>\n");
	}
	buf_puts(page->out, "</dl>\n");
}

static void
put_duties(const struct site_page *page, const struct site_entry *role)
{
	if (!role->texts)
		return;
	page_word(page, "h2", WORD_SITE_DUTIES);
	buf_puts(page->out, "<ul>\n");
	for (const struct site_text *duty = role->texts; duty; duty = duty->next)
		page_text(page, "li", duty->text);
	buf_puts(page->out, "</ul>\n");
}

static bool
is_owner(const struct site_entry *role, const struct site_process *process)
{
	return process->row->owner && strcmp(process->row->owner, role->name) == 0;
}

/* The processes that it owns. */
static void
put_owned(const struct site_page *page, const struct site_entry *role)
{
	bool said = false;
	for (uint32_t i = 0; i < page->site->count; i++) {
		const struct site_process *process = page->site->items[i];
		if (!is_owner(role, process))
			continue;
		if (!said) {
			page_word(page, "h2", WORD_SITE_OWNS);
			buf_puts(page->out, "<ul class=\"where\">\n");
		}
		said = true;
		buf_puts(page->out, "<li>");
		page_link(page, process->page, NULL, process->row->name);
		buf_puts(page->out, "</li>\n");
	}
	buf_puts(page->out, said ? "</ul>\n" : "");
}

/* «отвечает и исполняет, утверждает»; who only does steps, does them. */
static void
put_letters(const struct site_page *page, const struct site_share *share)
{
	static const enum word words[RACI_COUNT] = {WORD_DOC_IS_RESPONSIBLE,
						    WORD_DOC_IS_ACCOUNTABLE, WORD_DOC_IS_CONSULTED,
						    WORD_DOC_IS_INFORMED};
	bool said = false;
	for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++) {
		if (!(share->letters >> letter & 1))
			continue;
		buf_puts(page->out, said ? ", " : "");
		html_escape(page->out, show_word(&page->sight->voice, words[letter]));
		said = true;
	}
	if (!said)
		html_escape(page->out, show_word(&page->sight->voice, WORD_DOC_DOES_STEPS));
}

static void
put_step(const struct site_page *page, const struct site_process *process,
	 const struct site_step *step)
{
	buf_puts(page->out, "<li>");
	page_link(page, process->page, step->anchor,
		  arena_printf(page->sight->arena, "%s %s", step->number, step->name));
	if (step->deadline) {
		buf_puts(page->out, " <span class=\"label\">");
		html_escape(page->out, step->deadline);
		buf_puts(page->out, "</span>");
	}
	buf_puts(page->out, "</li>\n");
}

/* On a phone each cell says its title. */
static void
open_cell(const struct site_page *page, enum word title)
{
	buf_puts(page->out, "<td data-title=\"");
	html_escape(page->out, show_word(&page->sight->voice, title));
	buf_puts(page->out, "\">");
}

static void
put_share(const struct site_page *page, const struct site_process *process,
	  const struct site_share *share)
{
	buf_puts(page->out, "<tr>\n<th scope=\"row\">");
	page_link(page, process->page, share->anchor,
		  arena_printf(page->sight->arena, "%s. %s", share->number, share->name));
	buf_puts(page->out, "</th>\n");
	open_cell(page, WORD_SITE_SHARE);
	put_letters(page, share);
	buf_puts(page->out, "</td>\n");
	open_cell(page, WORD_SITE_DEADLINE);
	html_escape(page->out, share->deadline ? share->deadline : "");
	buf_puts(page->out, "</td>\n");
	open_cell(page, WORD_SITE_STEPS);
	buf_puts(page->out, share->step_count ? "<ul>\n" : "");
	for (uint32_t i = 0; i < share->step_count; i++)
		put_step(page, process, &share->steps[i]);
	buf_puts(page->out, share->step_count ? "</ul>" : "");
	buf_puts(page->out, "</td>\n</tr>\n");
}

static void
put_part(const struct site_page *page, const char *heading, const struct site_part *part)
{
	static const enum word titles[] = {WORD_PAGE_STAGE, WORD_SITE_SHARE, WORD_SITE_DEADLINE,
					   WORD_SITE_STEPS};
	const struct register_row *row = part->process->row;
	buf_printf(page->out, "<section class=\"shared\">\n<%s>", heading);
	page_link(page, part->process->page, NULL, row->name);
	if (row->code)
		buf_puts(page->out, " <span class=\"mark\">");
	html_escape(page->out, row->code ? row->code : "");
	buf_printf(page->out,
		   "%s</%s>\n<div class=\"scroll\" tabindex=\"0\">\n<table "
		   "class=\"shares\">\n<thead>\n<tr>\n",
		   row->code ? "</span>" : "", heading);
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		page_word(page, "th scope=\"col\"", titles[i]);
	buf_puts(page->out, "</tr>\n</thead>\n<tbody>\n");
	for (uint32_t i = 0; i < part->share_count; i++)
		put_share(page, part->process, &part->shares[i]);
	buf_puts(page->out, "</tbody>\n</table>\n</div>\n</section>\n");
}

static void
put_parts(const struct site_page *page, const char *heading, const struct site_entry *role)
{
	for (const struct site_part *part = role->parts; part; part = part->next)
		if (part->share_count)
			put_part(page, heading, part);
}

void
page_role(const struct site_page *page, const struct site_entry *role)
{
	const struct role_extent extent = extent_of(role);
	page_begin(page, role->name, AREA_ROLES);
	buf_puts(page->out, "<p class=\"edition\">\n");
	put_extent(page, &extent);
	if (role->external)
		page_word(page, "span class=\"mark\"", WORD_SITE_EXTERNAL);
	buf_puts(page->out, "</p>\n");
	put_facts(page, role);
	put_duties(page, role);
	put_owned(page, role);
	put_parts(page, "h2", role);
	page_end(page);
}

void
page_person(const struct site_page *page, const struct site_entry *person)
{
	page_begin(page, person->name, AREA_ROLES);
	for (uint32_t i = 0; i < person->kin_count; i++) {
		const struct site_entry *role = person->kin[i];
		const struct role_extent extent = extent_of(role);
		buf_puts(page->out, "<section>\n<h2>");
		page_link(page, role->page, NULL, role->name);
		buf_puts(page->out, "</h2>\n<p class=\"edition\">\n");
		put_extent(page, &extent);
		buf_puts(page->out, "</p>\n");
		put_parts(page, "h3", role);
		buf_puts(page->out, "</section>\n");
	}
	page_end(page);
}

static void
put_role_row(const struct site_page *page, const struct site_entry *role, bool people)
{
	const struct role_extent extent = extent_of(role);
	buf_puts(page->out, "<tr>\n<th scope=\"row\">");
	page_link(page, role->page, NULL, role->name);
	buf_puts(page->out, "</th>\n");
	if (people) {
		buf_puts(page->out, "<td>");
		put_kin(page, role);
		buf_puts(page->out, "</td>\n");
	}
	buf_printf(page->out,
		   "<td class=\"figures\">%u</td>\n<td class=\"figures\">%u</td>\n</tr>\n",
		   extent.processes, extent.stages);
}

void
page_roles(const struct site_page *page)
{
	const struct site_entries *roles = &page->site->roles;
	bool people = page->site->people.count;
	struct site_entry **sorted = site_entries_sorted(roles, page->sight->arena);
	page_begin(page, show_word(&page->sight->voice, WORD_SITE_ROLES), AREA_ROLES);
	buf_puts(page->out, "<div class=\"scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n");
	page_word(page, "th scope=\"col\"", WORD_PAGE_ROLE);
	if (people)
		page_word(page, "th scope=\"col\"", WORD_SITE_PEOPLE);
	page_word(page, "th scope=\"col\" class=\"figures\"", WORD_REGISTER_PROCESSES);
	page_word(page, "th scope=\"col\" class=\"figures\"", WORD_SITE_STAGES);
	buf_puts(page->out, "</tr>\n</thead>\n<tbody>\n");
	for (uint32_t i = 0; i < roles->count; i++)
		put_role_row(page, sorted[i], people);
	buf_puts(page->out, "</tbody>\n</table>\n</div>\n");
	page_end(page);
}
