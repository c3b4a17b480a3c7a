/* SPDX-License-Identifier: MIT */
#include "api/process/merges.h"

#include "api/context/lists.h"
#include "api/process/imports.h"
#include "merge/merge.h"
#include "model/hide.h"
#include "plan/cut/cut.h"

static const enum merge_side sides[] = {[PRESALE_SIDE_NEITHER] = MERGE_NEITHER,
					[PRESALE_SIDE_SOURCE] = MERGE_SOURCE,
					[PRESALE_SIDE_EDITED] = MERGE_EDITED};

/* The files as they become, beside what they were. */
static const struct presale_fixed *
files_of(struct presale *context, const struct edited *edited)
{
	struct arena *arena = context_gift(context, GIFT_FIXED);
	struct presale_fixed *files = arena_array(arena, edited->file_count + 1u, sizeof *files);
	for (uint32_t i = 0; i < edited->file_count; i++) {
		const struct source *source = &context->model->files[edited->files[i].file];
		const struct buf *bytes = &edited->files[i].bytes;
		files[i] = (struct presale_fixed){
		    .path = arena_string(arena, source->is_input ? "-" : source->name),
		    .bytes = arena_copy(arena, buf_text(bytes), bytes->length),
		    .length = bytes->length,
		    .was = buf_text(&source->bytes),
		    .was_length = source->bytes.length};
	}
	return edited->file_count ? files : NULL;
}

/* Whether all that documents say was done. */
static bool
is_done(const struct remarks *remarks)
{
	for (size_t i = 0; i < remarks->count; i++) {
		enum remark_sort sort = remark_sort(&remarks->items[i]);
		if (sort != REMARK_SORT_TAKEN && sort != REMARK_SORT_GUESSED)
			return false;
	}
	return !remarks->lost;
}

/* What the edition and the variant leave of what the documents were built of; NULL: all of it. */
static enum presale_status
cut_base(struct presale *context, const struct model *whole, const struct model **cut)
{
	const struct options *options = &context->options;
	const char *name = options->edition ? options->edition : "full";
	const struct entity *variant =
	    options->variant ? variant_find(whole, options->variant) : NULL;
	struct edition_words edition;
	if (!edition_find(whole, name, &edition))
		return lists_fail(context, whole, PRESALE_LIST_EDITIONS, name);
	if (options->variant && !variant)
		return lists_fail(context, whole, PRESALE_LIST_VARIANTS, options->variant);
	bool asked = options->edition || options->variant;
	*cut = asked && cut_is_needed(whole, &edition, variant)
		   ? cut_model(whole, &edition, variant)
		   : NULL;
	return PRESALE_CLEAN;
}

enum presale_status
merges_make(struct presale *context, const struct presale_merging *merging,
	    const struct presale_fixed **files, size_t *count)
{
	struct remarks remarks = {.arena = context_gift(context, GIFT_REMARKS)};
	const struct presale *base = merging->base;
	const struct edit_source source = {context->model, &context->diags, context->path,
					   context->options.out, &context->overlays};
	struct merge_order order = {merging->paths,
				    merging->count,
				    sides[merging->prefer],
				    merging->removes,
				    base ? base->model : NULL,
				    false};
	const struct model *cut = NULL;
	struct edited edited;
	if (!context_process(context) || (base && !context_process(base)))
		return context_fail_process(context);
	enum presale_status status =
	    cut_base(context, order.base ? order.base : context->model, &cut);
	if (status != PRESALE_CLEAN)
		return status;
	order.presumed = cut && !base;
	order.base = cut ? cut : order.base;
	bool made = merge_documents(&source, &order, &remarks, &edited);
	imports_give(context, &remarks);
	*files = made ? files_of(context, &edited) : NULL;
	*count = made ? edited.file_count : 0;
	edited_free(&edited);
	cut_free(cut);
	if (remarks.refused)
		return imports_fail(context, &remarks);
	return made && is_done(&remarks) ? PRESALE_CLEAN : PRESALE_CONTENT;
}
