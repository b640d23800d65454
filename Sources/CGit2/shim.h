#ifndef KB_CGIT2_SHIM_H
#define KB_CGIT2_SHIM_H

#include <git2.h>

#endif
