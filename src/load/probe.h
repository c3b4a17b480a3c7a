/* SPDX-License-Identifier: MIT */
/* What a file is, told by its topmost keys alone: also of a file that cannot be read as YAML. */
#ifndef PRESALE_LOAD_PROBE_H
#define PRESALE_LOAD_PROBE_H

#include "files/overlay.h"

enum probe {
	PROBE_OTHER,     /* nothing of ours, or it cannot be read */
	PROBE_ROOT,      /* `process` and something else of a process */
	PROBE_RUN,       /* a run of a process */
	PROBE_PART,      /* something of a process, without `process` */
	PROBE_PORTFOLIO, /* `portfolio`: what processes share */
};

/* What an overlay holds stands for the file of its path. */
enum probe
probe_file(const char *path, const struct overlays *overlays);

#endif
