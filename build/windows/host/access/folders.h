#ifndef FOLDERS_H
#define FOLDERS_H

#include "../base/outcome.h"

/*
 * Makes every folder of access-lists.json, parents first, and gives each its list; nothing is followed that leads
 * elsewhere. `is_first`: a home that somebody else made before, and may still have a hand in, is moved aside.
 */
outcome make_folders(int is_first);

#endif
