// Debian's libxml/encoding.h pulls in ICU's headers when LIBXML_ICU_ENABLED is set, and those clash with the ICU
// inside Foundation. Nothing here uses ICU through libxml2.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlschemas.h>
