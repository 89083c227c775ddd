/*
 * Prints the texts of events as the Event Viewer makes them, a form feed behind each: message-text FILE LANGUAGE TEXT EVENT ...,
 * the language and the events as numbers.
 */
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

int wmain(int count, wchar_t **words) {
  wchar_t made[4096];
  char bytes[8192];
  if (count < 5) return 2;
  _setmode(_fileno(stdout), _O_BINARY);
  HMODULE file = LoadLibraryExW(words[1], NULL, LOAD_LIBRARY_AS_DATAFILE);
  DWORD_PTR texts[] = {(DWORD_PTR)words[3]};
  const DWORD flags = FORMAT_MESSAGE_FROM_HMODULE | FORMAT_MESSAGE_ARGUMENT_ARRAY;
  const DWORD language = wcstoul(words[2], NULL, 10);
  for (int at = 4; at < count; at += 1) {
    const DWORD event = wcstoul(words[at], NULL, 10);
    if (!FormatMessageW(flags, file, event, language, made, 4096, (va_list *)texts)) return (int)GetLastError();
    WideCharToMultiByte(CP_UTF8, 0, made, -1, bytes, sizeof bytes, NULL, NULL);
    printf("%s\f", bytes);
  }
  return 0;
}
