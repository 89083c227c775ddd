#include "search-path.h"

#include <stdlib.h>

#include "../base/places.h"
#include "../base/product.h"
#include "../base/system.h"

#define ENVIRONMENT_KEY L"SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment"
#define NAME L"Path"
#define STEP "search-path"
/* How long a program that does not answer may keep this one. */
#define TELL_MS 2000

/* The value with room for one more folder; NULL where it cannot be read. One that is not there is empty. */
static wchar_t *read_value(HKEY key, DWORD *type) {
  DWORD size = 0;
  LSTATUS error = RegQueryValueExW(key, NAME, NULL, type, NULL, &size);
  if (error == ERROR_FILE_NOT_FOUND) *type = REG_EXPAND_SZ;
  else if (error != NO_ERROR || (*type != REG_SZ && *type != REG_EXPAND_SZ)) return NULL;
  wchar_t *value = calloc(size / sizeof *value + PATH_LIMIT + 2, sizeof *value);
  if (value != NULL && size > 0 && RegQueryValueExW(key, NAME, NULL, NULL, (BYTE *)value, &size) != NO_ERROR) {
    free(value);
    return NULL;
  }
  return value;
}

/* Where a folder stands in a list with `;` between; NULL where it does not. */
static wchar_t *find_folder(wchar_t *list, const wchar_t *folder) {
  const size_t length = wcslen(folder);
  for (wchar_t *at = list; at != NULL && *at != 0; at = wcschr(at, L';'), at = at == NULL ? NULL : at + 1) {
    const wchar_t end = wcslen(at) < length ? L'?' : at[length];
    if ((end == 0 || end == L';') && _wcsnicmp(at, folder, length) == 0) return at;
  }
  return NULL;
}

static void add_folder(wchar_t *list, const wchar_t *folder) {
  const size_t length = wcslen(list);
  if (find_folder(list, folder) != NULL) return;
  if (length > 0 && list[length - 1] != L';') wcscat(list, L";");
  wcscat(list, folder);
}

static void remove_folder(wchar_t *list, const wchar_t *folder) {
  wchar_t *at = find_folder(list, folder);
  if (at == NULL) return;
  const wchar_t *rest = at + wcslen(folder);
  if (*rest == L';') rest += 1;
  else if (at > list) at -= 1;
  wmemmove(at, rest, wcslen(rest) + 1);
}

static outcome change(void (*change_list)(wchar_t *list, const wchar_t *folder)) {
  wchar_t folder[PATH_LIMIT];
  HKEY key;
  DWORD type = 0;
  outcome result = beside_program(L"bin", folder);
  if (!is_done(result)) return result;
  LSTATUS error = RegOpenKeyExW(HKEY_LOCAL_MACHINE, ENVIRONMENT_KEY, 0, KEY_QUERY_VALUE | KEY_SET_VALUE, &key);
  if (error != NO_ERROR) return outcome_of((DWORD)error, STEP, EXIT_FAILED);
  wchar_t *list = read_value(key, &type);
  wchar_t *before = list == NULL ? NULL : _wcsdup(list);
  error = before == NULL ? ERROR_INVALID_DATA : NO_ERROR;
  if (error == NO_ERROR) change_list(list, folder);
  if (error == NO_ERROR && wcscmp(list, before) != 0) {
    error = RegSetValueExW(key, NAME, 0, type, (const BYTE *)list, (DWORD)((wcslen(list) + 1) * sizeof *list));
    DWORD_PTR ignored;
    SendMessageTimeoutW(HWND_BROADCAST, WM_SETTINGCHANGE, 0, (LPARAM)L"Environment", SMTO_ABORTIFHUNG, TELL_MS, &ignored);
  }
  free(before);
  free(list);
  RegCloseKey(key);
  return error == NO_ERROR ? done() : outcome_of((DWORD)error, STEP, EXIT_FAILED);
}

outcome add_to_search_path(void) { return change(add_folder); }

void remove_from_search_path(void) { change(remove_folder); }
