/*
 * `remote-service` of a console: bin\remote-service.exe, on PATH. The program itself is one with windows, for which no console
 * waits and which has none to write to. With a command this runs it, passes its input and output on, and ends with its exit
 * code; without one it starts the program and ends.
 */
#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00
#endif
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#include "version.generated.h"

#define COMMAND_LIMIT 32768
#define BUFFER_BYTES 8192
/* Windows' own for a program that could not be started (cmd.exe). */
#define EXIT_NOT_STARTED 9009
/* Without Chromium's remarks, which help nobody who reads the standard error. */
#define SWITCHES L"--log-level=3"

/* What passes bytes between a console and a pipe of the program. */
typedef struct relay {
  HANDLE console;
  HANDLE pipe;
  HANDLE thread;
} relay;

static int is_console(HANDLE handle) {
  DWORD mode;
  return GetConsoleMode(handle, &mode);
}

/* What is behind the first word of a command line, as it was written. */
static const wchar_t *behind_first(const wchar_t *line) {
  int is_quoted = 0;
  for (; *line != 0 && (is_quoted || (*line != L' ' && *line != L'\t')); line += 1) is_quoted ^= *line == L'"';
  return line;
}

/* The same rule as in electron/start/start-intent.ts: the first word that is no switch begins a command. */
static int has_command(int count, wchar_t **words) {
  static const wchar_t *const OWN[] = {L"--help", L"-h", L"--version", L"--json"};
  for (int at = 1; at < count; at += 1) {
    if (words[at][0] != L'-') return 1;
    for (size_t own = 0; own < sizeof OWN / sizeof *OWN; own += 1)
      if (wcscmp(words[at], OWN[own]) == 0) return 1;
  }
  return 0;
}

static int reads_input(int count, wchar_t **words) {
  for (int at = 1; at < count; at += 1)
    if (wcscmp(words[at], L"-") == 0) return 1;
  return 0;
}

/* How many of these bytes are whole characters of UTF-8; what follows is the beginning of one. */
static DWORD whole_characters(const unsigned char *bytes, DWORD length) {
  DWORD begin = length;
  while (begin > 0 && length - begin < 4 && (bytes[begin - 1] & 0xC0) == 0x80) begin -= 1;
  if (begin == 0) return length;
  const unsigned char first = bytes[begin - 1];
  const DWORD size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  return begin - 1 + size > length ? begin - 1 : length;
}

/* The program writes UTF-8; a console is given its characters, whatever its code page is. */
static DWORD WINAPI show_output(void *given) {
  const relay *one = given;
  char bytes[BUFFER_BYTES];
  wchar_t text[BUFFER_BYTES];
  DWORD kept = 0, count;
  while (ReadFile(one->pipe, bytes + kept, BUFFER_BYTES - kept, &count, NULL) && count > 0) {
    const DWORD whole = whole_characters((unsigned char *)bytes, kept + count);
    const int length = MultiByteToWideChar(CP_UTF8, 0, bytes, (int)whole, text, BUFFER_BYTES);
    DWORD written;
    WriteConsoleW(one->console, text, (DWORD)length, &written, NULL);
    kept = kept + count - whole;
    memmove(bytes, bytes + whole, kept);
  }
  return 0;
}

/* Ctrl+Z at the beginning of a line ends the input, as it does in a console. */
static DWORD WINAPI pass_input(void *given) {
  const relay *one = given;
  wchar_t text[BUFFER_BYTES / 4];
  char bytes[BUFFER_BYTES];
  DWORD count, written;
  while (ReadConsoleW(one->console, text, BUFFER_BYTES / 4, &count, NULL) && count > 0 && text[0] != 0x1A) {
    const int length = WideCharToMultiByte(CP_UTF8, 0, text, (int)count, bytes, BUFFER_BYTES, NULL, NULL);
    if (!WriteFile(one->pipe, bytes, (DWORD)length, &written, NULL)) break;
  }
  CloseHandle(one->pipe);
  return 0;
}

static HANDLE inheritable(HANDLE handle) {
  SetHandleInformation(handle, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
  return handle;
}

/* What the program gets as a stream: a file or pipe as it is, in a console's place a pipe. */
static HANDLE output_for(HANDLE own, relay *one) {
  HANDLE write;
  if (!is_console(own) || !CreatePipe(&one->pipe, &write, NULL, 0)) return own == NULL ? NULL : inheritable(own);
  one->console = own;
  return inheritable(write);
}

/* A console is read for a command with `-` alone: what is typed meanwhile is for the next one. */
static HANDLE input_for(HANDLE own, int is_wanted, relay *one) {
  HANDLE read;
  if (own == NULL || !is_console(own)) return own == NULL ? NULL : inheritable(own);
  if (!is_wanted || !CreatePipe(&read, &one->pipe, NULL, 0)) return NULL;
  one->console = own;
  return inheritable(read);
}

static void start_relay(relay *one, LPTHREAD_START_ROUTINE passes) {
  if (one->console != NULL) one->thread = CreateThread(NULL, 0, passes, one, 0, NULL);
}

/* Ends the program with this process, also where a person closes the console or presses Ctrl+C. */
static void tie_to_this_process(HANDLE process) {
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
  HANDLE job = CreateJobObjectW(NULL, NULL);
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  AssignProcessToJobObject(job, process);
}

static int not_started(const wchar_t *program) {
  fwprintf(stderr, L"%ls could not be started (%lu). Install Remote Service again.\n", program, GetLastError());
  return EXIT_NOT_STARTED;
}

static int run_command(const wchar_t *program, wchar_t *command, int is_input_wanted) {
  relay input = {0}, output = {0}, errors = {0};
  PROCESS_INFORMATION started;
  DWORD code = EXIT_NOT_STARTED;
  STARTUPINFOW startup = {.cb = sizeof startup, .dwFlags = STARTF_USESTDHANDLES};
  startup.hStdInput = input_for(GetStdHandle(STD_INPUT_HANDLE), is_input_wanted, &input);
  startup.hStdOutput = output_for(GetStdHandle(STD_OUTPUT_HANDLE), &output);
  startup.hStdError = output_for(GetStdHandle(STD_ERROR_HANDLE), &errors);
  if (!CreateProcessW(program, command, NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &startup, &started))
    return not_started(program);
  tie_to_this_process(started.hProcess);
  /* Only the program may hold these, or the end of its output would never come. */
  if (output.console != NULL) CloseHandle(startup.hStdOutput);
  if (errors.console != NULL) CloseHandle(startup.hStdError);
  if (input.console != NULL) CloseHandle(startup.hStdInput);
  ResumeThread(started.hThread);
  start_relay(&input, pass_input);
  start_relay(&output, show_output);
  start_relay(&errors, show_output);
  WaitForSingleObject(started.hProcess, INFINITE);
  if (output.thread != NULL) WaitForSingleObject(output.thread, INFINITE);
  if (errors.thread != NULL) WaitForSingleObject(errors.thread, INFINITE);
  GetExitCodeProcess(started.hProcess, &code);
  return (int)code;
}

static int start_program(const wchar_t *program, wchar_t *command) {
  STARTUPINFOW startup = {.cb = sizeof startup};
  PROCESS_INFORMATION started;
  const BOOL is_started =
      CreateProcessW(program, command, NULL, NULL, FALSE, DETACHED_PROCESS, NULL, NULL, &startup, &started);
  return is_started ? 0 : not_started(program);
}

int wmain(int count, wchar_t **words) {
  static wchar_t command[COMMAND_LIMIT];
  wchar_t program[MAX_PATH];
  SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32);
  const DWORD length = GetModuleFileNameW(NULL, program, MAX_PATH);
  if (length == 0 || length == MAX_PATH) return not_started(L"Remote Service");
  /* <folder>\bin\remote-service.exe is for <folder>\remote-service.exe. */
  for (int level = 0; level < 2; level += 1) {
    wchar_t *end = wcsrchr(program, L'\\');
    if (end == NULL) return not_started(program);
    *end = 0;
  }
  wcscat(program, L"\\remote-service.exe");
  const wchar_t *rest = behind_first(GetCommandLineW());
  const int size = _snwprintf(command, COMMAND_LIMIT, L"\"%ls\" " SWITCHES L"%ls", program, rest);
  if (size < 0 || size >= COMMAND_LIMIT) return not_started(program);
  if (!has_command(count, words)) return start_program(program, command);
  SetEnvironmentVariableW(L"ELECTRON_NO_ATTACH_CONSOLE", L"1");
  return run_command(program, command, reads_input(count, words));
}
