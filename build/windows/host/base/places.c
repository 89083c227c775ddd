#include "places.h"
#include "product.h"
#include "system.h"

outcome program_data(const wchar_t *name, wchar_t *path) {
  wchar_t *folder = NULL;
  HRESULT result = SHGetKnownFolderPath(&FOLDERID_ProgramData, KF_FLAG_DEFAULT, NULL, &folder);
  if (result != S_OK) return (outcome){EXIT_FAILED, (DWORD)result, "program-data"};
  int length = _snwprintf(path, PATH_LIMIT, *name == 0 ? L"%ls" : L"%ls\\%ls", folder, name);
  CoTaskMemFree(folder);
  if (length < 0 || length >= PATH_LIMIT) return (outcome){EXIT_FAILED, ERROR_FILENAME_EXCED_RANGE, "program-data"};
  return done();
}

outcome beside_program(const wchar_t *name, wchar_t *path) {
  DWORD length = GetModuleFileNameW(NULL, path, PATH_LIMIT);
  if (length == 0 || length >= PATH_LIMIT) return (outcome){EXIT_FAILED, GetLastError(), "own-path"};
  if (*name == 0) return done();
  wchar_t *file = wcsrchr(path, L'\\') + 1;
  if ((size_t)(file - path) + wcslen(name) >= PATH_LIMIT)
    return (outcome){EXIT_FAILED, ERROR_FILENAME_EXCED_RANGE, "own-path"};
  wcscpy(file, name);
  return done();
}
