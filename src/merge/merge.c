/* SPDX-License-Identifier: MIT */
#include "merge/merge.h"

#include "files/file.h"
#include "import/read/reader.h"
#include "merge/book/answers.h"
#include "merge/book/book.h"
#include "merge/chart/chart.h"
#include "merge/decide/decide.h"
#include "merge/map/map.h"
#include "merge/decide/renames.h"

#include <string.h>

enum { TRIES = 100 }; /* changes that are tried alone to find the one that cannot be made */

struct merging {
	const struct edit_source *source;
	const struct merge_order *order;
	struct remarks *remarks;
	struct arena arena;
	struct shown_book shown; /* what the documents are compared with … */
	struct shown_book today; /* … and with a base what they would say today */
	struct decision decision;
};

static bool
read_file(struct merging *m, struct foreign *foreign, struct buf *bytes)
{
	static const enum remark_id unread[] = {[FILE_MISSING] = REMARK_MISSING,
						[FILE_FOLDER] = REMARK_FOLDER,
						[FILE_SPECIAL] = REMARK_SPECIAL,
						[FILE_DENIED] = REMARK_DENIED,
						[FILE_LARGE] = REMARK_LARGE};
	const struct buf *text = overlays_find(m->source->overlays, foreign->name);
	if (text) {
		buf_add(bytes, text->data, text->length);
		return true;
	}
	enum file_status status = file_read(foreign->name, bytes);
	return status == FILE_OK || foreign_remark(foreign, unread[status], NULL,
						   arena_printf(&m->arena, "%d", FILE_LIMIT_MIB));
}

/* Notes on cells are the program's own, and so may be what is hidden. */
static void
forget_usual(struct remarks *remarks, size_t from)
{
	size_t count = from;
	for (size_t i = from; i < remarks->count; i++) {
		enum remark_id id = remarks->items[i].id;
		if (id != REMARK_NOTES && id != REMARK_HIDDEN_SHEET)
			remarks->items[count++] = remarks->items[i];
	}
	remarks->count = count;
}

/* By what the document has: the topics of a map, the shapes of a chart, answers, or tables. */
static bool
read_sights(struct merging *m, const struct foreign *foreign, struct sights *sights)
{
	if (foreign->chart)
		return chart_sights(&m->decision, foreign, sights);
	if (foreign->root)
		return map_sights(&m->decision, foreign, sights);
	if (!answers_are(foreign))
		return book_sights(&m->decision, foreign, &m->shown, sights);
	answers_sights(&m->decision, foreign, sights);
	return true;
}

static void
merge_document(struct merging *m, const char *path)
{
	struct foreign foreign = {.arena = &m->arena,
				  .remarks = m->remarks,
				  .name = arena_string(m->remarks->arena, path)};
	struct sights sights = {.arena = &m->arena, .document = foreign.name};
	struct buf bytes = {0};
	size_t said = m->remarks->count;
	m->decision.document = foreign.name;
	bool ok = read_file(m, &foreign, &bytes) && reader_read(&foreign, &bytes);
	forget_usual(m->remarks, said);
	if (ok && read_sights(m, &foreign, &sights))
		decide_sights(&m->decision, &sights);
	buf_free(&bytes);
}

/* Says why a change is not made. */
static void
refuse(struct merging *m, const struct change *change, const struct edit_refusal *refusal)
{
	int lang = m->decision.voice.lang;
	const char *why = refusal->says.texts[lang];
	struct said phrase = said_phrase(refusal->why);
	m->decision.document = change ? change->from.document : m->order->paths[0];
	decision_remark(&m->decision, REMARK_NOT_MADE, change ? change->from.address : NULL,
			change ? decision_label(&m->decision, change->thing, change->field) : "",
			why ? why : phrase.texts[lang]);
}

/* Tries each change alone where it is not known which of them cannot be made. */
static bool
find_refused(struct merging *m, const struct changes *changes)
{
	bool found = false;
	for (uint32_t i = 0; i < changes->count && i < TRIES; i++) {
		struct changes one = {&changes->items[i], 1};
		struct edited edited;
		if (changes->items[i].behind)
			continue;
		if (!edit_changes(m->source, &one, &edited)) {
			refuse(m, &changes->items[i], &edited.refusals[0]);
			found = true;
		}
		edited_free(&edited);
	}
	return found;
}

static bool
make(struct merging *m, struct edited *edited)
{
	renames_follow(&m->decision);
	const struct changes changes = decision_changes(&m->decision);
	if (!changes.count || edit_changes(m->source, &changes, edited))
		return true;
	bool known = true;
	for (uint32_t i = 0; i < edited->refusal_count; i++)
		known = known && edited->refusals[i].change;
	if (known || !find_refused(m, &changes))
		for (uint32_t i = 0; i < edited->refusal_count; i++)
			refuse(m, edited->refusals[i].change, &edited->refusals[i]);
	return false;
}

/* What the documents are compared with. */
static void
show(struct merging *m, const struct voice *voice)
{
	const struct model *base = m->order->base;
	m->shown = shown_of(voice, &m->arena);
	if (!base)
		return;
	const struct voice then = {.model = base, .lang = voice->lang};
	m->today = m->shown;
	m->shown = shown_of(&then, &m->arena);
	m->decision.base = match_models(base, voice->model, &m->arena);
	shown_relate(&m->shown, &m->today, m->decision.base, &m->arena);
}

bool
merge_documents(const struct edit_source *source, const struct merge_order *order,
		struct remarks *remarks, struct edited *edited)
{
	struct merging m = {.source = source, .order = order, .remarks = remarks};
	const struct voice voice = voice_of(source->model);
	*edited = (struct edited){0};
	m.decision = (struct decision){.voice = voice,
				       .arena = &m.arena,
				       .remarks = remarks,
				       .prefer = order->prefer,
				       .removes = order->removes};
	show(&m, &voice);
	for (size_t i = 0; i < order->count; i++)
		merge_document(&m, order->paths[i]);
	if (order->presumed && m.decision.count)
		decision_remark(&m.decision, REMARK_PRESUMED, NULL, NULL, NULL);
	bool ok = !remarks->refused && !m.decision.stopped && make(&m, edited);
	shown_end(&m.shown);
	shown_end(&m.today);
	decision_end(&m.decision);
	arena_free(&m.arena);
	return ok;
}
