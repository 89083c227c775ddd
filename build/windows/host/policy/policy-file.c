#include <stdlib.h>
#include <stdio.h>

#include "../access/judge.h"
#include "../base/input.h"
#include "../base/json.h"
#include "../base/places.h"
#include "../base/product.h"
#include "policy-file.h"

#define SIZE_LIMIT (256 * 1024)
#define HOME L"Remote Service"
#define FOLDER HOME L"\\policy"
#define FILE_NAME FOLDER L"\\policy.json"
#define BOTH (OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION)

outcome policy_folder(wchar_t *path) { return program_data(FOLDER, path); }

static HANDLE open_itself(const wchar_t *name, DWORD rights) {
  wchar_t path[PATH_LIMIT];
  const DWORD flags = FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT;
  if (!is_done(program_data(name, path))) return INVALID_HANDLE_VALUE;
  return CreateFileW(path, rights | READ_CONTROL, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                     OPEN_EXISTING, flags, NULL);
}

static const char *distrust_of_owner(PSECURITY_DESCRIPTOR descriptor) {
  PSID owner = NULL;
  BOOL is_default;
  return GetSecurityDescriptorOwner(descriptor, &owner, &is_default) && is_administrator(owner) ? NULL : "wrong-owner";
}

/* `judge` looks at the descriptor of what is open, which must be of the kind that `attribute` says. */
static const char *look_at(HANDLE opened, DWORD attribute, const char *(*judge)(PSECURITY_DESCRIPTOR)) {
  BY_HANDLE_FILE_INFORMATION facts;
  PSECURITY_DESCRIPTOR descriptor = NULL;
  if (!GetFileInformationByHandle(opened, &facts)) return "unreadable";
  if (facts.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) return "link";
  if ((facts.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != attribute) return "not-a-file";
  if (sys.GetSecurityInfo(opened, SE_FILE_OBJECT, BOTH, NULL, NULL, NULL, NULL, &descriptor)) return "unreadable";
  const char *distrust = judge(descriptor);
  LocalFree(descriptor);
  return distrust;
}

static const char *look_at_folder(const wchar_t *name, const char *(*judge)(PSECURITY_DESCRIPTOR)) {
  HANDLE folder = open_itself(name, FILE_READ_ATTRIBUTES);
  if (folder == INVALID_HANDLE_VALUE) return "unreadable";
  const char *distrust = look_at(folder, FILE_ATTRIBUTE_DIRECTORY, judge);
  CloseHandle(folder);
  return distrust;
}

static const char *say_content(HANDLE file) {
  LARGE_INTEGER size;
  size_t length;
  if (GetFileSizeEx(file, &size) && size.QuadPart > SIZE_LIMIT) return "too-large";
  unsigned char *bytes = read_bytes(file, SIZE_LIMIT, &length);
  if (bytes == NULL) return "unreadable";
  json_bytes("bytes", bytes, length);
  free(bytes);
  return NULL;
}

outcome say_policy_file(void) {
  wchar_t path[PATH_LIMIT];
  outcome result = program_data(FILE_NAME, path);
  if (!is_done(result)) return result;
  json_open("file", '{');
  json_text("path", path);
  HANDLE file = open_itself(FILE_NAME, GENERIC_READ);
  const DWORD error = GetLastError();
  const int is_missing = file == INVALID_HANDLE_VALUE && (error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND);
  json_boolean("isThere", !is_missing);
  const char *distrust = NULL;
  if (file == INVALID_HANDLE_VALUE && !is_missing) distrust = "unreadable";
  /* Whoever may write the folder could put another file in its place, and whoever owns the home another folder. */
  if (file != INVALID_HANDLE_VALUE) distrust = look_at(file, 0, distrust_of);
  if (file != INVALID_HANDLE_VALUE && distrust == NULL) distrust = look_at_folder(FOLDER, distrust_of);
  if (file != INVALID_HANDLE_VALUE && distrust == NULL) distrust = look_at_folder(HOME, distrust_of_owner);
  if (file != INVALID_HANDLE_VALUE && distrust == NULL) distrust = say_content(file);
  if (distrust == NULL) json_null("distrust");
  else json_ascii("distrust", distrust);
  if (file != INVALID_HANDLE_VALUE) CloseHandle(file);
  json_close('}');
  return done();
}
