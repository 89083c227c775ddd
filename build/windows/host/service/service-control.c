#include "../base/elevate.h"
#include "../base/json.h"
#include "../base/product.h"
#include "../verbs.h"
#include "manager.h"

#define RIGHTS (SERVICE_QUERY_STATUS | SERVICE_START | SERVICE_STOP)
#define SUSPENDED L"StoppedForUpdate"

static void say_end(const SERVICE_STATUS_PROCESS *state) {
  json_number("state", state->dwCurrentState);
  json_number("win32ExitCode", state->dwWin32ExitCode);
  json_number("serviceExitCode", state->dwServiceSpecificExitCode);
}

static outcome act(SC_HANDLE service, const wchar_t *action) {
  SERVICE_STATUS_PROCESS state = {0};
  outcome result = done();
  if (wcscmp(action, L"start") != 0) result = stop_service(service, &state);
  if (wcscmp(action, L"stop") != 0 && is_done(result)) result = start_service(service, &state);
  say_end(&state);
  return result;
}

outcome remember_to_start(void) {
  HKEY key;
  LSTATUS error = RegCreateKeyExW(HKEY_LOCAL_MACHINE, PARAMETERS_KEY, 0, NULL, 0, KEY_SET_VALUE, NULL, &key, NULL);
  if (error != NO_ERROR) return outcome_of((DWORD)error, "remember", EXIT_FAILED);
  const DWORD yes = 1;
  error = RegSetValueExW(key, SUSPENDED, 0, REG_DWORD, (const BYTE *)&yes, sizeof yes);
  RegCloseKey(key);
  return error == NO_ERROR ? done() : outcome_of((DWORD)error, "remember", EXIT_FAILED);
}

/* Stops it for an update and remembers whether it ran: an update does not start what an administrator has stopped. */
static outcome suspend(SC_HANDLE service) {
  SERVICE_STATUS_PROCESS state;
  outcome result = read_state(service, &state);
  if (!is_done(result) || state.dwCurrentState == SERVICE_STOPPED) return result;
  result = remember_to_start();
  return is_done(result) ? stop_service(service, &state) : result;
}

/* Starts what `suspend` has stopped or `install` has registered anew, and nothing else. */
static outcome resume(SC_HANDLE service) {
  SERVICE_STATUS_PROCESS state = {0};
  DWORD was_running = 0, size = sizeof was_running;
  RegGetValueW(HKEY_LOCAL_MACHINE, PARAMETERS_KEY, SUSPENDED, RRF_RT_REG_DWORD, NULL, &was_running, &size);
  if (was_running == 0) return done();
  outcome result = start_service(service, &state);
  say_end(&state);
  if (is_done(result)) RegDeleteKeyValueW(HKEY_LOCAL_MACHINE, PARAMETERS_KEY, SUSPENDED);
  return result;
}

static int is_action(const wchar_t *word) {
  return wcscmp(word, L"start") == 0 || wcscmp(word, L"stop") == 0 || wcscmp(word, L"restart") == 0;
}

/*
 * `control start|stop|restart [--ask]`: does it and waits for the end of it; with `--ask` Windows may ask a person for an
 * administrator. `control suspend|resume`: around an update.
 */
outcome verb_control(arguments given) {
  wchar_t line[64] = L"control ";
  const int may_ask = given.count == 2 && wcscmp(given.words[1], L"--ask") == 0;
  if (given.count != 1 + may_ask) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  const wchar_t *action = given.words[0];
  const int is_suspend = wcscmp(action, L"suspend") == 0, is_resume = wcscmp(action, L"resume") == 0;
  if (!is_action(action) && !is_suspend && !is_resume) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "action"};
  service_handles handles;
  outcome result = open_service(SERVICE_NAME, SC_MANAGER_CONNECT, RIGHTS, &handles);
  if (result.code == EXIT_ACCESS_DENIED && may_ask && !is_elevated()) {
    wcsncat(line, action, 16);
    return run_elevated(line, NULL, 0);
  }
  if (!is_done(result)) return result;
  if (is_suspend) result = suspend(handles.service);
  else if (is_resume) result = resume(handles.service);
  else result = act(handles.service, action);
  close_service(&handles);
  return result;
}
