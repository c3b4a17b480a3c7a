/* SPDX-License-Identifier: MIT */
/* The public interface: load a process, look at what is wrong with it, free it. */
#ifndef PRESALE_H
#define PRESALE_H

#define PRESALE_VERSION "0.1.0"
#define PRESALE_DATE "2026-11-24" /* of this version */

/* Exit statuses of the program. */
enum presale_status {
	PRESALE_CLEAN = 0,
	PRESALE_CONTENT = 1, /* the content is at fault */
	PRESALE_USAGE = 2,   /* options, unreadable or unwritable files, memory */
};

#endif
