/* SPDX-License-Identifier: MIT */
/* A picture that outputs carry within them: a PNG, or an SVG that neither runs nor fetches
 * anything. */
#ifndef PRESALE_FILES_PICTURE_H
#define PRESALE_FILES_PICTURE_H

#include "files/overlay.h"
#include "support/buf.h"

#include <stdint.h>

/* Every page of a build carries the picture, so it is to be small: 1 MiB, and of a PNG so many
 * points a side. */
#define PICTURE_LIMIT ((size_t)1 << 20)
enum { PICTURE_SIDE = 8192 };

enum picture_form { PICTURE_NONE, PICTURE_PNG, PICTURE_SVG };

/* Why a picture cannot be used. */
enum picture_fault {
	PICTURE_OK,
	PICTURE_MISSING,
	PICTURE_OUTSIDE, /* of the folder it must lie in */
	PICTURE_NO_FILE, /* a folder, a device */
	PICTURE_DENIED,
	PICTURE_EMPTY,
	PICTURE_LARGE,   /* over the limits above */
	PICTURE_FOREIGN, /* neither PNG nor SVG */
	PICTURE_BROKEN,  /* damaged, or cut off */
	PICTURE_RUNS,    /* an SVG with a script */
	PICTURE_FETCHES, /* an SVG that refers to what is not in it */
};

/* Zeros are none. */
struct picture {
	struct buf bytes; /* none after a fault */
	enum picture_form form;
	enum picture_fault fault;
	uint32_t width, height; /* of a PNG, in points */
	uint32_t a_metre[2];    /* of its points, along and down, or zeros */
};

/* Reads a picture from a file within a folder, which is as path_real gives it, or NULL: none. What
 * overlays hold stands for the file; they may be NULL. Free it with buf_free(&picture.bytes). */
struct picture
picture_read(const char *path, const char *folder, const struct overlays *overlays);

#endif
