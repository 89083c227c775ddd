#ifndef PRINCIPALS_H
#define PRINCIPALS_H

#include "../base/outcome.h"

/*
 * The security identifier of a service as text: the SHA-1 of its name in upper case, as Windows derives it
 * ("service SID", S-1-5-80). It is the same before the service exists. To be freed with LocalFree.
 */
outcome service_sid(const wchar_t *name, wchar_t **text);

/* That of the operators' group; NULL where the machine has none. */
wchar_t *operators_sid(void);

/* That of the account that runs this. */
outcome own_sid(wchar_t **text);

#endif
