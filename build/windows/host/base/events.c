#include <stdio.h>
#include <stdlib.h>

#include "../verbs.h"
#include "events.h"
#include "input.h"
#include "logged-events.generated.h"
#include "places.h"
#include "product.h"
#include "system.h"

#define SOURCE_KEY L"SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\" EVENT_SOURCE
#define SEVERITY(event) ((event) >> 30)
#define DETAIL_LIMIT 8192

static WORD type_of(DWORD event) {
  static const WORD TYPES[] = {EVENTLOG_SUCCESS, EVENTLOG_INFORMATION_TYPE, EVENTLOG_WARNING_TYPE, EVENTLOG_ERROR_TYPE};
  return TYPES[SEVERITY(event)];
}

static outcome report(DWORD event, const wchar_t *text) {
  const wchar_t *texts[] = {text};
  HANDLE log = RegisterEventSourceW(NULL, EVENT_SOURCE);
  if (log == NULL) return outcome_of(GetLastError(), "event-source", EXIT_FAILED);
  const BOOL is_taken = sys.ReportEventW(log, type_of(event), 0, event, NULL, 1, 0, texts, NULL);
  outcome result = is_taken ? done() : outcome_of(GetLastError(), "report", EXIT_FAILED);
  DeregisterEventSource(log);
  return result;
}

void note_event(DWORD event, DWORD number) {
  wchar_t text[16];
  _snwprintf(text, 16, L"%lu", number);
  report(event, text);
}

/* `report-event NAME`: an event of the program's own, with standard input as what belongs to it. */
outcome verb_report_event(arguments given) {
  static const struct {
    const wchar_t *name;
    DWORD event;
  } EVENTS[] = {
#define LISTED_EVENT(name, event) {L"" name, event},
      LOGGED_EVENTS(LISTED_EVENT)
#undef LISTED_EVENT
  };
  wchar_t text[DETAIL_LIMIT + 1];
  size_t length;
  DWORD event = 0;
  if (given.count != 1) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  for (size_t at = 0; at < sizeof EVENTS / sizeof *EVENTS; at += 1)
    if (wcscmp(given.words[0], EVENTS[at].name) == 0) event = EVENTS[at].event;
  if (event == 0) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "event"};
  unsigned char *bytes = read_bytes(GetStdHandle(STD_INPUT_HANDLE), DETAIL_LIMIT, &length);
  if (bytes == NULL) return (outcome){EXIT_USAGE, ERROR_INVALID_DATA, "input"};
  const int size = MultiByteToWideChar(CP_UTF8, 0, (char *)bytes, (int)length, text, DETAIL_LIMIT);
  text[size] = 0;
  free(bytes);
  return report(event, text);
}

outcome register_event_source(void) {
  wchar_t program[PATH_LIMIT];
  const DWORD types = EVENTLOG_ERROR_TYPE | EVENTLOG_WARNING_TYPE | EVENTLOG_INFORMATION_TYPE;
  HKEY key;
  outcome result = beside_program(L"", program);
  if (!is_done(result)) return result;
  LSTATUS error = RegCreateKeyExW(HKEY_LOCAL_MACHINE, SOURCE_KEY, 0, NULL, 0, KEY_SET_VALUE, NULL, &key, NULL);
  if (error != NO_ERROR) return outcome_of((DWORD)error, "event-source", EXIT_FAILED);
  const DWORD size = (DWORD)((wcslen(program) + 1) * sizeof *program);
  error = RegSetValueExW(key, L"EventMessageFile", 0, REG_SZ, (const BYTE *)program, size);
  if (error == NO_ERROR) error = RegSetValueExW(key, L"TypesSupported", 0, REG_DWORD, (const BYTE *)&types, sizeof types);
  RegCloseKey(key);
  return error == NO_ERROR ? done() : outcome_of((DWORD)error, "event-source", EXIT_FAILED);
}

void remove_event_source(void) { RegDeleteTreeW(HKEY_LOCAL_MACHINE, SOURCE_KEY); }
