/* SPDX-License-Identifier: MIT */
/* Maps of XMind before 2018, which are XML. */
#ifndef PRESALE_IMPORT_READ_XMIND_XML_H
#define PRESALE_IMPORT_READ_XMIND_XML_H

#include "import/read/package.h"

/* Takes the topics of the first sheet that says anything; false, with a remark, when it cannot be
 * read. */
bool
xmind_xml_read(struct package *package);

#endif
