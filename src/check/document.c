/* SPDX-License-Identifier: MIT */
/* Rules on the document itself: owner, version, approvals, review, dates. */
#include "check/checker.h"
#include "draw/pen/contrast.h"
#include "model/fields.h"
#include "plan/fingerprint.h"
#include "plan/review.h"
#include "plan/signing.h"
#include "support/utf8.h"
#include "text/words/declension.h"

#include <string.h>

/* Bits of word->mark that belong to these rules. */
enum { MARK_PLACEHOLDER_KNOWN = 1 << 16, MARK_PLACEHOLDER = 1 << 17 };

void
check_owner(struct checker *c, const struct entity *entity)
{
	const struct process *process = process_of(entity);
	if (!process->owner.raw && !field_was_refused(entity, field_row(FIELD_PROCESS_owner)) &&
	    !field_was_refused(entity->parent, field_row(FIELD_DOCUMENT_process)))
		report1(c, RULE_DOCUMENT_NO_OWNER, entity, process->name.pos, process->name.s);
}

static bool
is_status(const struct checker *c, enum choice status)
{
	return model_process(c->model)->status.value == status;
}

/* A process that is not yet in force may do without a history; one that has a history keeps it up
 * to date. */
void
check_history(struct checker *c, const struct entity *entity)
{
	const struct process *process = process_of(entity);
	bool in_force = is_status(c, STATUS_APPROVED) || is_status(c, STATUS_REVIEW);
	if (process->version.s && (in_force || c->model->document->history.count) &&
	    !signing_revision(c->model, &c->arena))
		report1(c, RULE_DOCUMENT_NO_REVISION, entity, process->version.pos,
			process->version.s);
}

/* What closed a problem is a version that people can look up. */
void
check_closed_version(struct checker *c, const struct entity *entity)
{
	const struct text *version = &problem_of(entity)->version;
	const struct list *history = &c->model->document->history;
	if (version->s && history->count && !signing_revision_of(c->model, version->s, &c->arena))
		report1(c, RULE_DOCUMENT_UNKNOWN_VERSION, entity, version->pos, version->s);
}

/* ---- approvals */

static void
report_old(struct checker *c, const struct approval *approval, const struct revision *revision)
{
	const struct text *version = &model_process(c->model)->version;
	bool by_version = approval->version.s && version->s;
	struct diagnostic *found = report3(
	    c, RULE_DOCUMENT_OLD_APPROVAL, &approval->base,
	    by_version ? approval->version.pos : approval->date.pos, signing_signer(approval),
	    by_version ? said_text(approval->version.s)
		       : said_date(c->model, &approval->date, &c->arena),
	    version->s ? version->s : "");
	found->related = by_version ? version->pos : revision->date.pos;
}

static void
check_approval(struct checker *c, const struct approval *approval, const struct revision *revision)
{
	if (!approval->decision.value &&
	    field_was_refused(&approval->base, field_row(FIELD_APPROVAL_decision)))
		return;
	if (!approval->decision.value)
		report1(c, RULE_DOCUMENT_NO_DECISION, &approval->base, approval->base.pos,
			signing_signer(approval));
	else if (!signing_is_current(c->model, revision, approval, &c->arena) &&
		 fingerprint_match(c->model->fingerprint, approval->fingerprint.s) !=
		     FINGERPRINT_CHANGED)
		report_old(c, approval, revision);
	else if (approval->decision.value == DECISION_REJECTED)
		report1(c, RULE_DOCUMENT_REJECTED, &approval->base, approval->decision.pos,
			signing_signer(approval));
}

/* Only of an approved process: before, approvals are under way. */
void
check_approvals(struct checker *c, const struct entity *entity)
{
	const struct list *approvals = &document_of(entity)->approvals;
	const struct process *process = model_process(c->model);
	if (!is_status(c, STATUS_APPROVED))
		return;
	if (!approvals->count) {
		report1(c, RULE_DOCUMENT_NO_APPROVALS, &process->base, process->status.pos,
			process->name.s);
		return;
	}
	const struct revision *revision = signing_revision(c->model, &c->arena);
	struct map best = signing_best(c->model, &c->arena);
	for (uint32_t i = 0; i < approvals->count; i++) {
		const struct approval *approval = approval_at(approvals, i);
		if (map_get(&best, utf8_fold(&c->arena, signing_signer(approval), FOLD_CASE)) ==
		    approval)
			check_approval(c, approval, revision);
	}
	map_free(&best);
}

/* ---- review */

/* A draft is not in force yet, a retired process not any more. */
void
check_review(struct checker *c, const struct entity *entity)
{
	const struct process *process = process_of(entity);
	struct date due;
	if (is_status(c, STATUS_RETIRED) || is_status(c, STATUS_DRAFT) ||
	    !review_next(c->model, &due) || due.day >= c->options->today)
		return;
	const struct review *review = review_of(process->review);
	const struct date *last = review->last.pos.line ? &review->last : &process->effective;
	report2(c, RULE_DOCUMENT_REVIEW_OVERDUE, process->review, last->pos,
		said_date(c->model, &due, &c->arena), said_date(c->model, last, &c->arena));
}

/* ---- dates */

/* A history goes up or down; the first two different dates say which. */
void
check_history_dates(struct checker *c, const struct entity *entity)
{
	const struct list *history = &document_of(entity)->history;
	const struct revision *before = NULL;
	int direction = 0;
	for (uint32_t i = 0; i < history->count; i++) {
		const struct revision *revision = revision_at(history, i);
		if (!revision->date.pos.line)
			continue;
		int step = before ? (revision->date.day > before->date.day) -
					(revision->date.day < before->date.day)
				  : 0;
		if (direction * step < 0)
			report3(c, RULE_DOCUMENT_HISTORY_ORDER, &revision->base, revision->date.pos,
				revision->version.s ? said_text(revision->version.s)
						    : said_phrase(PHRASE_REVISION),
				said_date(c->model, &revision->date, &c->arena),
				said_date(c->model, &before->date, &c->arena))
			    ->related = before->date.pos;
		direction = direction ? direction : step;
		before = revision;
	}
}

static void
check_past(struct checker *c, const struct entity *entity, const struct date *date)
{
	if (date->pos.line && date->day > c->options->today)
		report1(c, RULE_DOCUMENT_FUTURE_DATE, entity, date->pos,
			said_date(c->model, date, &c->arena));
}

/* What has been signed, finished or looked at cannot lie ahead. */
void
check_future_dates(struct checker *c, const struct entity *entity)
{
	const struct document *document = document_of(entity);
	const struct entity *review = model_process(c->model)->review;
	for (uint32_t i = 0; i < document->approvals.count; i++)
		if (approval_at(&document->approvals, i)->decision.value)
			check_past(c, document->approvals.items[i],
				   &approval_at(&document->approvals, i)->date);
	for (uint32_t i = 0; i < document->acknowledgements.count; i++)
		check_past(c, document->acknowledgements.items[i],
			   &acknowledgement_at(&document->acknowledgements, i)->date);
	if (review)
		check_past(c, review, &review_of(review)->last);
}

/* ---- placeholders */

/* How a word shows that it keeps a place for something: as a sign, wherever it stands in capitals;
 * as a sign where a line begins; or where nothing but it stands for a value, since it is a verb as
 * well: «Уточнить, кто решает» and «Заполнить, подписать» tell what to do. */
enum keeps { KEEPS_NOTHING, KEEPS_ANYWHERE, KEEPS_LINE, KEEPS_VALUE };

static const struct {
	const char *word;
	enum keeps keeps;
} placeholders[] = {
    {"tbd", KEEPS_ANYWHERE},   {"tbc", KEEPS_ANYWHERE},     {"todo", KEEPS_LINE},
    {"fixme", KEEPS_LINE},     {"уточняется", KEEPS_VALUE}, {"уточнить", KEEPS_VALUE},
    {"дописать", KEEPS_VALUE}, {"заполнить", KEEPS_VALUE},
};

/* Looked up once for each different word. */
static enum keeps
keeps_place(struct form *form)
{
	if (!(form->mark & MARK_PLACEHOLDER_KNOWN)) {
		form->mark |= MARK_PLACEHOLDER_KNOWN;
		for (size_t i = 0; i < sizeof placeholders / sizeof *placeholders; i++)
			form->mark |=
			    strcmp(form->folded, placeholders[i].word) == 0 ? MARK_PLACEHOLDER : 0;
	}
	for (size_t i = 0;
	     form->mark & MARK_PLACEHOLDER && i < sizeof placeholders / sizeof *placeholders; i++)
		if (strcmp(form->folded, placeholders[i].word) == 0)
			return placeholders[i].keeps;
	return KEEPS_NOTHING;
}

/* What stands before a word on its line, but for blanks. */
enum before { BEFORE_WORD, BEFORE_LINE, BEFORE_BRACKET, BEFORE_SIGN };

static enum before
what_is_before(const char *text, const char *start)
{
	static const char *const signs[] = {":", "–", "—", "=", " -"};
	while (start > text && start[-1] == ' ')
		start--;
	if (start == text || start[-1] == '\n')
		return BEFORE_LINE;
	if (strchr("([<{", start[-1]))
		return BEFORE_BRACKET;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t length = strlen(signs[i]);
		if ((size_t)(start - text) >= length &&
		    memcmp(start - length, signs[i], length) == 0)
			return BEFORE_SIGN;
	}
	return BEFORE_WORD;
}

/* «Уточнить.», «Срок: уточнить», «(уточнить)». Alone as a name it says what to do. */
static bool
is_value(const struct passage *passage, const struct token *token, enum before before)
{
	const char *after = token->end + strspn(token->end, " ");
	if (before == BEFORE_BRACKET)
		return *after && strchr(")]>}", *after);
	after += strspn(after, ".!?)");
	return before != BEFORE_WORD && !(passage->field->flags & F_NAME) &&
	       (!*after || *after == '\n');
}

/* "TODO: ask", «[TODO] спросить», "TODO ask"; the list or column of that name is none. */
static bool
is_task(const struct passage *passage, size_t i, enum before before)
{
	static const char *const holders[] = {"list", "column", "board",   "item",
					      "лист", "список", "колонка", "доска"};
	if (before == BEFORE_WORD || !(passage->tokens[i].form->traits & FORM_UPPER))
		return passage->tokens[i].end[0] == ':';
	for (size_t k = 0; i + 1 < passage->count && k < sizeof holders / sizeof *holders; k++)
		if (strcmp(passage->tokens[i + 1].form->stem->text, holders[k]) == 0 ||
		    declension_same(holders[k], false, passage->tokens[i + 1].form->folded))
			return false;
	return true;
}

static bool
is_placeholder(const struct passage *passage, size_t i)
{
	const struct token *token = &passage->tokens[i];
	enum keeps keeps = keeps_place(token->form);
	if (keeps == KEEPS_NOTHING)
		return false;
	enum before before = what_is_before(passage->text->s, token->start);
	if (keeps == KEEPS_ANYWHERE && token->form->traits & FORM_UPPER)
		return true;
	return is_value(passage, token, before) ||
	       (keeps == KEEPS_LINE && is_task(passage, i, before));
}

/* «Ставка ??? процентов»; behind a word they only wonder. */
static const char *
question_marks(const char *text)
{
	const char *at = strstr(text, "???");
	for (; at; at = strstr(at + 3, "???"))
		if (at == text || strchr(" \n:=([<{", at[-1]))
			return at;
	return NULL;
}

void
check_placeholders(struct checker *c, const struct passage *passage)
{
	const char *marks = question_marks(passage->text->s);
	if (marks) {
		report_words(c, RULE_DOCUMENT_PLACEHOLDER, passage, marks, marks + 3, "???", NULL);
		return;
	}
	for (size_t i = 0; i < passage->count; i++) {
		const struct token *token = &passage->tokens[i];
		if (!is_placeholder(passage, i))
			continue;
		report_words(
		    c, RULE_DOCUMENT_PLACEHOLDER, passage, token->start, token->end,
		    arena_copy(&c->arena, token->start, (size_t)(token->end - token->start)), NULL);
		return;
	}
}

enum { SEEN_CONTRAST = 3 }; /* what WCAG 2.1 wants of marks and large letters */

void
check_accent(struct checker *c, const struct entity *entity)
{
	const struct color *accent = &process_of(entity)->accent;
	double contrast = contrast_of(accent->rgb, 0xFFFFFF);
	if (accent->pos.line && contrast < SEEN_CONTRAST)
		report1(c, RULE_DOCUMENT_PALE_ACCENT, entity, accent->pos,
			arena_printf(&c->arena, "#%06X", (unsigned)accent->rgb));
}
