#ifndef KB_CLIBYAML_SHIM_H
#define KB_CLIBYAML_SHIM_H

#include <yaml.h>

#endif
