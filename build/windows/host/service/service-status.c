#include <stdio.h>

#include "../base/json.h"
#include "../base/product.h"
#include "../base/times.h"
#include "../verbs.h"
#include "manager.h"

static int may_control(void) {
  service_handles handles;
  outcome opened = open_service(SERVICE_NAME, SC_MANAGER_CONNECT, SERVICE_START | SERVICE_STOP, &handles);
  if (is_done(opened)) close_service(&handles);
  return is_done(opened);
}

static void say_start(DWORD process) {
  HANDLE opened = process == 0 ? NULL : OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process);
  FILETIME created;
  wchar_t text[TIME_TEXT];
  if (opened != NULL && process_start(opened, &created) && time_text(&created, text)) json_text("since", text);
  else json_null("since");
  if (opened != NULL) CloseHandle(opened);
}

static int is_delayed(SC_HANDLE service) {
  SERVICE_DELAYED_AUTO_START_INFO facts = {0};
  DWORD size;
  QueryServiceConfig2W(service, SERVICE_CONFIG_DELAYED_AUTO_START_INFO, (BYTE *)&facts, sizeof facts, &size);
  return facts.fDelayedAutostart;
}

static outcome say_status(SC_HANDLE service) {
  SERVICE_STATUS_PROCESS state;
  outcome result = read_state(service, &state);
  if (!is_done(result)) return result;
  QUERY_SERVICE_CONFIGW *configuration = read_configuration(service);
  if (configuration == NULL) return outcome_of(GetLastError(), "query-configuration", EXIT_FAILED);
  json_number("state", state.dwCurrentState);
  json_number("win32ExitCode", state.dwWin32ExitCode);
  json_number("serviceExitCode", state.dwServiceSpecificExitCode);
  json_number("processId", state.dwProcessId);
  json_text("account", configuration->lpServiceStartName);
  json_number("startType", configuration->dwStartType);
  json_boolean("isDelayed", is_delayed(service));
  json_text("command", configuration->lpBinaryPathName);
  say_start(state.dwProcessId);
  LocalFree(configuration);
  return done();
}

/* `status`: what the service manager says of the service, in its own numbers (winsvc.h). */
outcome verb_status(arguments given) {
  service_handles handles;
  if (given.count != 0) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  outcome result =
      open_service(SERVICE_NAME, SC_MANAGER_CONNECT, SERVICE_QUERY_STATUS | SERVICE_QUERY_CONFIG, &handles);
  if (!is_done(result)) return result;
  result = say_status(handles.service);
  close_service(&handles);
  json_boolean("mayControl", may_control());
  return result;
}
