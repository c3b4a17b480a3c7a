/* SPDX-License-Identifier: MIT */
#include "load/read.h"

#include "text/encoding.h"

#include <string.h>

size_t
read_decode(struct buf *buf)
{
	if (encoding_is_utf16(buf))
		encoding_from_utf16(buf);
	return buf->length >= 3 && memcmp(buf->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

enum file_status
read_text(const struct overlays *overlays, const char *path, struct buf *out)
{
	const struct buf *overlay = overlays_find(overlays, path);
	if (!overlay)
		return file_read(path, out);
	buf_add(out, overlay->data, overlay->length);
	return FILE_OK;
}

struct node *
read_tree(struct arena *nodes, struct arena *texts, struct diagnostics *diags,
	  struct source *source, unsigned number)
{
	source->is_wide = encoding_is_utf16(&source->bytes);
	source->text_start = read_decode(&source->bytes);
	buf_fit(&source->bytes);
	return tree_parse(nodes, texts, diags, source, number);
}
