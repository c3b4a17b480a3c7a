/* SPDX-License-Identifier: MIT */
#include "emit/xlsx/status.h"

#include <errno.h>

bool
xlsx_ok(lxw_error error)
{
	if (error == LXW_NO_ERROR)
		return true;
	errno = error == LXW_ERROR_MEMORY_MALLOC_FAILED           ? ENOMEM
		: error == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE ? E2BIG
		: errno                                           ? errno
								  : EIO;
	return false;
}
