#ifndef POLICY_REGISTRY_H
#define POLICY_REGISTRY_H

#include "../base/outcome.h"

/*
 * Says what group policies have written: below HKLM\Software\Policies\Remote Service the value `Policy` (a whole policy as
 * JSON), `LockedBy`, and the values of the keys `Locked` and `Defaults`, one a setting. Only administrators may write there.
 */
outcome say_policy_registry(void);

#endif
