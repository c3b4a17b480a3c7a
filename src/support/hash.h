/* SPDX-License-Identifier: MIT */
/* Hashes: a quick one for tables in memory, which differs from machine to machine, so that nothing
 * that is written may depend on it; and FNV-1a, which is the same everywhere. */
#ifndef PRESALE_SUPPORT_HASH_H
#define PRESALE_SUPPORT_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Takes eight more bytes into a hash. It is for tables in memory: not the same for ever. */
static inline uint64_t
hash_mix(uint64_t hash, uint64_t eight)
{
	hash ^= eight;
	hash = (hash ^ hash >> 32) * UINT64_C(0x9E3779B97F4A7C15);
	return hash ^ hash >> 29;
}

/* Eight bytes at a time, the last eight perhaps some of them again. */
static inline uint64_t
hash_bytes(const char *bytes, size_t length)
{
	const char *end = bytes + length;
	uint64_t hash = length, eight = 0;
	if (length < sizeof eight) {
		while (end > bytes)
			eight = eight << 8 | (unsigned char)*--end;
		return hash_mix(hash, eight);
	}
	for (; end - bytes > (ptrdiff_t)sizeof eight; bytes += sizeof eight) {
		memcpy(&eight, bytes, sizeof eight);
		hash = hash_mix(hash, eight);
	}
	memcpy(&eight, end - sizeof eight, sizeof eight);
	return hash_mix(hash, eight);
}

#define HASH_FNV UINT64_C(0xCBF29CE484222325) /* to begin with */

/* FNV-1a, the same on every machine and for ever: for what is kept in files. */
static inline uint64_t
hash_fnv(uint64_t hash, const void *bytes, size_t length)
{
	const unsigned char *at = bytes;
	for (size_t i = 0; i < length; i++)
		hash = (hash ^ at[i]) * UINT64_C(0x100000001B3);
	return hash;
}

#endif
