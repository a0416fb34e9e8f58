#include <xlsxwriter.h>

/* memfd_create(2). Declared here because defining _GNU_SOURCE for sys/mman.h gives this module another fd_set than
   Swift's own Glibc module has, and the two cannot be imported together. */
extern int memfd_create(const char *name, unsigned int flags);
static const unsigned int OITCHECK_MFD_CLOEXEC = 1u;
