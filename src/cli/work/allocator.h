/* SPDX-License-Identifier: MIT */
/* What the program, as the owner of its process, decides of memory: running out of it ends the
 * program with a message and status 2, also inside libraries, whose malloc, calloc and realloc are
 * ours. So libraries that test for NULL badly (libxlsxwriter) cannot crash. */
#ifndef PRESALE_CLI_WORK_ALLOCATOR_H
#define PRESALE_CLI_WORK_ALLOCATOR_H

/* Sets the heap up and has the thread's own work end like that, too. Once, at the start: freed
 * memory is kept for what comes next instead of given back to the system. */
void
allocator_begin(void);

/* From here on running out of memory ends a work (memory_try), not the program: for a server, which
 * calls no library that tests for NULL badly. */
void
allocator_stand(void);

/* Gives freed memory back to the system after all, where a step of the work has taken much of it
 * and the next takes other memory: what a large process leaves in the heap would stand beside that.
 */
void
allocator_give_back(void);

/* What to do before that end, or NULL; one hook at a time, set while no other thread runs. It is
 * called on the thread that ran out of memory. */
void
allocator_hook(void (*hook)(void *data), void *data);

#endif
