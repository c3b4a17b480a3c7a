/* SPDX-License-Identifier: MIT */
/* presale build: once, or with --watch whenever a file it depends on was saved, until a signal: a
 * loop around build_once. Saving a file is many small events, and a checkout is many files: a
 * build begins when they have been quiet for a moment. The state of files is taken before they are
 * read, so that what changes meanwhile is built next. */
#include "cli/build/build.h"
#include "cli/call/operands.h"
#include "cli/call/run.h"
#include "cli/build/serve.h"
#include "files/watch.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

/* Milliseconds. */
enum {
	QUIET = 10,      /* without an event, before one looks */
	RESTLESS = 300,  /* after which one looks all the same */
	UNDER_WAY = 200, /* how long a file may be away while it is saved */
	NAMED = 3,       /* so many files are named of those written */
};

struct rebuild {
	struct arguments *args;
	struct watch *watch;
	struct serve *serve; /* NULL without --serve */
	int signals;
	int64_t since;  /* when the first event came that was not looked at, or 0 */
	int64_t due;    /* when to look */
	int64_t rarely; /* when to look without an event */
	bool missed;    /* something changed during a build that changed what is watched */
};

static int64_t
now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The clock that files are dated by, which is coarse. */
static int64_t
clock_of_files(void)
{
	struct timespec now;
	clock_gettime(CLOCK_REALTIME_COARSE, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Readable when the program is to end; what was ignored stays so. */
static int
open_signals(void)
{
	static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
	sigset_t signals;
	sigemptyset(&signals);
	for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) {
		struct sigaction action;
		if (sigaction(ending[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
			sigaddset(&signals, ending[i]);
	}
	pthread_sigmask(SIG_BLOCK, &signals, NULL);
	return signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void
put_line(const char *line)
{
	struct buf text = {0};
	call_put_line(&text, line);
	call_put(true, &text);
	buf_free(&text);
	fflush(stdout);
}

static void
report(struct arguments *args, const struct build_news *news, int64_t took)
{
	size_t named = news->file_count <= NAMED ? news->file_count : 1;
	const char *list = news->files[0];
	for (size_t i = 1; i < named; i++)
		list = arena_printf(&args->arena, "%s, %s", list, news->files[i]);
	if (named < news->file_count)
		list = call_say(args, SAY_WATCH_MORE, list,
				arena_printf(&args->arena, "%zu", news->file_count - named));
	put_line(call_say(args, SAY_WATCH_BUILT, list,
			  arena_printf(&args->arena, "%lld", (long long)took)));
}

/* Watches from now on what the last build depended on. What changed while it ran, and is not to be
 * seen any more once other files are watched, is remembered. */
static void
watch_inputs(struct rebuild *r, const struct patterns *inputs, int64_t began)
{
	enum watch_news news = watch_look(r->watch);
	bool others = watch_set(r->watch, inputs->items, inputs->count);
	if (others)
		watch_begin(r->watch);
	r->missed = others && (news != WATCH_SAME || watch_newest(r->watch) >= began);
	r->since = news == WATCH_SAME && !r->missed ? 0 : now_ms();
	r->due = r->since + (news == WATCH_UNDER_WAY ? UNDER_WAY : QUIET);
}

/* Builds once; false when building again would not help. */
static bool
build_now(struct rebuild *r)
{
	struct arguments args = *r->args; /* its words last for one build */
	args.arena = (struct arena){0};
	struct build_news news = {0};
	int64_t began = now_ms(), saved = clock_of_files();
	watch_begin(r->watch);
	build_once(&args, &news);
	int64_t took = now_ms() - began;
	watch_inputs(r, &news.inputs, saved);
	if (r->serve && !news.options_fail)
		serve_news(r->serve, &args, &news);
	if (news.file_count)
		report(&args, &news, took);
	else if (!news.options_fail)
		put_line(call_say(&args, SAY_WATCH_KEEPS, NULL, NULL));
	bool goes_on = !news.options_fail;
	r->args->lang = args.lang; /* that of the process */
	build_news_free(&news);
	arena_free(&args.arena);
	return goes_on;
}

/* Looks whether something changed, now that it is quiet. */
static void
look(struct rebuild *r)
{
	int64_t now = now_ms();
	enum watch_news news = watch_look(r->watch);
	int64_t since = r->since ? r->since : now;
	r->since = 0;
	r->rarely = now + watch_patience(r->watch);
	if (r->missed || news == WATCH_CHANGED ||
	    (news == WATCH_UNDER_WAY && now - since >= UNDER_WAY)) {
		build_now(r);
	} else if (news == WATCH_UNDER_WAY) {
		r->since = since;
		r->due = now + QUIET;
	}
}

static void
take_events(struct rebuild *r)
{
	int64_t now = now_ms();
	if (!watch_drain(r->watch))
		return;
	r->since = r->since ? r->since : now;
	r->due = now + QUIET < r->since + RESTLESS ? now + QUIET : r->since + RESTLESS;
}

/* Until something is due. */
static int64_t
patience_of(const struct rebuild *r)
{
	int64_t now = now_ms(), due = r->since ? r->due : r->rarely,
		serving = r->serve ? http_due(serve_http(r->serve), now) : 0;
	return (serving && serving < due ? serving : due) - now;
}

/* Waits for the next thing to happen; false when it is a signal. */
static bool
wait_once(struct rebuild *r)
{
	struct http *http = r->serve ? serve_http(r->serve) : NULL;
	struct pollfd files[] = {{.fd = r->signals, .events = POLLIN},
				 {.fd = watch_fd(r->watch), .events = POLLIN},
				 {.fd = http ? http_fd(http) : -1, .events = POLLIN}};
	int64_t patience = patience_of(r);
	poll(files, sizeof files / sizeof *files, patience > 0 ? (int)patience : 0);
	if (files[0].revents)
		return false;
	take_events(r);
	if (http)
		http_turn(http, now_ms());
	if (now_ms() >= (r->since ? r->due : r->rarely))
		look(r);
	return true;
}

static bool
can_watch(struct arguments *args)
{
	const char *out = args_value(args, OPTION_OUT);
	if (args_have(args, OPTION_COMPARE)) {
		call_complain(call_say(args, SAY_COMPARE_WATCH, NULL, NULL));
		return false;
	}
	if (out && strcmp(out, "-") == 0) {
		call_complain(call_say(args, SAY_NEEDS_FOLDER,
				       args_have(args, OPTION_WATCH) ? "--watch" : "--serve",
				       NULL));
		return false;
	}
	for (size_t i = 0; i < args->file_count; i++) {
		if (strcmp(args->files[i], "-") != 0)
			continue;
		call_complain(call_say(args, SAY_WATCH_INPUT, NULL, NULL));
		return false;
	}
	return true;
}

static void
watch_operands(struct rebuild *r)
{
	struct patterns operands = {0};
	for (size_t i = 0; i < r->args->file_count; i++)
		inputs_add_path(&operands, r->args->files[i]);
	watch_set(r->watch, operands.items, operands.count);
	arena_free(&operands.arena);
}

/* PRESALE_CLEAN after SIGINT, SIGTERM or SIGHUP; PRESALE_USAGE at once when the command line is at
 * fault. */
static enum presale_status
rebuild(struct arguments *args)
{
	if (!can_watch(args))
		return PRESALE_USAGE;
	struct serve *serve = args_have(args, OPTION_SERVE) ? serve_open(args) : NULL;
	if (args_have(args, OPTION_SERVE) && !serve)
		return PRESALE_USAGE;
	struct rebuild r = {
	    .args = args, .watch = watch_new(), .serve = serve, .signals = open_signals()};
	watch_operands(&r);
	bool goes_on = build_now(&r);
	if (goes_on && serve)
		put_line(call_say(args, SAY_SERVE_AT, http_name(serve_http(serve)), NULL));
	if (goes_on)
		put_line(call_say(args, SAY_WATCH_WAITS, NULL, NULL));
	while (goes_on && wait_once(&r))
		continue;
	if (serve)
		serve_close(serve);
	close(r.signals);
	watch_free(r.watch);
	return goes_on ? PRESALE_CLEAN : PRESALE_USAGE;
}

enum presale_status
run_build(struct arguments *args)
{
	if (!operands_expand(args))
		return PRESALE_USAGE;
	return args_have(args, OPTION_WATCH) || args_have(args, OPTION_SERVE)
		   ? rebuild(args)
		   : build_once(args, NULL);
}
