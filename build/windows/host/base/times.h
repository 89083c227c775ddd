#ifndef TIMES_H
#define TIMES_H

#include <windows.h>

#define TIME_TEXT 32

/* When a process started; it was opened with PROCESS_QUERY_LIMITED_INFORMATION. */
int process_start(HANDLE process, FILETIME *created);

/* A time as ISO 8601 with milliseconds, in UTC. */
int time_text(const FILETIME *time, wchar_t *text);

#endif
