/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h about processes judged one beside another. */
#include "api/context/guard.h"
#include "api/process/findings.h"
#include "api/process/process.h"
#include "check/across.h"

/* What it takes is its own: it outlives the contexts whose processes it knows. */
struct presale_peers {
	struct memory_heap heap;
	struct across across;
};

/* A judgement: what it finds is the peers' until the context has taken it. */
struct peer_use {
	struct presale_peers *peers;
	struct presale *context;
	struct diagnostics found;
};

static void
open_peers(void *data)
{
	struct presale_peers **peers = data;
	*peers = memory_zeros(sizeof **peers);
}

struct presale_peers *
presale_peers_open(void)
{
	struct presale_peers *peers = NULL;
	return memory_try(NULL, open_peers, &peers) ? peers : NULL;
}

void
presale_peers_close(struct presale_peers *peers)
{
	if (!peers)
		return;
	memory_heap_free(&peers->heap);
	memory_free(peers);
}

static void
judge(void *data)
{
	struct peer_use *use = data;
	const struct check_options checks = process_check_options(use->context);
	check_across(&use->peers->across, use->context->model, &checks, &use->found);
}

static void
forget(void *data)
{
	struct peer_use *use = data;
	diag_free(&use->found);
}

static void
take(struct call *call)
{
	findings_add(call->context, call->data);
}

static void
ready(struct call *call)
{
	struct presale *context = call->context;
	if (!context_process(context) || !context->sources)
		call->status = context_fail_process(context);
}

enum presale_status
presale_peers_judge(struct presale_peers *peers, struct presale *context)
{
	struct call call = {.context = context};
	struct peer_use use = {.peers = peers, .context = context};
	guard_run(ready, &call);
	if (call.status != PRESALE_CLEAN)
		return call.status;
	if (!memory_try(&peers->heap, judge, &use)) {
		memory_heap_free(&peers->heap);
		peers->across = (struct across){0};
		context_run_out(context);
		return PRESALE_USAGE;
	}
	call.data = &use.found;
	guard_run(take, &call);
	memory_try(&peers->heap, forget, &use);
	return call.status;
}
