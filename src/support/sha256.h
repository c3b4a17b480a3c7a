/* SPDX-License-Identifier: MIT */
/* SHA-256 (FIPS 180-4), for what is kept and compared for years: the same on every machine. */
#ifndef PRESALE_SUPPORT_SHA256_H
#define PRESALE_SUPPORT_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum { SHA256_SIZE = 32 };

struct sha256 {
	unsigned char bytes[SHA256_SIZE];
};

/* The digest of some bytes. */
struct sha256
sha256_of(const char *bytes, size_t length);

#endif
