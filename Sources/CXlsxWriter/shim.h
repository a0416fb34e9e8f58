#define _GNU_SOURCE
#include <sys/mman.h>
#include <xlsxwriter.h>
