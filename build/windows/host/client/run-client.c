/*
 * Guards a client of remote assistance: it runs in a job, and when standard input ends, which comes with the end of whoever
 * started this however that ends, all of it is ended. A client that finds itself running already hands its work over and ends
 * at once; then the processes of its folder in this session are the session, until they have gone.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../base/jobs.h"
#include "../base/json.h"
#include "../base/lifeline.h"
#include "../base/product.h"
#include "../verbs.h"
#include "processes.h"

/* One that ends this soon, and without an error, has handed over. */
#define HANDOVER_MS 5000
#define LOOK_MS 200
#define ADOPTED_LIMIT 256

typedef struct guarded {
  const wchar_t *path;
  HANDLE job;
  PROCESS_INFORMATION client;
  int is_adopted;
} guarded;

/* One argument as CommandLineToArgvW reads it back (Microsoft, "Parsing C command-line arguments"). */
static size_t quote(wchar_t *line, size_t at, const wchar_t *word) {
  line[at++] = L'"';
  for (; *word != 0; word += 1) {
    size_t slashes = 0;
    for (; *word == L'\\'; word += 1) slashes += 1;
    if (*word == L'"' || *word == 0) slashes *= 2;
    for (; slashes > 0; slashes -= 1) line[at++] = L'\\';
    if (*word == 0) break;
    if (*word == L'"') line[at++] = L'\\';
    line[at++] = *word;
  }
  line[at++] = L'"';
  return at;
}

/* To be freed. */
static wchar_t *make_line(arguments given) {
  size_t room = 1, at = 0;
  for (int word = 0; word < given.count; word += 1) room += 2 * wcslen(given.words[word]) + 3;
  wchar_t *line = calloc(room, sizeof *line);
  for (int word = 0; line != NULL && word < given.count; word += 1) {
    if (word > 0) line[at++] = L' ';
    at = quote(line, at, given.words[word]);
  }
  return line;
}

static outcome start(arguments given, guarded *session) {
  wchar_t folder[PATH_LIMIT], *line = make_line(given);
  STARTUPINFOW startup = {.cb = sizeof startup};
  const wchar_t *file = wcsrchr(session->path, L'\\');
  if (line == NULL || file == NULL || file - session->path >= PATH_LIMIT) return (outcome){EXIT_USAGE, ERROR_BAD_PATHNAME, "file"};
  _snwprintf(folder, PATH_LIMIT, L"%.*ls", (int)(file - session->path), session->path);
  session->job = make_job();
  const int is_started = CreateProcessW(session->path, line, NULL, NULL, FALSE, CREATE_SUSPENDED, NULL, folder, &startup,
                                        &session->client);
  free(line);
  if (!is_started) return outcome_of(GetLastError(), "start-client", EXIT_NOT_STARTED);
  AssignProcessToJobObject(session->job, session->client.hProcess);
  ResumeThread(session->client.hThread);
  return done();
}

static void say_event(const char *name, DWORD id) {
  json_begin();
  json_number(name, id);
  json_end();
  json_begin();
}

static int adopted_ones(const guarded *session, DWORD *ids) {
  return session->is_adopted ? running_beside(session->path, ids, ADOPTED_LIMIT) : 0;
}

static int is_alive(const guarded *session) {
  DWORD ids[ADOPTED_LIMIT];
  return living_in(session->job) > 0 || adopted_ones(session, ids) > 0;
}

static void end_all(const guarded *session) {
  DWORD ids[ADOPTED_LIMIT];
  TerminateJobObject(session->job, 1);
  int count = adopted_ones(session, ids);
  for (int at = 0; at < count; at += 1) end_tree(ids[at]);
}

/* Gives whether the session has ended by itself. */
static int watch(guarded *session, HANDLE lifeline) {
  HANDLE events[] = {lifeline, session->client.hProcess};
  const ULONGLONG started = GetTickCount64();
  DWORD code = 1;
  if (WaitForMultipleObjects(2, events, FALSE, INFINITE) == WAIT_OBJECT_0) return 0;
  GetExitCodeProcess(session->client.hProcess, &code);
  session->is_adopted = code == 0 && GetTickCount64() - started < HANDOVER_MS;
  if (session->is_adopted) say_event("handedOver", session->client.dwProcessId);
  while (is_alive(session)) {
    if (WaitForSingleObject(lifeline, LOOK_MS) == WAIT_OBJECT_0) return 0;
  }
  return 1;
}

/* `run-client FILE [ARGUMENT ...]`: starts it, says its number, and ends with it or when standard input ends. */
outcome verb_run_client(arguments given) {
  if (given.count < 1) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  guarded session = {.path = given.words[0]};
  outcome result = start(given, &session);
  if (!is_done(result)) return result;
  say_event("started", session.client.dwProcessId);
  if (!watch(&session, lifeline_end())) end_all(&session);
  return done();
}
