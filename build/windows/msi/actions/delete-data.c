#include <wchar.h>

#include "action-data.h"

#define PATH_LIMIT 1024
#define FOLDERS 2

/* Removes a folder and what is in it. A link in it is removed itself: what it leads to belongs to somebody else. */
static void remove_folder(const wchar_t *folder) {
  WIN32_FIND_DATAW found;
  wchar_t path[PATH_LIMIT];
  if (_snwprintf(path, PATH_LIMIT, L"%ls\\*", folder) < 0) return;
  HANDLE search = FindFirstFileW(path, &found);
  for (BOOL is_found = search != INVALID_HANDLE_VALUE; is_found; is_found = FindNextFileW(search, &found)) {
    if (wcscmp(found.cFileName, L".") == 0 || wcscmp(found.cFileName, L"..") == 0) continue;
    if (_snwprintf(path, PATH_LIMIT, L"%ls\\%ls", folder, found.cFileName) < 0) continue;
    const DWORD kind = found.dwFileAttributes & (FILE_ATTRIBUTE_DIRECTORY | FILE_ATTRIBUTE_REPARSE_POINT);
    if (kind == FILE_ATTRIBUTE_DIRECTORY) remove_folder(path);
    else if (kind == 0 || kind == FILE_ATTRIBUTE_REPARSE_POINT) DeleteFileW(path);
    else RemoveDirectoryW(path);
  }
  if (search != INVALID_HANDLE_VALUE) FindClose(search);
  RemoveDirectoryW(folder);
}

/* Fields: the folders. Runs when all else is done, so that an installation that is taken back still has its data. */
__declspec(dllexport) UINT __stdcall delete_data(MSIHANDLE install) {
  action_data data;
  if (!read_data(install, FOLDERS, &data)) return ERROR_INSTALL_FAILURE;
  for (int at = 0; at < FOLDERS; at += 1) {
    const DWORD kind = GetFileAttributesW(data.fields[at]);
    if (kind != INVALID_FILE_ATTRIBUTES && (kind & FILE_ATTRIBUTE_REPARSE_POINT) == 0) remove_folder(data.fields[at]);
  }
  return ERROR_SUCCESS;
}
