/* SPDX-License-Identifier: MIT */
/* What pictures are drawn with: shapes and texts, whose looks are the classes they are of. What
 * becomes of them, SVG or an EMF, is the sink's matter. */
#ifndef PRESALE_DRAW_PEN_PEN_H
#define PRESALE_DRAW_PEN_PEN_H

#include "draw/pen/svg_text.h"

struct box {
	double x, y, width, height;
};

struct spot {
	double x, y;
};

/* What belongs together: what a reader of the file may ask of it, and how it all looks. */
struct pen_group {
	const char *class;
	const char *id;               /* after the prefix of the picture; or NULL */
	const char *from, *to, *edge; /* ids of what it joins or names; or NULL */
	const char *title;            /* shown when it is pointed at; or NULL */
	const char *href;             /* where it leads; or NULL */
	const struct spot *origin;    /* what its coordinates count from; NULL: as outside of it */
};

/* The picture as a whole. */
struct pen_picture {
	double width, height; /* in pixels, 96 to an inch */
	const char *label;    /* for those who cannot see it */
	bool linked;          /* groups lead somewhere */
};

/* A line of text that stands on y and begins, has its middle or ends at x. */
struct pen_text {
	const char *text;
	struct svg_font font;
	double x, y;
	const char *anchor; /* "start", "middle" or "end" */
};

/* A picture within the picture: a file, as large as fits into a box, at its end. */
struct pen_image {
	const char *media; /* "image/png" */
	const char *bytes;
	size_t length;
	const char *label; /* for those who cannot see it */
};

struct pen {
	const struct pen_sink *sink;
};

/* A sink draws what follows on what is there. Paths are written as SVG has them (attribute d), with
 * M, L, H, V, Q and Z in both cases. */
struct pen_sink {
	void (*begin)(struct pen *pen, const struct pen_picture *picture);
	void (*end)(struct pen *pen);
	void (*style)(struct pen *pen, const char *light, const char *dark);
	void (*title)(struct pen *pen, const char *title);
	void (*open)(struct pen *pen, const struct pen_group *group);
	void (*close)(struct pen *pen, const struct pen_group *group);
	void (*rect)(struct pen *pen, const char *class, const struct box *box, double radius);
	void (*disc)(struct pen *pen, const char *class, struct spot center, double radius);
	void (*path)(struct pen *pen, const char *class, const struct spot *origin,
		     const char *path);
	void (*text)(struct pen *pen, const char *class, const struct pen_text *text);
	void (*image)(struct pen *pen, const struct box *box, const struct pen_image *image);
};

/* Begins a picture, and ends it. */
void
pen_begin(struct pen *pen, const struct pen_picture *picture);
void
pen_end(struct pen *pen);

/* How classes look: rules of CSS, {} in them standing for the point and prefix of a class. Dark is
 * for dark screens, and says what differs. A rule is of one class, or of several in one that all
 * have to be there ("{}loop{}tip"); before that a group may be named ("{}lost {}card"). Of those
 * that say different the last one holds. */
void
pen_style(struct pen *pen, const char *light, const char *dark);

/* What the picture is called. */
void
pen_title(struct pen *pen, const char *title);

/* Opens a group, and closes it: the same group. */
void
pen_open(struct pen *pen, const struct pen_group *group);
void
pen_close(struct pen *pen, const struct pen_group *group);

/* A rectangle with rounded corners; all in pixels. Classes are without the prefix. */
void
pen_rect(struct pen *pen, const struct box *box, double radius, const char *class);

/* A disc around a point. */
void
pen_disc(struct pen *pen, struct spot center, double radius, const char *class);

/* A path of at most 500 bytes, printf's; one of any length, its coordinates counting from a point
 * (NULL: from that of the group). */
void
pen_path(struct pen *pen, const char *class, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void
pen_path_at(struct pen *pen, const char *class, const struct spot *origin, const char *path);

/* Lines of text, the first with its top at y. anchor is "start", "middle" or "end". */
void
pen_lines(struct pen *pen, const struct svg_lines *lines, struct svg_font font, struct spot at,
	  const char *anchor, const char *class);

/* A picture in a box. */
void
pen_image(struct pen *pen, const struct box *box, const struct pen_image *image);

#endif
