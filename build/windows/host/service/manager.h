#ifndef MANAGER_H
#define MANAGER_H

#include "../base/outcome.h"
#include "../base/system.h"

/* Opens the service manager and a service of this name in it; both handles are to be closed with `close_service`. */
typedef struct service_handles {
  SC_HANDLE manager;
  SC_HANDLE service;
} service_handles;

outcome open_service(const wchar_t *name, DWORD manager_rights, DWORD service_rights, service_handles *handles);
void close_service(service_handles *handles);

/* The configuration of a service; NULL where it cannot be read. To be freed with LocalFree. */
QUERY_SERVICE_CONFIGW *read_configuration(SC_HANDLE service);

/* What the manager says of a service now. */
outcome read_state(SC_HANDLE service, SERVICE_STATUS_PROCESS *state);

/* Waits while a service is on its way; `state` is what it ended in, or is in after `limit_ms`. */
outcome settle(SC_HANDLE service, DWORD limit_ms, SERVICE_STATUS_PROCESS *state);

/* Starts a service and waits until it runs; what runs already is no failure. `state`: how it stands then. */
outcome start_service(SC_HANDLE service, SERVICE_STATUS_PROCESS *state);

/* Stops a service and waits until it has ended; what has ended already is no failure. */
outcome stop_service(SC_HANDLE service, SERVICE_STATUS_PROCESS *state);

/* Has the next `control resume` start the service. */
outcome remember_to_start(void);

#endif
