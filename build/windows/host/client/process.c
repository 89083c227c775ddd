#include <stdio.h>

#include "../base/json.h"
#include "../verbs.h"
#include "processes.h"

#include <restartmanager.h>

#define CLOSE_LIMIT_MS 10000
#define CLOSE_PAUSE_MS 200

static DWORD number_in(const wchar_t *word) {
  wchar_t *end;
  const unsigned long number = wcstoul(word, &end, 10);
  return *end == 0 ? number : 0;
}

static outcome identify(DWORD id, const wchar_t *path) {
  wchar_t text[32];
  process_mark mark;
  HANDLE process = open_running(id, path, 0, &mark);
  if (process == NULL) return (outcome){EXIT_OTHER_PROCESS, NO_ERROR, "identify"};
  CloseHandle(process);
  /* Text: a JSON number in JavaScript would lose its last digits. */
  _snwprintf(text, 32, L"%llu", mark);
  json_text("mark", text);
  return done();
}

static outcome end(DWORD id, const wchar_t *path, const wchar_t *wanted) {
  process_mark mark;
  HANDLE process = open_running(id, path, 0, &mark);
  if (process == NULL || mark != _wcstoui64(wanted, NULL, 10)) {
    if (process != NULL) CloseHandle(process);
    return (outcome){EXIT_OTHER_PROCESS, NO_ERROR, "end"};
  }
  /* While it is open its number stays its own. */
  end_tree(id);
  CloseHandle(process);
  return done();
}

/* Asks the windows of the program to close, as an end of the session does, and kills nothing. */
static void ask_to_close(const wchar_t *path) {
  DWORD session;
  wchar_t key[CCH_RM_SESSION_KEY + 1] = L"";
  if (RmStartSession(&session, 0, key) != NO_ERROR) return;
  if (RmRegisterResources(session, 1, &path, 0, NULL, 0, NULL) == NO_ERROR) RmShutdown(session, 0, NULL);
  RmEndSession(session);
}

static outcome running(const wchar_t *path) {
  const int count = running_file(path);
  json_number("running", count);
  return count == 0 ? done() : (outcome){EXIT_STILL_RUNNING, NO_ERROR, "running"};
}

static outcome close_file(const wchar_t *path) {
  if (running_file(path) > 0) ask_to_close(path);
  const ULONGLONG end = GetTickCount64() + CLOSE_LIMIT_MS;
  while (running_file(path) > 0 && GetTickCount64() < end) Sleep(CLOSE_PAUSE_MS);
  return running(path);
}

/*
 * `process identify ID FILE` tells the process that runs this file; `process end ID FILE MARK` ends the one that was told.
 * `process running FILE` says whether any does; `process close FILE` asks them to close and waits a while.
 */
outcome verb_process(arguments given) {
  const wchar_t *action = given.count > 0 ? given.words[0] : L"";
  if (given.count == 3 && wcscmp(action, L"identify") == 0) return identify(number_in(given.words[1]), given.words[2]);
  if (given.count == 4 && wcscmp(action, L"end") == 0) return end(number_in(given.words[1]), given.words[2], given.words[3]);
  if (given.count == 2 && wcscmp(action, L"running") == 0) return running(given.words[1]);
  if (given.count == 2 && wcscmp(action, L"close") == 0) return close_file(given.words[1]);
  return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
}
