#include <stdio.h>

#include "../base/exit-codes.h"
#include "../base/places.h"
#include "../base/product.h"
#include "../service/manager.h"
#include "../service/service-report.h"
#include "../service/service-run.h"
#include "trial.h"

/* How the trial ends: the folder's number, the data folder being the first, above the system's error of 16 bits. */
#define OWN_CODE(folder, error) (((DWORD)(folder) + 1) << 16 | ((error) & 0xffff))
#define HOME L"Remote Service"
/* A share that is gone answers after half a minute, and there may be some. */
#define TRIAL_LIMIT_MS 180000

/* In the service. */

static SERVICE_STATUS_HANDLE manager;

static DWORD WINAPI control(DWORD code, DWORD type, void *data, void *context) {
  (void)type, (void)data, (void)context;
  return code == SERVICE_CONTROL_INTERROGATE ? NO_ERROR : ERROR_CALL_NOT_IMPLEMENTED;
}

/* Makes a file in the folder, which is gone again at once. Gives 0 or the system's error. */
static DWORD write_into(const wchar_t *folder) {
  wchar_t path[PATH_LIMIT];
  int length = _snwprintf(path, PATH_LIMIT, L"%ls\\.remote-service-%llu.tmp", folder, (unsigned long long)GetTickCount64());
  if (length < 0 || length >= PATH_LIMIT) return ERROR_FILENAME_EXCED_RANGE;
  const DWORD flags = FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE;
  HANDLE file = CreateFileW(path, GENERIC_WRITE | DELETE, 0, NULL, CREATE_NEW, flags, NULL);
  if (file == INVALID_HANDLE_VALUE) return GetLastError();
  CloseHandle(file);
  return NO_ERROR;
}

static void WINAPI prove(DWORD count, wchar_t **words) {
  wchar_t home[PATH_LIMIT];
  manager = RegisterServiceCtrlHandlerExW(TRIAL_NAME, control, NULL);
  report_state(manager, SERVICE_START_PENDING, TRIAL_LIMIT_MS);
  DWORD error = is_done(program_data(HOME, home)) ? write_into(home) : ERROR_PATH_NOT_FOUND;
  DWORD at = 0;
  /* The first word is the service's name, so that it stands for the data folder. */
  while (error == NO_ERROR && at + 1 < count) error = write_into(words[++at]);
  report_end(manager, NO_ERROR, error == NO_ERROR ? 0 : OWN_CODE(at, error));
}

int run_trial(void) {
  SERVICE_TABLE_ENTRYW table[] = {{TRIAL_NAME, prove}, {NULL, NULL}};
  return StartServiceCtrlDispatcherW(table) ? EXIT_DONE : EXIT_FAILED;
}

/* Around it. */

static void delete_leftover(SC_HANDLE opened) {
  SC_HANDLE service = OpenServiceW(opened, TRIAL_NAME, DELETE);
  if (service == NULL) return;
  sys.DeleteService(service);
  CloseServiceHandle(service);
}

static outcome create(SC_HANDLE opened, const service_account *account, const wchar_t *password, SC_HANDLE *service) {
  wchar_t host[PATH_LIMIT], command[PATH_LIMIT + 16];
  SERVICE_SID_INFO identity = {SERVICE_SID_TYPE_UNRESTRICTED};
  outcome result = beside_program(L"", host);
  if (!is_done(result)) return result;
  _snwprintf(command, PATH_LIMIT + 16, L"\"%ls\" trial", host);
  *service = sys.CreateServiceW(opened, TRIAL_NAME, TRIAL_NAME, SERVICE_ALL_ACCESS, SERVICE_WIN32_OWN_PROCESS,
                                SERVICE_DEMAND_START, SERVICE_ERROR_IGNORE, command, NULL, NULL, NULL, account->trial_name,
                                password);
  if (*service == NULL) return outcome_of(GetLastError(), "create-trial", EXIT_TRIAL_FAILED);
  /* Its identity is what the data folder's list lets in. */
  ChangeServiceConfig2W(*service, SERVICE_CONFIG_SERVICE_SID_INFO, &identity);
  return done();
}

static outcome run(SC_HANDLE service, wchar_t **folders, int count, int *closed) {
  SERVICE_STATUS_PROCESS state;
  const DWORD error =
      sys.StartServiceW(service, (DWORD)count, (const wchar_t **)folders) ? NO_ERROR : GetLastError();
  if (error != NO_ERROR && error != ERROR_SERVICE_REQUEST_TIMEOUT) return outcome_of(error, "start-trial", EXIT_TRIAL_FAILED);
  outcome result = settle(service, TRIAL_LIMIT_MS, &state);
  if (!is_done(result)) return result;
  /* One that has ended before the manager looked has run all the same, and how it ended counts. */
  if (error != NO_ERROR && state.dwWin32ExitCode == ERROR_SERVICE_NEVER_STARTED)
    return outcome_of(error, "start-trial", EXIT_TRIAL_FAILED);
  if (state.dwWin32ExitCode == ERROR_SERVICE_SPECIFIC_ERROR) {
    *closed = (int)(state.dwServiceSpecificExitCode >> 16) - 2;
    return (outcome){EXIT_FOLDER_CLOSED, state.dwServiceSpecificExitCode & 0xffff, "trial"};
  }
  if (state.dwWin32ExitCode == NO_ERROR && state.dwCurrentState == SERVICE_STOPPED) return done();
  return outcome_of(state.dwWin32ExitCode, "trial", EXIT_TRIAL_FAILED);
}

outcome try_account(const service_account *account, const wchar_t *password, wchar_t **folders, int count, int *closed) {
  SC_HANDLE service = NULL;
  SC_HANDLE opened = sys.OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT | SC_MANAGER_CREATE_SERVICE);
  if (opened == NULL) return outcome_of(GetLastError(), "service-manager", EXIT_FAILED);
  delete_leftover(opened);
  outcome result = create(opened, account, password, &service);
  if (is_done(result)) result = run(service, folders, count, closed);
  if (service != NULL) {
    sys.DeleteService(service);
    CloseServiceHandle(service);
  }
  CloseServiceHandle(opened);
  return result;
}
