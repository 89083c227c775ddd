#ifndef ELEVATE_H
#define ELEVATE_H

#include "outcome.h"

/* Whether this process has an administrator's rights already. */
int is_elevated(void);

/*
 * Has Windows ask a person, and runs this program anew as an administrator with `arguments` behind its name; waits for it
 * and takes over its exit code. `secret`, NULL for none, reaches it through a pipe that only administrators may open: its
 * name is put behind `arguments` as `--input NAME`.
 */
outcome run_elevated(const wchar_t *arguments, const unsigned char *secret, size_t length);

/* Opens what `--input NAME` names; INVALID_HANDLE_VALUE where it is no such pipe. */
HANDLE open_handed_over(const wchar_t *name);

#endif
