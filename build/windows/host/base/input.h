#ifndef INPUT_H
#define INPUT_H

#include "outcome.h"

/*
 * Reads all of a file, a pipe or standard input as UTF-8 and splits it at line feeds, in place. Gives the number of lines,
 * -1 where it is longer than `limit` bytes or no UTF-8. `lines` point into `*text`, which is cleared and freed with
 * `forget_input`.
 */
int read_lines(HANDLE input, size_t limit, wchar_t **text, wchar_t **lines, int most);

/* Clears what may have held a password. */
void forget_input(wchar_t *text);

/* All bytes up to `limit`; NULL where there are more, or the input fails. To be freed with `free`. */
unsigned char *read_bytes(HANDLE input, size_t limit, size_t *length);

#endif
