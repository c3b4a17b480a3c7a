/* SPDX-License-Identifier: MIT */
#include "import/read/package.h"

#include <string.h>

enum {
	PARTS = 10000,
	SMALL = 1024 * 1024, /* what is so small may be packed as well as it likes */
	RATIO = 500          /* sheets of a million equal cells are packed to a hundredth */
};

bool
package_open(struct package *package, struct foreign *foreign, const char *bytes, size_t length)
{
	*package = (struct package){.foreign = foreign, .left = FOREIGN_BYTES};
	if (!unzip_open(&package->zip, bytes, length))
		return foreign_remark(foreign,
				      package->zip.encrypted ? REMARK_ENCRYPTED : REMARK_DAMAGED,
				      NULL, "zip");
	if (package->zip.count > PARTS)
		return foreign_remark(foreign, REMARK_TOO_MUCH, NULL,
				      arena_printf(foreign->arena, "%zu", package->zip.count));
	return true;
}

void
package_close(struct package *package)
{
	unzip_close(&package->zip);
}

bool
package_has(const struct package *package, const char *name)
{
	return unzip_find(&package->zip, name) != NULL;
}

bool
package_has_any(const struct package *package, const char *beginning)
{
	size_t length = strlen(beginning);
	for (size_t i = 0; i < package->zip.count; i++)
		if (strncmp(package->zip.parts[i].name, beginning, length) == 0)
			return true;
	return false;
}

/* What takes the bytes of a part. */
struct intake {
	struct wellformed *xml;
	uint64_t taken;
};

static bool
take(void *context, const char *bytes, size_t length)
{
	struct intake *intake = context;
	intake->taken += length;
	return wellformed_take(intake->xml, bytes, length);
}

static bool
refuse(struct package *package, const char *name, enum wellformed_fault fault)
{
	static const enum remark_id ids[] = {[WELLFORMED_OK] = REMARK_DAMAGED,
					     [WELLFORMED_BROKEN] = REMARK_DAMAGED,
					     [WELLFORMED_DOCTYPE] = REMARK_DOCTYPE,
					     [WELLFORMED_DEEP] = REMARK_DEEP};
	struct foreign *foreign = package->foreign;
	bool deep = fault == WELLFORMED_DEEP;
	return foreign_remark(foreign, ids[fault], NULL,
			      deep ? arena_printf(foreign->arena, "%d", (int)WELLFORMED_DEPTH)
				   : arena_string(foreign->arena, name));
}

static bool
is_too_much(const struct package *package, const struct zip_part *part)
{
	return part->size > package->left ||
	       (part->size > SMALL && part->size / RATIO > part->packed);
}

/* The part of a name that may be read; NULL, with a remark, when there is none or it is too much.
 */
static const struct zip_part *
find(struct package *package, const char *name)
{
	struct foreign *foreign = package->foreign;
	const struct zip_part *part = unzip_find(&package->zip, name);
	if (!part) {
		refuse(package, name, WELLFORMED_BROKEN);
		return NULL;
	}
	if (!is_too_much(package, part))
		return part;
	foreign_remark(
	    foreign, REMARK_TOO_MUCH, NULL,
	    arena_printf(foreign->arena, "%s: %llu", part->name, (unsigned long long)part->size));
	return NULL;
}

bool
package_read(struct package *package, const char *name, const struct wellformed_reader *reader)
{
	const struct zip_part *part = find(package, name);
	if (!part)
		return false;
	struct intake intake = {.xml = wellformed_new(reader)};
	bool read = unzip_read(&package->zip, part, package->left, take, &intake);
	enum wellformed_fault fault = wellformed_fault(intake.xml);
	bool whole = wellformed_end(intake.xml);
	package->left -= intake.taken < package->left ? intake.taken : package->left;
	return (read && whole) || refuse(package, name, fault);
}

static bool
keep(void *context, const char *bytes, size_t length)
{
	buf_add(context, bytes, length);
	return true;
}

bool
package_take(struct package *package, const char *name, struct buf *out)
{
	const struct zip_part *part = find(package, name);
	if (!part)
		return false;
	bool read = unzip_read(&package->zip, part, package->left, keep, out);
	package->left -= out->length < package->left ? out->length : package->left;
	return read || refuse(package, name, WELLFORMED_BROKEN);
}

const char *
package_attribute(const char *const *attributes, const char *name)
{
	for (size_t i = 0; attributes[i]; i += 2)
		if (strcmp(wellformed_local(attributes[i]), name) == 0)
			return attributes[i + 1];
	return NULL;
}

/* What reads the links of a part. */
struct links {
	struct package *package;
	const char *folder; /* of the part, with its slash; "" above all */
	struct package_link *items;
	size_t count;
};

/* The part that a target means: from the root or from the folder, with «..» taken out. */
static const char *
part_name(const struct links *links, const char *target)
{
	struct arena *arena = links->package->foreign->arena;
	if (*target == '/')
		return arena_string(arena, target + 1);
	char *name = arena_printf(arena, "%s%s", links->folder, target), *up;
	while ((up = strstr(name, "/../"))) {
		char *before = up;
		while (before > name && before[-1] != '/')
			before--;
		memmove(before, up + strlen("/../"), strlen(up + strlen("/../")) + 1);
	}
	return name;
}

static void
take_link(void *data, const char *name, const char *const *attributes)
{
	struct links *links = data;
	struct arena *arena = links->package->foreign->arena;
	const char *id = package_attribute(attributes, "Id"),
		   *type = package_attribute(attributes, "Type"),
		   *target = package_attribute(attributes, "Target"),
		   *mode = package_attribute(attributes, "TargetMode");
	if (strcmp(wellformed_local(name), "Relationship") != 0 || !id || !type || !target)
		return;
	bool outside = mode && strcmp(mode, "External") == 0;
	const char *word = strrchr(type, '/');
	links->items = arena_grow(arena, links->items, links->count, 1, sizeof *links->items);
	links->items[links->count++] = (struct package_link){
	    .id = arena_string(arena, id),
	    .type = arena_string(arena, word ? word + 1 : type),
	    .target = outside ? arena_string(arena, target) : part_name(links, target),
	    .outside = outside};
}

bool
package_links(struct package *package, const char *part, struct package_link **links, size_t *count)
{
	struct arena *arena = package->foreign->arena;
	const char *slash = strrchr(part, '/'), *base = slash ? slash + 1 : part;
	struct links found = {.package = package,
			      .folder = arena_copy(arena, part, (size_t)(base - part))};
	const char *name = arena_printf(arena, "%s_rels/%s.rels", found.folder, base);
	const struct wellformed_reader reader = {.element = take_link, .data = &found};
	bool ok = !package_has(package, name) || package_read(package, name, &reader);
	*links = found.items;
	*count = found.count;
	return ok;
}
