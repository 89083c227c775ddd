#include <wchar.h>

#include "action-data.h"

int read_data(MSIHANDLE install, int count, action_data *data) {
  DWORD size = DATA_LIMIT;
  data->count = 0;
  if (MsiGetPropertyW(install, L"CustomActionData", data->text, &size) != ERROR_SUCCESS) return 0;
  wchar_t *rest = data->text;
  while (rest != NULL && data->count < count) {
    data->fields[data->count++] = rest;
    wchar_t *bar = data->count < count ? wcschr(rest, L'|') : NULL;
    if (bar != NULL) *bar = 0;
    rest = bar == NULL ? NULL : bar + 1;
  }
  return data->count == count;
}

/* Windows Installer takes what stands in square brackets for the name of a property. */
static const wchar_t *without_brackets(const wchar_t *text, wchar_t *made) {
  size_t at = 0;
  for (; text[at] != 0 && at < DATA_LIMIT - 1; at += 1) made[at] = text[at] == L'[' ? L'(' : text[at] == L']' ? L')' : text[at];
  made[at] = 0;
  return made;
}

static void say(MSIHANDLE install, INSTALLMESSAGE kind, const wchar_t *format, const wchar_t *first, const wchar_t *second) {
  static wchar_t made[DATA_LIMIT];
  MSIHANDLE record = MsiCreateRecord(2);
  if (record == 0) return;
  MsiRecordSetStringW(record, 0, format);
  MsiRecordSetStringW(record, 1, without_brackets(first, made));
  MsiRecordSetStringW(record, 2, without_brackets(second, made));
  MsiProcessMessage(install, kind, record);
  MsiCloseHandle(record);
}

void log_line(MSIHANDLE install, const wchar_t *line) { say(install, INSTALLMESSAGE_INFO, L"[1]", line, L""); }

void show(MSIHANDLE install, INSTALLMESSAGE kind, const wchar_t *sentence, const wchar_t *said) {
  say(install, kind, *said == 0 ? L"[1]" : L"[1]\r\n\r\n[2]", sentence, said);
}
