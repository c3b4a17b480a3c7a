/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h about a site of many processes. */
#include "api/context/guard.h"
#include "api/context/lists.h"
#include "api/make/making.h"
#include "api/make/shown.h"
#include "site/pages.h"

#include <string.h>

/* What it takes is its own: it outlives the contexts whose processes it knows. */
struct presale_site {
	struct memory_heap heap;
	struct site site;
};

/* Where the pieces of a call go. */
struct site_taking {
	presale_taker *take;
	void *data;
	const char *page; /* of a process: what its page is called; NULL: the pieces say so */
	struct arena names;
};

/* A work on a site. */
struct site_use {
	struct presale_site *site;
	struct presale *context;
	struct site_taking taking;
	int error;
};

/* When memory runs out the site cannot be trusted: it is empty then. */
static enum presale_status
carry_out(void (*work)(void *data), struct site_use *use)
{
	struct presale_site *site = use->site;
	if (memory_try(&site->heap, work, use))
		return PRESALE_CLEAN;
	memory_heap_free(&site->heap);
	site->site = (struct site){0};
	context_run_out(use->context);
	return PRESALE_USAGE;
}

static void
open_site(void *data)
{
	struct presale_site **site = data;
	*site = memory_zeros(sizeof **site);
}

struct presale_site *
presale_site_open(void)
{
	struct presale_site *site = NULL;
	return memory_try(NULL, open_site, &site) ? site : NULL;
}

void
presale_site_close(struct presale_site *site)
{
	if (!site)
		return;
	memory_heap_free(&site->heap);
	memory_free(site);
}

/* ---- a process */

/* Gives a whole file to the taker; what that allocates is nobody's of ours. */
static int
take_file(void *data, const char *name, struct buf *bytes)
{
	struct site_taking *taking = data;
	const struct presale_piece piece = {
	    .name = name, .output = "site", .bytes = buf_text(bytes), .length = bytes->length};
	struct memory_heap *before = memory_use(NULL);
	int error = taking->take(taking->data, &piece);
	memory_use(before);
	buf_clear(bytes);
	return error;
}

static void
add(void *data)
{
	struct site_use *use = data;
	const struct presale *context = use->context;
	const struct shown *shown = &context->shown;
	const struct model *model = context->broken ? context->model : shown->model;
	struct voice voice = voice_of(model);
	voice.addresses = shown->addresses;
	voice.enclosed = shown->enclosed;
	struct site_source source = {.judged = {.model = model,
						.file = context->path,
						.today = context->options.today,
						.sound = !context->broken},
				     .voice = &voice,
				     .stem = shown->stem,
				     .part = context->options.edition,
				     .broken = context->broken};
	for (int severity = 0; severity < REGISTER_SEVERITIES; severity++)
		source.judged.findings[severity] =
		    (uint32_t)diag_count(&context->diags, (enum severity)severity);
	use->error =
	    site_add(&use->site->site, &source, &(struct site_sink){take_file, &use->taking});
}

/* The page is the output html of the process; what goes along with it lies beside it. */
static int
take_page(void *data, const struct presale_piece *piece)
{
	struct site_taking *taking = data;
	struct presale_piece moved = *piece;
	moved.output = "site";
	moved.name = strcmp(piece->output, "html") == 0
			 ? taking->page
			 : arena_printf(&taking->names, "processes/%s", piece->name);
	return taking->take(taking->data, &moved);
}

struct page_making {
	struct call call; /* first: the guard knows no more */
	struct site_use *use;
};

static void
make_page(struct call *call)
{
	struct site_use *use = ((struct page_making *)call)->use;
	struct presale *context = use->context;
	const struct presale_file *files;
	struct emit_site frame;
	struct arena arena = {0};
	const struct sink sink = {take_page, &use->taking, context->options.workplace};
	site_frame(&use->site->site, context->shown.model->lang == LANG_RU, &arena, &frame);
	context->options.emit.site = &frame;
	call->status = making_run(context, "html", &sink, &files, &call->count);
	context->options.emit.site = NULL;
	arena_free(&arena);
}

static void
ready(struct call *call)
{
	struct presale *context = call->context;
	if (!context_process(context))
		call->status = context_fail_process(context);
	else if (!context->options.has_today)
		call->status =
		    context_fail(context, PRESALE_REASON_MISUSE, "the option today is not set");
	else if (!context->broken)
		call->status = shown_make(context);
}

static enum presale_status
fail_taking(struct site_use *use)
{
	return context_fail_file(use->context, PRESALE_REASON_UNMADE, "site", use->error);
}

enum presale_status
presale_site_add(struct presale_site *site, struct presale *context, presale_taker *take,
		 void *data)
{
	struct site_use use = {
	    .site = site, .context = context, .taking = {.take = take, .data = data}};
	struct page_making making = {.call = {.context = context}, .use = &use};
	size_t before = site->site.count;
	guard_run(ready, &making.call);
	if (making.call.status != PRESALE_CLEAN)
		return making.call.status;
	if (carry_out(add, &use) != PRESALE_CLEAN)
		return PRESALE_USAGE;
	if (use.error)
		return fail_taking(&use);
	if (context->broken)
		return PRESALE_CONTENT;
	if (site->site.count > before) {
		use.taking.page = site_last(&site->site)->page;
		guard_run(make_page, &making.call);
	}
	arena_free(&use.taking.names);
	return making.call.status;
}

/* ---- what they have in common */

static void
write_all(void *data)
{
	struct site_use *use = data;
	const struct options *options = &use->context->options;
	const struct register_wish wish = {
	    .lang = context_lang(use->context), .today = options->today, .ahead = -1};
	use->error =
	    site_write(&use->site->site, &wish, &(struct site_sink){take_file, &use->taking});
}

enum presale_status
presale_site_finish(struct presale_site *site, struct presale *context, presale_taker *take,
		    void *data)
{
	struct site_use use = {
	    .site = site, .context = context, .taking = {.take = take, .data = data}};
	if (!context->options.has_today)
		return context_fail(context, PRESALE_REASON_MISUSE, "the option today is not set");
	if (carry_out(write_all, &use) != PRESALE_CLEAN)
		return PRESALE_USAGE;
	return use.error ? fail_taking(&use) : PRESALE_CLEAN;
}
