#ifndef LOGON_RIGHT_H
#define LOGON_RIGHT_H

#include "../base/outcome.h"
#include "../base/system.h"

/* Gives an account the right "Log on as a service". `*is_new` = it did not have the right before. */
outcome grant_logon_right(PSID sid, int *is_new);

/* Takes away what `grant_logon_right` gave. */
void revoke_logon_right(PSID sid);

/*
 * The account that this program gave the right to is remembered: a right that an administrator has given for other services
 * too is not ours to take away. Takes the right from the earlier account where that is another; `now` is NULL for an account
 * that needs none, `is_new` says that `now` was given it by this program.
 */
void replace_granted(PSID now, int is_new);

#endif
