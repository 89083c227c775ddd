#ifndef ACCESS_LIST_H
#define ACCESS_LIST_H

#include "../base/outcome.h"
#include "../base/system.h"

/*
 * A list of access-lists.json as a security descriptor. Entries for principals that the machine does not have are left
 * out. To be freed with LocalFree.
 */
outcome make_descriptor(const wchar_t *list, PSECURITY_DESCRIPTOR *descriptor);

/* Gives the service its list; `service` was opened with WRITE_DAC. */
outcome apply_service_list(SC_HANDLE service);

#endif
