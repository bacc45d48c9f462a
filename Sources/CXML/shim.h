#pragma once
#include <libxml/xmlversion.h>
// A build of libxml2 with ICU would bring ICU's own types in, which clash with those inside Foundation; none of them is used here.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
