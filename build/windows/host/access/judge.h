#ifndef JUDGE_H
#define JUDGE_H

#include "../base/system.h"

/* Whether this is the system, the administrators or Windows' own installer. */
int is_administrator(PSID sid);

/*
 * Why a file or folder is not believed to be the administrators' own: "wrong-owner" or "writable-by-others"; NULL where it
 * is. What is only handed down to children does not count, and an entry of a kind that is not plain (a conditional one for
 * instance) counts as writing: what it allows depends on things that cannot be seen here.
 */
const char *distrust_of(PSECURITY_DESCRIPTOR descriptor);

#endif
