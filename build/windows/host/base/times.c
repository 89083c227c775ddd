#include <stdio.h>

#include "times.h"

int process_start(HANDLE process, FILETIME *created) {
  FILETIME ended, kernel, user;
  return GetProcessTimes(process, created, &ended, &kernel, &user);
}

int time_text(const FILETIME *time, wchar_t *text) {
  SYSTEMTIME parts;
  if (!FileTimeToSystemTime(time, &parts)) return 0;
  _snwprintf(text, TIME_TEXT, L"%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", parts.wYear, parts.wMonth, parts.wDay, parts.wHour,
             parts.wMinute, parts.wSecond, parts.wMilliseconds);
  return 1;
}
