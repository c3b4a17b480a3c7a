/* SPDX-License-Identifier: MIT */
/* Text of the author's into cells: prose into pieces, roles in their colours, terms into notes; any
 * field as a cell. */
#include "model/fields.h"
#include "model/variant.h"
#include "plan/part_said.h"
#include "text/address.h"
#include "text/prose/prose.h"
#include "text/uri.h"
#include "view/book/book.h"

#include <string.h>

enum {
	NOTE_ROOM = 4000,   /* bytes of explanations beside one cell */
	LINK_ROOM = 30,     /* bytes of a link that fits one line of any column */
	ADDRESS_MAX = 2000, /* of the 2,079 characters a spreadsheet opens */
};

static const char bullet[] = "\xE2\x80\xA2 ";

/* Puts a term's definition into the cell's note when it is the first time the book names it. */
static void
explain(struct book *book, struct cell *cell, const struct term *term)
{
	uint8_t *noted = &book->noted[term->base.number];
	if (!book->explains || *noted || !term->definition.s || !names_may_link(term))
		return;
	const char *text =
	    arena_printf(&book->scratch, "%s%s%s \xE2\x80\x93 %s", cell->note ? cell->note : "",
			 cell->note ? "\n" : "", entity_name(&term->base),
			 prose_plain(&book->scratch, show_prose(book->voice, term->definition.s)));
	if (strlen(text) > NOTE_ROOM)
		return;
	*noted = 1;
	cell->note = text;
}

void
book_add_text(struct book *book, struct cell *cell, const char *text, unsigned look)
{
	struct mention mention;
	for (const char *at = text; at && names_find(book->names, at, &mention); at = mention.end)
		if (mention.what->kind == KIND_TERM)
			explain(book, cell, term_of(mention.what));
	cell_add(cell, &book->scratch, text, look, 0);
}

bool
book_can_open(const char *href)
{
	return uri_kind(href) == URI_LINK && strlen(href) <= ADDRESS_MAX;
}

static unsigned
look_of(const struct run *run)
{
	return (run->bold ? LOOK_BOLD : 0u) | (run->italic ? LOOK_ITALIC : 0u) |
	       (run->code ? LOOK_CODE : 0u) | (run->struck ? LOOK_STRUCK : 0u);
}

/* True for a link whose text is its address, which need not say www.'s scheme or mailto. */
static bool
is_address(const struct run *run)
{
	size_t length = strlen(run->text), whole = strlen(run->href);
	return length <= whole && strcmp(run->href + whole - length, run->text) == 0 &&
	       (length == whole || address_is_site(run->text) || address_is_mailbox(run->text));
}

/* A cell as a whole can lead to one place: a short link alone in it makes it one, other addresses
 * are spelled out behind their texts. */
static void
add_link(struct book *book, struct cell *cell, const struct run *run, bool alone)
{
	unsigned look = look_of(run);
	cell_add(cell, &book->scratch, run->text, look | LOOK_LINK, 0);
	if (alone && book->writer->visual && strlen(run->text) <= LINK_ROOM &&
	    book_can_open(run->href))
		cell->href = run->href;
	else if (*run->href != '#' && !is_address(run))
		cell_add(cell, &book->scratch, arena_printf(&book->scratch, " (%s)", run->href),
			 look, 0);
}

static void
add_runs(struct book *book, struct cell *cell, struct runs runs)
{
	for (size_t i = 0; i < runs.count; i++) {
		struct run *run = &runs.items[i];
		if (run->struck && !book->writer->visual)
			run->text = arena_printf(&book->scratch, "~~%s~~", run->text);
		if (run->href)
			add_link(book, cell, run, runs.count == 1 && !cell->count);
		else if (run->code)
			cell_add(cell, &book->scratch, run->text, look_of(run), 0);
		else
			book_add_text(book, cell, run->text, look_of(run));
	}
}

void
book_add_prose(struct book *book, struct cell *cell, const char *text)
{
	add_runs(book, cell, prose_runs(&book->scratch, show_prose(book->voice, text)));
}

/* Prose that is an item of a list: a list or a table has marks of its own. */
static void
add_item(struct book *book, struct cell *cell, const char *text)
{
	struct runs runs = prose_runs(&book->scratch, show_prose(book->voice, text));
	if (!runs.count || !prose_is_marked(runs.items[0].text))
		cell_add(cell, &book->scratch, bullet, 0, 0);
	add_runs(book, cell, runs);
}

void
book_add_texts(struct book *book, struct cell *cell, const struct texts *texts, bool prose)
{
	for (uint32_t i = 0; i < texts->count; i++) {
		if (cell->count)
			cell_add(cell, &book->scratch, "\n", 0, 0);
		if (texts->count > 1 && prose) {
			add_item(book, cell, texts->items[i].s);
			continue;
		}
		if (texts->count > 1)
			cell_add(cell, &book->scratch, bullet, 0, 0);
		if (prose)
			book_add_prose(book, cell, texts->items[i].s);
		else
			book_add_text(book, cell, texts->items[i].s, 0);
	}
}

/* A role's name in its colour, leading to its row when it is the first thing in the cell. */
static void
add_role(struct book *book, struct cell *cell, const struct role *role, unsigned look)
{
	if (!cell->count)
		cell->target = &role->base;
	cell_add(cell, &book->scratch, entity_name(&role->base), look | LOOK_COLOR,
		 show_role_color(role));
}

struct cell
book_role(struct book *book, const struct role *role)
{
	struct cell cell = {0};
	add_role(book, &cell, role, 0);
	return cell;
}

static void
add_refs(struct book *book, struct cell *cell, const struct ref *refs, uint32_t count,
	 unsigned look)
{
	for (uint32_t i = 0; i < count; i++) {
		const struct entity *to = refs[i].to;
		if (cell->count)
			cell_add(cell, &book->scratch, "\n", 0, 0);
		if (to && to->kind == KIND_ROLE) {
			add_role(book, cell, role_of(to), look);
			continue;
		}
		if (to && !cell->count)
			cell->target = to;
		cell_add(cell, &book->scratch, show_ref(book->voice, &refs[i]), look, 0);
	}
}

/* Who does it for which variants, a line each; those that are not named come first. */
static void
add_cases(struct book *book, struct cell *cell, const struct part_cases *cases, unsigned look)
{
	for (uint32_t i = 0; i < cases->count; i++) {
		const struct part_case *one = &cases->items[i];
		if (!one->roles[0])
			continue;
		cell_add(cell, &book->scratch, cell->count ? "\n" : "", 0, 0);
		if (i || !cases->rest)
			cell_add(cell, &book->scratch,
				 arena_printf(&book->scratch,
					      "%s: ", part_case_names(one, &book->scratch)),
				 LOOK_BOLD, 0);
		for (uint32_t k = 0; one->roles[k]; k++) {
			cell_add(cell, &book->scratch, k ? ", " : "", 0, 0);
			add_role(book, cell, one->roles[k], look);
		}
	}
}

void
book_add_approver(struct book *book, struct cell *cell, const struct entity *entity,
		  const char *before)
{
	const struct role *approver = part_approver(entity);
	if (!approver)
		return;
	const char *name = entity_name(&approver->base),
		   *text = show_word_with(book->voice, WORD_APPROVED_BY, name, &book->scratch);
	cell_add(cell, &book->scratch, cell->count ? before : "", 0, 0);
	cell_add(cell, &book->scratch, text, LOOK_FAINT, 0);
}

/* « (только: Госзаказчик)» */
static void
add_only(struct book *book, struct cell *cell, const struct refs *only)
{
	const char *names = "";
	for (uint32_t i = 0; i < only->count; i++)
		names = arena_printf(&book->scratch, "%s%s%s", names, i ? ", " : "",
				     show_ref(book->voice, &only->items[i]));
	if (!*names)
		return;
	names = show_word_with(book->voice, WORD_ONLY_FOR, names, &book->scratch);
	cell_add(cell, &book->scratch, arena_printf(&book->scratch, " (%s)", names), LOOK_FAINT, 0);
}

/* A stage's steps as a numbered list: the step, who does and who approves it, and how long it may
 * take. */
static void
add_steps(struct book *book, struct cell *cell, const struct list *steps)
{
	for (uint32_t i = 0; i < steps->count; i++) {
		const struct step *step = step_at(steps, i);
		cell_add(cell, &book->scratch,
			 arena_printf(&book->scratch, "%s%s ", i ? "\n" : "",
				      show_number(&step->base, &book->scratch)),
			 0, 0);
		book_add_text(book, cell, entity_name(&step->base), step->key.on ? LOOK_BOLD : 0);
		if (step_more(step)->role_by_variant)
			cell_add(cell, &book->scratch,
				 arena_printf(&book->scratch, " \xE2\x80\x93 %s",
					      part_said(&step->base, &book->scratch)),
				 0, 0);
		for (uint32_t j = 0; j < step->role.count && !step_more(step)->role_by_variant;
		     j++) {
			const struct entity *role = step->role.items[j].to;
			cell_add(cell, &book->scratch, j ? ", " : " \xE2\x80\x93 ", 0, 0);
			if (role)
				cell_add(cell, &book->scratch, entity_name(role), LOOK_COLOR,
					 show_role_color(role_of(role)));
			else
				cell_add(cell, &book->scratch,
					 show_ref(book->voice, &step->role.items[j]), 0, 0);
		}
		book_add_approver(book, cell, &step->base, ", ");
		if (step->deadline.pos.line) {
			const char *time = show_deadline(book->voice, &step->base, &book->scratch);
			const char *form = step_more(step)->deadline_by_variant ? " (%s)" : ", %s";
			cell_add(cell, &book->scratch, arena_printf(&book->scratch, form, time),
				 LOOK_FAINT, 0);
		}
		add_only(book, cell, &step->only);
	}
}

void
book_add_rest(struct book *book, struct cell *cell, const struct entity *entity)
{
	struct texts rest = show_rest(book->voice, entity, &book->scratch);
	for (uint32_t i = 0; i < rest.count; i++) {
		cell_add(cell, &book->scratch, cell->count ? "\n" : "", 0, 0);
		book_add_text(book, cell, rest.items[i].s, 0);
	}
}

/* Texts for each of several things, the thing's name in bold before its texts. */
static void
add_noted(struct book *book, struct cell *cell, const char *name, const struct texts *texts)
{
	if (cell->count)
		cell_add(cell, &book->scratch, "\n", 0, 0);
	cell_add(cell, &book->scratch, name, LOOK_BOLD, 0);
	for (uint32_t i = 0; i < texts->count; i++) {
		const char *gap = texts->count > 1 ? "\n" : ": ";
		cell_add(cell, &book->scratch, i || *name ? gap : "", 0, 0);
		if (texts->count > 1)
			add_item(book, cell, texts->items[i].s);
		else
			book_add_prose(book, cell, texts->items[i].s);
	}
}

static void
add_notes(struct book *book, struct cell *cell, const struct notes *notes)
{
	for (uint32_t i = 0; i < notes->count; i++)
		add_noted(book, cell, show_ref(book->voice, &notes->items[i].key),
			  &notes->items[i].texts);
}

/* Control points, contacts. */
static void
add_noted_things(struct book *book, struct cell *cell, const struct list *list)
{
	struct note note;
	for (uint32_t i = 0; i < list->count; i++) {
		if (entity_as_note(list->items[i], &note))
			add_noted(book, cell, show_ref(book->voice, &note.key), &note.texts);
		book_add_rest(book, cell, list->items[i]);
	}
}

/* A field as it is shown anywhere, a line each. */
static void
add_shown(struct book *book, struct cell *cell, const struct entity *entity,
	  const struct field *field)
{
	bool prose;
	struct texts texts = show_field(book->voice, entity, field, &prose, &book->scratch);
	book_add_texts(book, cell, &texts, prose);
}

static void
add_list(struct book *book, struct cell *cell, const struct entity *entity,
	 const struct field *field)
{
	const struct list *list = field_value(entity, field);
	if (field->argument == KIND_STEP) {
		add_steps(book, cell, list);
	} else if (field->argument == KIND_CHECKPOINT || field->argument == KIND_CONTACT) {
		add_noted_things(book, cell, list);
	} else {
		add_shown(book, cell, entity, field);
		if (field->argument == KIND_ATTACHMENT && list->count)
			cell->href = show_attachment(book->voice, attachment_at(list, 0)).href.s;
	}
}

const char *
book_path(struct book *book, const struct entity *entity)
{
	const char *path = entity->id;
	for (const struct entity *at = entity->parent;
	     at && (at->kind == KIND_STEP || at->kind == KIND_STAGE); at = at->parent)
		path = arena_printf(&book->scratch, "%s/%s", at->id, path);
	return path;
}

enum tint
book_mark(const struct entity *entity)
{
	bool stage = entity->kind == KIND_STAGE;
	if (stage ? stage_of(entity)->blocking.on : step_of(entity)->blocking.on)
		return TINT_BLOCKING;
	return (stage ? stage_of(entity)->key.on : step_of(entity)->key.on) ? TINT_KEY : TINT_NONE;
}

struct cell
book_deadline(struct book *book, const struct entity *entity)
{
	const struct by_variant *by = variant_values(entity, task_deadline_row(entity));
	struct cell cell = {0};
	for (uint32_t i = 0; by && i < by->values.count; i++) {
		cell_add(&cell, &book->scratch, i ? "\n" : "", 0, 0);
		cell_add(&cell, &book->scratch,
			 show_variant_value(book->voice, variant_value_at(&by->values, i),
					    &book->scratch),
			 0, 0);
	}
	if (!by)
		cell = cell_text(&book->scratch, show_deadline(book->voice, entity, &book->scratch),
				 0);
	else if (task_is_ongoing(entity))
		cell_add(&cell, &book->scratch,
			 arena_printf(&book->scratch, "\n%s", show_word(book->voice, WORD_ONGOING)),
			 0, 0);
	return cell;
}

struct cell
book_part(struct book *book, const struct entity *entity, enum raci letter)
{
	struct cell cell = {0};
	struct part_refs refs = part_refs(entity, letter, NULL);
	if (letter != RACI_R && (refs.inherited || refs.assumed))
		return cell;
	unsigned look = refs.inherited ? LOOK_ITALIC : 0;
	if (letter == RACI_R && part_variants(entity).count > 1) {
		const struct part_cases cases = part_cases(entity, &book->scratch);
		add_cases(book, &cell, &cases, look);
	} else {
		add_refs(book, &cell, refs.items, refs.count, look);
	}
	return cell;
}

struct cell
book_field(struct book *book, const struct entity *entity, const struct field *field)
{
	struct cell cell = {0};
	const void *value = field_value(entity, field);
	if (!field_is_set(entity, field))
		return cell;
	switch (field->type) {
	case TYPE_DATE:
		return cell_date(((const struct date *)value)->day);
	case TYPE_NUMBER:
		return cell_number(((const struct number *)value)->value);
	case TYPE_PROSE:
		book_add_prose(book, &cell, ((const struct text *)value)->s);
		break;
	case TYPE_TEXTS:
	case TYPE_PROSES:
		book_add_texts(book, &cell, value, field->type == TYPE_PROSES);
		break;
	case TYPE_REF:
		add_refs(book, &cell, value, 1, 0);
		break;
	case TYPE_REFS:
		if (variant_values(entity, field)) {
			const struct part_cases cases = part_cases(entity, &book->scratch);
			add_cases(book, &cell, &cases, 0);
		} else {
			add_refs(book, &cell, ((const struct refs *)value)->items,
				 ((const struct refs *)value)->count, 0);
		}
		break;
	case TYPE_NOTES:
		add_notes(book, &cell, value);
		break;
	case TYPE_MANY:
		add_list(book, &cell, entity, field);
		break;
	case TYPE_DURATION:
		if (field_terms(field) && variant_values(entity, field))
			return book_deadline(book, entity);
		add_shown(book, &cell, entity, field);
		break;
	case TYPE_TEXT:
	case TYPE_DATES:
	case TYPE_FLAG:
	case TYPE_PERIOD:
	case TYPE_CHOICE:
	case TYPE_CHOICES:
	case TYPE_COLOR:
	case TYPE_ONE:
		add_shown(book, &cell, entity, field);
		break;
	}
	return cell;
}

/* Why the deadline of a stage or step cannot hold, in the document's language, or NULL. In the
 * scratch. */
static const char *
deadline_risk(struct book *book, const struct entity *entity)
{
	const struct process *process = model_process(book->model);
	const struct duration *deadline =
	    entity->kind == KIND_STAGE ? &stage_of(entity)->deadline : &step_of(entity)->deadline;
	if (!book->plan || !plan_task(book->plan, entity))
		return NULL;
	struct length chain = plan_steps_take(book->plan, entity, ESTIMATE_MOST);
	if (duration_is_bound(deadline) && chain.weight > duration_most(deadline).weight)
		return show_word_with(
		    book->voice, WORD_RISK_STEPS,
		    show_length_beside(book->voice, chain, deadline, &book->scratch),
		    &book->scratch);
	struct length total = book->plan->total[ESTIMATE_MOST];
	bool critical = plan_task(book->plan, entity)->critical[ESTIMATE_MOST];
	if (entity->kind == KIND_STAGE && duration_is_bound(&process->deadline) && critical &&
	    total.weight > duration_most(&process->deadline).weight)
		return show_word_with(
		    book->voice, WORD_RISK_PROCESS,
		    show_length_beside(book->voice, total, &process->deadline, &book->scratch),
		    &book->scratch);
	return NULL;
}

void
book_mark_risk(struct book *book, struct cell *cell, const struct entity *entity)
{
	const char *risk = deadline_risk(book, entity);
	if (!risk)
		return;
	cell->tint = TINT_RISK;
	cell->note = cell->note ? arena_printf(&book->scratch, "%s\n%s", cell->note, risk) : risk;
}
