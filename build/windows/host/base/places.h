#ifndef PLACES_H
#define PLACES_H

#include "outcome.h"

/* Writes a path of PATH_LIMIT characters below the machine's program data; `name` with backslashes; an empty name gives that folder. */
outcome program_data(const wchar_t *name, wchar_t *path);

/* Writes the path of a file beside this program; an empty name gives the program itself. */
outcome beside_program(const wchar_t *name, wchar_t *path);

#endif
