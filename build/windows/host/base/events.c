#include <stdio.h>

#include "events.h"
#include "places.h"
#include "product.h"

#define SOURCE_KEY L"SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\" EVENT_SOURCE
#define SEVERITY(event) ((event) >> 30)

void note_event(DWORD event, DWORD number) {
  wchar_t text[16];
  const wchar_t *texts[] = {text};
  HANDLE log = RegisterEventSourceW(NULL, EVENT_SOURCE);
  if (log == NULL) return;
  _snwprintf(text, 16, L"%lu", number);
  ReportEventW(log, SEVERITY(event) == 3 ? EVENTLOG_ERROR_TYPE : EVENTLOG_INFORMATION_TYPE, 0, event, NULL, 1, 0, texts, NULL);
  DeregisterEventSource(log);
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
