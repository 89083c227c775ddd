#include "service-report.h"

static void report(SERVICE_STATUS_HANDLE manager, SERVICE_STATUS *status) {
  static DWORD checkpoint;
  const int is_pending = status->dwWaitHint != 0;
  status->dwServiceType = SERVICE_WIN32_OWN_PROCESS;
  /* The manager takes a service for hung whose number does not grow. */
  status->dwCheckPoint = is_pending ? ++checkpoint : 0;
  SetServiceStatus(manager, status);
}

void report_state(SERVICE_STATUS_HANDLE manager, DWORD state, DWORD limit_ms) {
  SERVICE_STATUS status = {0};
  status.dwCurrentState = state;
  status.dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_PRESHUTDOWN : 0;
  /* One that is still on its way can be told to stop as well. */
  if (state == SERVICE_START_PENDING) status.dwControlsAccepted = SERVICE_ACCEPT_STOP;
  status.dwWaitHint = limit_ms;
  report(manager, &status);
}

void report_end(SERVICE_STATUS_HANDLE manager, DWORD error, DWORD own) {
  SERVICE_STATUS status = {0};
  status.dwCurrentState = SERVICE_STOPPED;
  status.dwWin32ExitCode = own == 0 ? error : ERROR_SERVICE_SPECIFIC_ERROR;
  status.dwServiceSpecificExitCode = own;
  report(manager, &status);
}
