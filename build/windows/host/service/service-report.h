#ifndef SERVICE_REPORT_H
#define SERVICE_REPORT_H

#include <windows.h>

/* Says what state a service is in. `limit_ms`: how long the manager should wait for the next report while it is pending. */
void report_state(SERVICE_STATUS_HANDLE manager, DWORD state, DWORD limit_ms);

/* Says that a service has ended: `error` the system's number, or `own` a number of its own where that is not 0. */
void report_end(SERVICE_STATUS_HANDLE manager, DWORD error, DWORD own);

#endif
