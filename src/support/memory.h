/* SPDX-License-Identifier: MIT */
/* Memory from the heap. Running out of it ends the program with a message and status 2, also inside libraries: their malloc,
 * calloc and realloc are ours. So nobody tests for NULL, and libraries that do so badly (libxlsxwriter) cannot crash. */
#ifndef PRESALE_MEMORY_H
#define PRESALE_MEMORY_H

#include <stddef.h>

/* malloc and realloc that do not return NULL, whatever the size. */
void *
memory_alloc(size_t size);
void *
memory_resize(void *memory, size_t size);

/* Has freed memory kept for what comes next instead of given back to the system. Once, at the start of a program that ends soon.
 */
void
memory_keep(void);

/* Gives back to the system what was freed since, where the library can. */
void
memory_trim(void);

/* Says that memory ran out, calls the hook and exits with status 2. */
_Noreturn void
memory_exhausted(void);

/* What to do before that exit, or NULL; one hook at a time, set while no other thread runs. It is called on the thread that
 * ran out of memory. */
void
memory_hook(void (*hook)(void *data), void *data);

#endif
