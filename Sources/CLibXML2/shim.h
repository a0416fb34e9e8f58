/* Debian builds libxml2 with ICU, whose headers clash with Foundation's: leave that part out. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/* Swift cannot name a variadic function, and libxml2 prints to stderr unless it is given one that does not. */
static void CLibXML2_ignore(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

/* Silences the messages of the calling thread. libxml2 keeps its error functions per thread. */
static inline void CLibXML2_silence(void) {
  xmlSetGenericErrorFunc(NULL, CLibXML2_ignore);
  xmlThrDefSetGenericErrorFunc(NULL, CLibXML2_ignore);
}

/* The version of the library at run time; its header's own is that of the building machine. */
static inline const char *CLibXML2_version(void) { return xmlParserVersion; }
