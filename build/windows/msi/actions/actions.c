/*
 * What the MSI does besides its own steps. Windows Installer runs these actions as the system, with fields that
 * `msi/actions.mjs` puts together. All of the work is the helper's and the program's; here their exit codes become the end of
 * the installation and their sentences reach the person or the log.
 */
#include <stdio.h>
#include <wchar.h>

#include "action-data.h"
#include "run-program.h"

#define ACTION __declspec(dllexport) UINT __stdcall
#define STEP_LIMIT_MS 300000
/* The longest that the program may think about its licence. */
#define ENTITLEMENT_LIMIT_MS 60000
#define LINE_LIMIT 6144

static const struct {
  DWORD code;
  int is_refused;
} ANSWERS[] = {{10, 1}, {11, 0}, {12, 1}, {13, 0}, {CODE_TOO_SLOW, 0}};

/* Whether a code stands in a list such as "0,74". */
static int is_listed(const wchar_t *list, DWORD code) {
  for (const wchar_t *at = list; at != NULL; at = wcschr(at, L',')) {
    if (*at == L',') at += 1;
    if (wcstoul(at, NULL, 10) == code) return 1;
  }
  return 0;
}

static void log_end(MSIHANDLE install, const wchar_t *command, const program_end *end) {
  wchar_t line[LINE_LIMIT];
  _snwprintf(line, LINE_LIMIT - 1, L"Remote Service: %ls ended with %ld %ls", command, (long)end->code, end->said);
  line[LINE_LIMIT - 1] = 0;
  log_line(install, line);
}

static HANDLE open_input(const wchar_t *kind, const wchar_t *value) {
  return wcscmp(kind, L"file") == 0 ? file_input(value) : text_input(wcscmp(kind, L"text") == 0 ? value : L"");
}

/*
 * Fields: the exit codes that are good, the sentence for every other one, the kind of the input (`none`, `text` or `file`), the
 * command, and the text or the path of the input. The input is not logged.
 */
ACTION run_step(MSIHANDLE install) {
  action_data data;
  program_end end;
  wchar_t sentence[LINE_LIMIT];
  if (!read_data(install, 5, &data)) return ERROR_INSTALL_FAILURE;
  const wchar_t *good = data.fields[0], *command = data.fields[3];
  HANDLE input = open_input(data.fields[2], data.fields[4]);
  if (input == INVALID_HANDLE_VALUE) {
    show(install, INSTALLMESSAGE_ERROR, data.fields[1], L"The file that was named for it cannot be read.");
    return ERROR_INSTALL_FAILURE;
  }
  run_program(command, input, STEP_LIMIT_MS, &end);
  log_end(install, command, &end);
  if (is_listed(good, end.code)) return ERROR_SUCCESS;
  _snwprintf(sentence, LINE_LIMIT - 1, L"%ls (%ld).", data.fields[1], (long)end.code);
  sentence[LINE_LIMIT - 1] = 0;
  show(install, INSTALLMESSAGE_ERROR, sentence, end.said);
  return ERROR_INSTALL_FAILURE;
}

/* Notes, where only administrators can write, that the question was skipped; the service takes it over into its log. */
static void note_skipped(const wchar_t *notes, const wchar_t *version, const wchar_t *released) {
  SYSTEMTIME now;
  char line[256];
  DWORD written;
  GetSystemTime(&now);
  const int length = snprintf(line, sizeof line, "{\"at\":\"%04d-%02d-%02dT%02d:%02d:%02dZ\",\"version\":\"%ls\",\"released\":\"%ls\"}\n",
                              now.wYear, now.wMonth, now.wDay, now.wHour, now.wMinute, now.wSecond, version, released);
  HANDLE file = CreateFileW(notes, FILE_APPEND_DATA, FILE_SHARE_READ, NULL, OPEN_ALWAYS, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) return;
  if (length > 0 && length < (int)sizeof line) WriteFile(file, line, (DWORD)length, &written, NULL);
  CloseHandle(file);
}

/*
 * Fields: the installed program, this version and its day, the file for notes, and 1 where the question is to be skipped. A
 * refusal ends the installation before anything was changed; a doubt, and no answer in time, is said and it goes on.
 */
ACTION ask_entitlement(MSIHANDLE install) {
  action_data data;
  program_end end;
  wchar_t command[LINE_LIMIT], sentence[LINE_LIMIT];
  if (!read_data(install, 5, &data)) return ERROR_INSTALL_FAILURE;
  const wchar_t *program = data.fields[0], *version = data.fields[1], *released = data.fields[2];
  if (GetFileAttributesW(program) == INVALID_FILE_ATTRIBUTES) return ERROR_SUCCESS;
  if (wcscmp(data.fields[4], L"1") == 0) {
    note_skipped(data.fields[3], version, released);
    return ERROR_SUCCESS;
  }
  _snwprintf(command, LINE_LIMIT - 1, L"\"%ls\" --log-level=3 entitlement --version %ls --released %ls", program, version, released);
  command[LINE_LIMIT - 1] = 0;
  run_program(command, text_input(L""), ENTITLEMENT_LIMIT_MS, &end);
  log_end(install, command, &end);
  for (size_t at = 0; at < sizeof ANSWERS / sizeof *ANSWERS; at += 1) {
    if (ANSWERS[at].code != end.code) continue;
    if (ANSWERS[at].is_refused) {
      _snwprintf(sentence, LINE_LIMIT - 1, L"Version %ls was not installed. The current version is still in use.", version);
      show(install, INSTALLMESSAGE_ERROR, sentence, end.said);
      return ERROR_INSTALL_FAILURE;
    }
    show(install, INSTALLMESSAGE_WARNING,
         *end.said != 0 ? end.said : L"The installed version could not confirm that maintenance covers this version.",
         L"The installation continues.");
  }
  return ERROR_SUCCESS;
}
