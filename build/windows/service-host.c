/*
 * Stands between the Windows service manager and Print ORS Service, which is an ordinary program:
 *   remote-service-host.exe SERVICE EXECUTABLE [ARGUMENT ...]
 * The program's standard input is its lifeline: closing it asks the program to end. It runs in a job, so that nothing it
 * started outlives it. An end that nobody asked for is reported as a failure, which the recovery actions answer.
 *   remote-service-host.exe --admit-operators PIPE
 * is how the program, once it listens, lets the operators connect to it.
 */
#include <wchar.h>
#include <windows.h>

#include "pipe-access.h"

#define STOP_LIMIT_MS 15000
#define COMMAND_LIMIT 32768

static wchar_t *service_name;
static wchar_t command[COMMAND_LIMIT];
static SERVICE_STATUS_HANDLE manager;
static HANDLE stop_asked;

static void report(DWORD state, DWORD exit_code) {
  SERVICE_STATUS status = {0};
  status.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
  status.dwCurrentState = state;
  status.dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN : 0;
  status.dwWin32ExitCode = exit_code;
  status.dwWaitHint = state == SERVICE_STOP_PENDING ? STOP_LIMIT_MS + 5000 : 0;
  SetServiceStatus(manager, &status);
}

static DWORD WINAPI control(DWORD code, DWORD type, void *data, void *context) {
  (void)type, (void)data, (void)context;
  if (code == SERVICE_CONTROL_INTERROGATE) return NO_ERROR;
  if (code != SERVICE_CONTROL_STOP && code != SERVICE_CONTROL_SHUTDOWN) return ERROR_CALL_NOT_IMPLEMENTED;
  report(SERVICE_STOP_PENDING, NO_ERROR);
  SetEvent(stop_asked);
  return NO_ERROR;
}

/* A job that ends with its last handle, which is ours. */
static HANDLE make_job(void) {
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  HANDLE job = CreateJobObjectW(NULL, NULL);
  SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  return job;
}

/* Starts the program in the job; `lifeline` becomes our end of its standard input. Gives 0 or the system's error. */
static DWORD start(HANDLE job, PROCESS_INFORMATION *program, HANDLE *lifeline) {
  SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
  STARTUPINFOW startup = {0};
  HANDLE input, nowhere = CreateFileW(L"NUL", GENERIC_WRITE, FILE_SHARE_WRITE, &inherited, OPEN_EXISTING, 0, NULL);
  if (!CreatePipe(&input, lifeline, &inherited, 0)) return GetLastError();
  SetHandleInformation(*lifeline, HANDLE_FLAG_INHERIT, 0);
  startup.cb = sizeof startup;
  startup.dwFlags = STARTF_USESTDHANDLES;
  startup.hStdInput = input;
  startup.hStdOutput = startup.hStdError = nowhere;
  DWORD flags = CREATE_NO_WINDOW | CREATE_SUSPENDED;
  DWORD error = NO_ERROR;
  if (!CreateProcessW(NULL, command, NULL, NULL, TRUE, flags, NULL, NULL, &startup, program)) error = GetLastError();
  CloseHandle(input);
  CloseHandle(nowhere);
  if (error != NO_ERROR) return error;
  AssignProcessToJobObject(job, program->hProcess);
  ResumeThread(program->hThread);
  return NO_ERROR;
}

static void WINAPI run_service(DWORD count, wchar_t **words) {
  (void)count, (void)words;
  PROCESS_INFORMATION program;
  HANDLE lifeline;
  manager = RegisterServiceCtrlHandlerExW(service_name, control, NULL);
  report(SERVICE_START_PENDING, NO_ERROR);
  stop_asked = CreateEventW(NULL, TRUE, FALSE, NULL);
  HANDLE job = make_job();
  DWORD error = start(job, &program, &lifeline);
  if (error != NO_ERROR) {
    report(SERVICE_STOPPED, error);
    return;
  }
  report(SERVICE_RUNNING, NO_ERROR);
  HANDLE events[] = {stop_asked, program.hProcess};
  if (WaitForMultipleObjects(2, events, FALSE, INFINITE) == WAIT_OBJECT_0) {
    CloseHandle(lifeline);
    if (WaitForSingleObject(program.hProcess, STOP_LIMIT_MS) != WAIT_OBJECT_0) TerminateJobObject(job, 1);
    report(SERVICE_STOPPED, NO_ERROR);
  } else {
    DWORD code = 0;
    GetExitCodeProcess(program.hProcess, &code);
    TerminateJobObject(job, 1);
    report(SERVICE_STOPPED, code != 0 ? code : ERROR_PROCESS_ABORTED);
  }
}

/* The program's command line is what stands behind the service's name in ours, quotes and all. */
static int copy_command(const wchar_t *line) {
  for (int word = 0; word < 2; word += 1) {
    int is_quoted = 0;
    for (; *line != 0 && (is_quoted || *line != L' '); line += 1) is_quoted ^= *line == L'"';
    while (*line == L' ') line += 1;
  }
  if (*line == 0 || wcslen(line) >= COMMAND_LIMIT) return 0;
  wcscpy(command, line);
  return 1;
}

int wmain(int count, wchar_t **words) {
  if (count == 3 && wcscmp(words[1], L"--admit-operators") == 0) return admit_operators(words[2]);
  if (count < 3 || !copy_command(GetCommandLineW())) return ERROR_INVALID_PARAMETER;
  service_name = words[1];
  SERVICE_TABLE_ENTRYW table[] = {{service_name, run_service}, {NULL, NULL}};
  return StartServiceCtrlDispatcherW(table) ? 0 : (int)GetLastError();
}
