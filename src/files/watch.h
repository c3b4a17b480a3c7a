/* SPDX-License-Identifier: MIT */
/* Waiting for files to change, however they are saved: written in place, replaced by renaming,
 * removed and made again, with their folder or without it.
 *
 * What counts is the state of the files (watch_look); the system's messages (inotify) only tell
 * when to look. So nothing is lost where there are none, as on network drives: then one looks now
 * and then. */
#ifndef PRESALE_FILES_WATCH_H
#define PRESALE_FILES_WATCH_H

#include "files/pattern.h"

#include <stddef.h>
#include <stdint.h>

struct watch;

enum watch_news {
	WATCH_SAME,
	WATCH_UNDER_WAY, /* a file went away or became empty: perhaps it is just being saved */
	WATCH_CHANGED,
};

/* Watches nothing yet. Free it with watch_free. */
struct watch *
watch_new(void);

/* Ends watching and frees the watch. */
void
watch_free(struct watch *watch);

/* Watches what patterns stand for, now or later, instead of what it watched. False when these are
 * the patterns it has. */
bool
watch_set(struct watch *watch, const struct pattern *patterns, size_t count);

/* From here on changes count. */
void
watch_begin(struct watch *watch);

/* What has happened since watch_begin. */
enum watch_news
watch_look(struct watch *watch);

/* When the last of the files watched changed before watch_begin, in nanoseconds of the system's
 * clock; 0 when there are none. */
int64_t
watch_newest(const struct watch *watch);

/* Becomes readable when something may have happened; -1 when the system does not tell. */
int
watch_fd(const struct watch *watch);

/* How long to wait, in milliseconds, before looking without having been told. */
int
watch_patience(const struct watch *watch);

/* Takes the system's messages away; false when there were none. */
bool
watch_drain(struct watch *watch);

#endif
