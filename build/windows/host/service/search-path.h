#ifndef SEARCH_PATH_H
#define SEARCH_PATH_H

#include "../base/outcome.h"

/*
 * Puts the folder of the console's command on the PATH of the computer, behind what is there, or takes it away. Consoles that are
 * open keep the PATH that they began with.
 */
outcome add_to_search_path(void);
void remove_from_search_path(void);

#endif
