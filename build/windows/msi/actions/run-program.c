#include "run-program.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

#define COMMAND_LIMIT 8192
#define LOOK_AGAIN_MS 50

static const SECURITY_ATTRIBUTES INHERITED = {sizeof INHERITED, NULL, TRUE};

HANDLE file_input(const wchar_t *path) {
  SECURITY_ATTRIBUTES attributes = INHERITED;
  return CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, &attributes, OPEN_EXISTING, 0, NULL);
}

HANDLE text_input(const wchar_t *text) {
  SECURITY_ATTRIBUTES attributes = INHERITED;
  HANDLE reading, writing;
  char bytes[SAID_LIMIT];
  DWORD written = 0;
  const int size = *text == 0 ? 0 : WideCharToMultiByte(CP_UTF8, 0, text, (int)wcslen(text), bytes, sizeof bytes, NULL, NULL);
  if ((size == 0 && *text != 0) || !CreatePipe(&reading, &writing, &attributes, sizeof bytes)) return INVALID_HANDLE_VALUE;
  SetHandleInformation(writing, HANDLE_FLAG_INHERIT, 0);
  if (size > 0) WriteFile(writing, bytes, (DWORD)size, &written, NULL);
  CloseHandle(writing);
  return reading;
}

/* Takes what stands in the pipe by now, so that the program can go on writing; what is over the limit is dropped. */
static void collect(HANDLE output, char *bytes, size_t *length) {
  char chunk[1024];
  DWORD waiting = 0, got = 0;
  while (PeekNamedPipe(output, NULL, 0, NULL, &waiting, NULL) && waiting > 0) {
    if (!ReadFile(output, chunk, sizeof chunk, &got, NULL)) return;
    const size_t room = SAID_LIMIT - 1 - *length, taken = got < room ? got : room;
    memcpy(bytes + *length, chunk, taken);
    *length += taken;
  }
}

static void wait_for(const PROCESS_INFORMATION *started, HANDLE output, DWORD limit_ms, program_end *end) {
  char bytes[SAID_LIMIT];
  size_t length = 0;
  const ULONGLONG last = GetTickCount64() + limit_ms;
  end->code = CODE_TOO_SLOW;
  while (GetTickCount64() < last) {
    const int has_ended = WaitForSingleObject(started->hProcess, LOOK_AGAIN_MS) == WAIT_OBJECT_0;
    collect(output, bytes, &length);
    if (!has_ended) continue;
    GetExitCodeProcess(started->hProcess, &end->code);
    break;
  }
  while (length > 0 && strchr(" \r\n", bytes[length - 1]) != NULL) length -= 1;
  const int size = MultiByteToWideChar(CP_UTF8, 0, bytes, (int)length, end->said, SAID_LIMIT - 1);
  end->said[size] = 0;
}

/* Whatever the program starts ends with the job, so that nothing is left of one that took too long. */
static HANDLE make_job(void) {
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
  HANDLE job = CreateJobObjectW(NULL, NULL);
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  if (job != NULL) SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  return job;
}

void run_program(const wchar_t *command, HANDLE input, DWORD limit_ms, program_end *end) {
  SECURITY_ATTRIBUTES attributes = INHERITED;
  STARTUPINFOW startup = {.cb = sizeof startup, .dwFlags = STARTF_USESTDHANDLES, .hStdInput = input};
  PROCESS_INFORMATION started;
  wchar_t line[COMMAND_LIMIT];
  HANDLE output;
  *end = (program_end){.code = CODE_NOT_STARTED};
  _snwprintf(line, COMMAND_LIMIT - 1, L"%ls", command);
  line[COMMAND_LIMIT - 1] = 0;
  if (!CreatePipe(&output, &startup.hStdOutput, &attributes, SAID_LIMIT)) {
    CloseHandle(input);
    return;
  }
  SetHandleInformation(output, HANDLE_FLAG_INHERIT, 0);
  startup.hStdError = startup.hStdOutput;
  const DWORD flags = CREATE_NO_WINDOW | CREATE_SUSPENDED;
  const BOOL is_started = CreateProcessW(NULL, line, NULL, NULL, TRUE, flags, NULL, NULL, &startup, &started);
  CloseHandle(startup.hStdOutput);
  CloseHandle(input);
  if (is_started) {
    HANDLE job = make_job();
    AssignProcessToJobObject(job, started.hProcess);
    ResumeThread(started.hThread);
    wait_for(&started, output, limit_ms, end);
    CloseHandle(started.hThread);
    CloseHandle(started.hProcess);
    CloseHandle(job);
  }
  CloseHandle(output);
}
