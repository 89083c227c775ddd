/*
 * Stands in for the program's executable under wine, where Electron cannot run: has Node run the real bundle, with the words
 * and handles that it was given itself, and ends as that ends.
 */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#define COMMAND_LIMIT 32768

/* What is behind the first word of a command line. */
static const wchar_t *behind_first(const wchar_t *line) {
  int is_quoted = 0;
  for (; *line != 0 && (is_quoted || *line != L' '); line += 1) is_quoted ^= *line == L'"';
  return line;
}

int wmain(void) {
  static wchar_t command[COMMAND_LIMIT];
  wchar_t folder[MAX_PATH];
  STARTUPINFOW startup = {.cb = sizeof startup, .dwFlags = STARTF_USESTDHANDLES};
  PROCESS_INFORMATION started;
  DWORD code = 1;
  GetModuleFileNameW(NULL, folder, MAX_PATH);
  *wcsrchr(folder, L'\\') = 0;
  startup.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
  startup.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
  startup.hStdError = GetStdHandle(STD_ERROR_HANDLE);
  _snwprintf(command, COMMAND_LIMIT - 1, L"\"%ls\\node.exe\" \"%ls\\app\\start.mjs\"%ls", folder, folder,
             behind_first(GetCommandLineW()));
  if (!CreateProcessW(NULL, command, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &started)) return (int)GetLastError();
  WaitForSingleObject(started.hProcess, INFINITE);
  GetExitCodeProcess(started.hProcess, &code);
  return (int)code;
}
