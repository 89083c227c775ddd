#include "manager.h"

#define LOOK_AGAIN_MS 50
/* The host itself gives up after two minutes, and a stop takes it at most a quarter of one. */
#define START_LIMIT_MS 150000
#define STOP_LIMIT_MS 45000

outcome open_service(const wchar_t *name, DWORD manager_rights, DWORD service_rights, service_handles *handles) {
  handles->service = NULL;
  handles->manager = sys.OpenSCManagerW(NULL, NULL, manager_rights);
  if (handles->manager == NULL) return outcome_of(GetLastError(), "service-manager", EXIT_FAILED);
  handles->service = sys.OpenServiceW(handles->manager, name, service_rights);
  if (handles->service != NULL) return done();
  outcome result = outcome_of(GetLastError(), "open-service", EXIT_FAILED);
  close_service(handles);
  return result;
}

void close_service(service_handles *handles) {
  if (handles->service != NULL) CloseServiceHandle(handles->service);
  if (handles->manager != NULL) CloseServiceHandle(handles->manager);
  *handles = (service_handles){NULL, NULL};
}

QUERY_SERVICE_CONFIGW *read_configuration(SC_HANDLE service) {
  DWORD size = 0;
  QueryServiceConfigW(service, NULL, 0, &size);
  QUERY_SERVICE_CONFIGW *read = LocalAlloc(LMEM_FIXED, size);
  if (read != NULL && QueryServiceConfigW(service, read, size, &size)) return read;
  LocalFree(read);
  return NULL;
}

outcome read_state(SC_HANDLE service, SERVICE_STATUS_PROCESS *state) {
  DWORD size;
  if (sys.QueryServiceStatusEx(service, SC_STATUS_PROCESS_INFO, (BYTE *)state, sizeof *state, &size)) return done();
  return outcome_of(GetLastError(), "query-service", EXIT_FAILED);
}

static int is_on_its_way(DWORD state) { return state != SERVICE_STOPPED && state != SERVICE_RUNNING; }

outcome settle(SC_HANDLE service, DWORD limit_ms, SERVICE_STATUS_PROCESS *state) {
  const ULONGLONG end = GetTickCount64() + limit_ms;
  for (;;) {
    outcome result = read_state(service, state);
    if (!is_done(result) || !is_on_its_way(state->dwCurrentState)) return result;
    if (GetTickCount64() >= end) return (outcome){EXIT_TOO_SLOW, WAIT_TIMEOUT, "wait"};
    Sleep(LOOK_AGAIN_MS);
  }
}

outcome start_service(SC_HANDLE service, SERVICE_STATUS_PROCESS *state) {
  /* One that is just ending cannot be started; it is waited for first. */
  outcome result = settle(service, STOP_LIMIT_MS, state);
  if (!is_done(result) || state->dwCurrentState == SERVICE_RUNNING) return result;
  if (!sys.StartServiceW(service, 0, NULL) && GetLastError() != ERROR_SERVICE_ALREADY_RUNNING)
    return outcome_of(GetLastError(), "start", EXIT_NOT_STARTED);
  result = settle(service, START_LIMIT_MS, state);
  if (!is_done(result) || state->dwCurrentState == SERVICE_RUNNING) return result;
  return outcome_of(state->dwWin32ExitCode, "run", EXIT_NOT_STARTED);
}

outcome stop_service(SC_HANDLE service, SERVICE_STATUS_PROCESS *state) {
  SERVICE_STATUS status;
  outcome result = read_state(service, state);
  if (!is_done(result) || state->dwCurrentState == SERVICE_STOPPED) return result;
  if (state->dwCurrentState != SERVICE_STOP_PENDING && !sys.ControlService(service, SERVICE_CONTROL_STOP, &status) &&
      GetLastError() != ERROR_SERVICE_NOT_ACTIVE)
    return outcome_of(GetLastError(), "stop", EXIT_FAILED);
  result = settle(service, STOP_LIMIT_MS, state);
  if (!is_done(result) || state->dwCurrentState == SERVICE_STOPPED) return result;
  return (outcome){EXIT_FAILED, ERROR_SERVICE_NOT_IN_EXE, "stop"};
}
