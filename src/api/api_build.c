/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h about what a process becomes. */
#include "api/make/build.h"
#include "api/context/guard.h"
#include "api/make/shown.h"

static void
build(struct call *call)
{
	const struct presale_file *files = NULL;
	call->status = build_memory(call->context, call->one, &files, &call->count);
	call->items = files;
}

enum presale_status
presale_build(struct presale *context, const char *outputs, const struct presale_file **files,
	      size_t *count)
{
	struct call call = {.context = context, .one = outputs};
	guard_run(build, &call);
	*files = call.items;
	*count = call.count;
	return call.status;
}

static void
write_files(struct call *call)
{
	const struct presale_file *files = NULL;
	call->status = build_folder(call->context, call->one, call->two, &files, &call->count);
	call->items = files;
}

enum presale_status
presale_write(struct presale *context, const char *outputs, const char *folder,
	      const struct presale_file **files, size_t *count)
{
	struct call call = {.context = context, .one = outputs, .two = folder};
	guard_run(write_files, &call);
	*files = call.items;
	*count = call.count;
	return call.status;
}

static void
stream(struct call *call)
{
	call->status = build_stream(call->context, call->one, call->take, call->taker);
}

enum presale_status
presale_stream(struct presale *context, const char *outputs, presale_taker *take, void *data)
{
	struct call call = {.context = context, .one = outputs, .take = take, .taker = data};
	guard_run(stream, &call);
	return call.status;
}

void
presale_tell(struct presale *context, presale_teller *tell, void *data)
{
	context->tell = tell;
	context->teller = data;
}

static void
find_stem(struct call *call)
{
	call->status = shown_make(call->context);
	call->items = call->context->shown.stem;
}

enum presale_status
presale_stem(struct presale *context, const char **stem)
{
	struct call call = {.context = context};
	guard_run(find_stem, &call);
	*stem = call.items;
	return call.status;
}

static void
list_materials(struct call *call)
{
	call->items = shown_materials(call->context, &call->count);
}

const struct presale_material *
presale_materials(struct presale *context, size_t *count)
{
	struct call call = {.context = context};
	guard_run(list_materials, &call);
	*count = call.count;
	return call.items;
}

const struct presale_made *
presale_made(struct presale *context, size_t *count)
{
	*count = context->made_count;
	return context->made;
}

const struct presale_notice *
presale_notices(struct presale *context, size_t *count)
{
	*count = context->notice_count;
	return context->notices;
}
