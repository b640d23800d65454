#ifndef KB_CCMARKGFM_SHIM_H
#define KB_CCMARKGFM_SHIM_H

#include <cmark-gfm.h>

#endif
