/*
 * The program's standard input is its lifeline: closing it asks the program to end. It runs in a job, so that nothing it
 * started outlives it. An end that nobody asked for is reported as a failure, which the recovery actions answer.
 */
#include "../base/events.h"
#include "../base/exit-codes.h"
#include "../base/jobs.h"
#include "../base/places.h"
#include "../base/product.h"
#include "../base/system.h"
#include "service-report.h"
#include "service-run.h"

#define STOP_LIMIT_MS 15000
/* From the program's start until it listens: a server that boots has much else to do. */
#define READY_LIMIT_MS 120000
#define READY_PAUSE_MS 200

static wchar_t *service_name;
static wchar_t *ready_file;
static wchar_t command[COMMAND_LIMIT];
static SERVICE_STATUS_HANDLE manager;
static HANDLE stop_asked;

static DWORD WINAPI control(DWORD code, DWORD type, void *data, void *context) {
  (void)type, (void)data, (void)context;
  if (code == SERVICE_CONTROL_INTERROGATE) return NO_ERROR;
  if (code != SERVICE_CONTROL_STOP && code != SERVICE_CONTROL_PRESHUTDOWN) return ERROR_CALL_NOT_IMPLEMENTED;
  report_state(manager, SERVICE_STOP_PENDING, STOP_LIMIT_MS + 5000);
  SetEvent(stop_asked);
  return NO_ERROR;
}

/* The program finds its folders by this variable, which the environment of a service need not have as users have it. */
static void set_program_data(void) {
  wchar_t folder[PATH_LIMIT];
  if (is_done(program_data(L"", folder))) SetEnvironmentVariableW(L"ProgramData", folder);
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

/* Waits for the program to listen. Gives the event that came first: 0 stop, 1 the program's end; 2 = it is ready, 3 = too slow. */
static DWORD wait_until_ready(const HANDLE *events) {
  if (ready_file == NULL) return 2;
  for (ULONGLONG end = GetTickCount64() + READY_LIMIT_MS; GetTickCount64() < end;) {
    DWORD event = WaitForMultipleObjects(2, events, FALSE, READY_PAUSE_MS);
    if (event != WAIT_TIMEOUT) return event - WAIT_OBJECT_0;
    if (GetFileAttributesW(ready_file) != INVALID_FILE_ATTRIBUTES) return 2;
    report_state(manager, SERVICE_START_PENDING, READY_PAUSE_MS * 50);
  }
  return 3;
}

static void report_own_end(HANDLE program) {
  DWORD code = 0;
  GetExitCodeProcess(program, &code);
  note_event(MESSAGE_ENDED, code);
  report_end(manager, ERROR_PROCESS_ABORTED, code);
}

static void WINAPI run_service(DWORD count, wchar_t **words) {
  (void)count, (void)words;
  PROCESS_INFORMATION program;
  HANDLE lifeline, job = make_job();
  manager = RegisterServiceCtrlHandlerExW(service_name, control, NULL);
  report_state(manager, SERVICE_START_PENDING, READY_PAUSE_MS * 50);
  /* What a service that was killed has left would say too early that this one listens. */
  if (ready_file != NULL) DeleteFileW(ready_file);
  set_program_data();
  DWORD error = start(job, &program, &lifeline);
  if (error != NO_ERROR) {
    note_event(MESSAGE_NOT_STARTED, error);
    report_end(manager, error, 0);
    return;
  }
  HANDLE events[] = {stop_asked, program.hProcess};
  DWORD first = wait_until_ready(events);
  if (first == 2) {
    report_state(manager, SERVICE_RUNNING, 0);
    note_event(MESSAGE_STARTED, 0);
    first = WaitForMultipleObjects(2, events, FALSE, INFINITE) - WAIT_OBJECT_0;
  }
  if (first != 1) {
    CloseHandle(lifeline);
    WaitForSingleObject(program.hProcess, STOP_LIMIT_MS);
  }
  TerminateJobObject(job, 1);
  if (first == 0) {
    note_event(MESSAGE_STOPPED, 0);
    report_end(manager, NO_ERROR, 0);
  } else if (first == 1) {
    report_own_end(program.hProcess);
  } else {
    note_event(MESSAGE_NOT_STARTED, ERROR_SERVICE_REQUEST_TIMEOUT);
    report_end(manager, ERROR_SERVICE_REQUEST_TIMEOUT, 0);
  }
}

/* The program's command line is what stands behind these words in ours, quotes and all. */
static int copy_command(const wchar_t *line, int skipped) {
  for (int word = 0; word < skipped; word += 1) {
    int is_quoted = 0;
    for (; *line != 0 && (is_quoted || *line != L' '); line += 1) is_quoted ^= *line == L'"';
    while (*line == L' ') line += 1;
  }
  if (*line == 0 || wcslen(line) >= COMMAND_LIMIT) return 0;
  wcscpy(command, line);
  return 1;
}

int run_as_service(int count, wchar_t **words) {
  const int has_ready = count > 5 && wcscmp(words[3], L"--ready") == 0;
  if (count < 4 || !copy_command(GetCommandLineW(), has_ready ? 5 : 3)) return EXIT_USAGE;
  service_name = words[2];
  ready_file = has_ready ? words[4] : NULL;
  stop_asked = CreateEventW(NULL, TRUE, FALSE, NULL);
  SERVICE_TABLE_ENTRYW table[] = {{service_name, run_service}, {NULL, NULL}};
  return StartServiceCtrlDispatcherW(table) ? EXIT_DONE : EXIT_FAILED;
}
