#include <stdio.h>

#include "../base/json.h"
#include "../base/places.h"
#include "../base/product.h"
#include "../verbs.h"
#include "access-list.h"
#include "access-lists.generated.h"
#include "folders.h"
#include "judge.h"

typedef struct listed_folder {
  const char *name;
  const wchar_t *path;
  const wchar_t *list;
} listed_folder;

#define LISTED_FOLDER(name, path, list) {name, path, list},
static const listed_folder FOLDERS[] = {ACCESS_FOLDERS(LISTED_FOLDER)};
#define FOLDER_COUNT (sizeof FOLDERS / sizeof *FOLDERS)

/* What an administrator may do with a folder that is closed to them: the list of a stranger's folder may say anything. */
static void enable_privilege(const wchar_t *name) {
  HANDLE token;
  TOKEN_PRIVILEGES wanted = {1, {{{0, 0}, SE_PRIVILEGE_ENABLED}}};
  if (!OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES, &token)) return;
  if (LookupPrivilegeValueW(NULL, name, &wanted.Privileges[0].Luid))
    AdjustTokenPrivileges(token, FALSE, &wanted, 0, NULL, NULL);
  CloseHandle(token);
}

/* Opens a folder itself, where there is a link not what it leads to. */
static HANDLE open_folder(const wchar_t *path, DWORD rights) {
  const DWORD sharing = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  const DWORD flags = FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT;
  return CreateFileW(path, rights, sharing, NULL, OPEN_EXISTING, flags, NULL);
}

static int is_plain_folder(HANDLE folder) {
  BY_HANDLE_FILE_INFORMATION facts;
  if (!GetFileInformationByHandle(folder, &facts)) return 0;
  const DWORD kind = facts.dwFileAttributes & (FILE_ATTRIBUTE_DIRECTORY | FILE_ATTRIBUTE_REPARSE_POINT);
  return kind == FILE_ATTRIBUTE_DIRECTORY;
}

/* Whether the administrators or the system own it; only they can have made it so. */
static int is_administrators_own(HANDLE folder) {
  PSID owner = NULL;
  BOOL is_default;
  PSECURITY_DESCRIPTOR descriptor = NULL;
  if (sys.GetSecurityInfo(folder, SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION, NULL, NULL, NULL, NULL, &descriptor)) return 0;
  int is_own = GetSecurityDescriptorOwner(descriptor, &owner, &is_default) && is_administrator(owner);
  LocalFree(descriptor);
  return is_own;
}

/* Whoever made the home before the first installation may have open handles on what is in it. */
static outcome move_strange_home(void) {
  wchar_t home[PATH_LIMIT], aside[PATH_LIMIT];
  outcome result = program_data(FOLDERS[0].path, home);
  if (!is_done(result) || GetFileAttributesW(home) == INVALID_FILE_ATTRIBUTES) return result;
  HANDLE folder = open_folder(home, READ_CONTROL);
  int is_ours = folder != INVALID_HANDLE_VALUE && is_plain_folder(folder) && is_administrators_own(folder);
  if (folder != INVALID_HANDLE_VALUE) CloseHandle(folder);
  if (is_ours) return done();
  int length = _snwprintf(aside, PATH_LIMIT, L"%ls.found-%llu", home, (unsigned long long)GetTickCount64());
  if (length < 0 || length >= PATH_LIMIT) return (outcome){EXIT_FOLDER_UNSAFE, ERROR_FILENAME_EXCED_RANGE, "home"};
  if (!MoveFileExW(home, aside, 0)) return (outcome){EXIT_FOLDER_UNSAFE, GetLastError(), "home"};
  json_text("movedAside", aside);
  return done();
}

static outcome set_list(HANDLE folder, PSECURITY_DESCRIPTOR descriptor, const char *name) {
  const SECURITY_INFORMATION what =
      OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION;
  PSID owner;
  PACL list;
  BOOL is_default, is_there;
  if (!GetSecurityDescriptorOwner(descriptor, &owner, &is_default) ||
      !GetSecurityDescriptorDacl(descriptor, &is_there, &list, &is_default))
    return outcome_of(GetLastError(), name, EXIT_FAILED);
  DWORD error = sys.SetSecurityInfo(folder, SE_FILE_OBJECT, what, owner, NULL, list, NULL);
  return error == NO_ERROR ? done() : outcome_of(error, name, EXIT_FAILED);
}

/* A new folder has its list from its first moment on; one that is there is given it, and its contents inherit from it. */
static outcome make_folder(const listed_folder *wanted) {
  wchar_t path[PATH_LIMIT];
  PSECURITY_DESCRIPTOR descriptor;
  outcome result = program_data(wanted->path, path);
  if (is_done(result)) result = make_descriptor(wanted->list, &descriptor);
  if (!is_done(result)) return result;
  SECURITY_ATTRIBUTES attributes = {sizeof attributes, descriptor, FALSE};
  if (!sys.CreateDirectoryW(path, &attributes) && GetLastError() != ERROR_ALREADY_EXISTS) {
    result = outcome_of(GetLastError(), wanted->name, EXIT_FAILED);
  } else {
    HANDLE folder = open_folder(path, READ_CONTROL | WRITE_DAC | WRITE_OWNER | FILE_READ_ATTRIBUTES);
    if (folder == INVALID_HANDLE_VALUE) result = outcome_of(GetLastError(), wanted->name, EXIT_FAILED);
    else if (!is_plain_folder(folder)) result = (outcome){EXIT_FOLDER_UNSAFE, ERROR_REPARSE_TAG_INVALID, wanted->name};
    else result = set_list(folder, descriptor, wanted->name);
    if (folder != INVALID_HANDLE_VALUE) CloseHandle(folder);
  }
  LocalFree(descriptor);
  return result;
}

outcome make_folders(int is_first) {
  const wchar_t *const privileges[] = {SE_TAKE_OWNERSHIP_NAME, SE_RESTORE_NAME, SE_BACKUP_NAME};
  for (size_t at = 0; at < sizeof privileges / sizeof *privileges; at += 1) enable_privilege(privileges[at]);
  outcome result = is_first ? move_strange_home() : done();
  for (size_t at = 0; at < FOLDER_COUNT && is_done(result); at += 1) result = make_folder(&FOLDERS[at]);
  return result;
}

/* Whether a place is the administrators' own, and theirs alone to write; `must_be_folder` refuses everything but a folder. */
static outcome judge(const wchar_t *path, const char *name, int must_be_folder) {
  const SECURITY_INFORMATION what = OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
  BY_HANDLE_FILE_INFORMATION facts;
  PSECURITY_DESCRIPTOR descriptor = NULL;
  const char *distrust = "link";
  HANDLE place = open_folder(path, READ_CONTROL | FILE_READ_ATTRIBUTES);
  if (place == INVALID_HANDLE_VALUE) return (outcome){EXIT_FOLDER_UNSAFE, GetLastError(), name};
  const int is_link =
      !GetFileInformationByHandle(place, &facts) || (facts.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
  if (!is_link && (!must_be_folder || is_plain_folder(place))) {
    DWORD error = sys.GetSecurityInfo(place, SE_FILE_OBJECT, what, NULL, NULL, NULL, NULL, &descriptor);
    distrust = error == NO_ERROR ? distrust_of(descriptor) : "unreadable";
  }
  CloseHandle(place);
  LocalFree(descriptor);
  if (distrust == NULL) json_null("distrust");
  else json_ascii("distrust", distrust);
  return distrust == NULL ? done() : (outcome){EXIT_FOLDER_UNSAFE, NO_ERROR, name};
}

static outcome judge_named(const wchar_t *name) {
  for (size_t at = 0; at < FOLDER_COUNT; at += 1) {
    wchar_t known[64];
    _snwprintf(known, 64, L"%hs", FOLDERS[at].name);
    if (wcscmp(known, name) != 0) continue;
    wchar_t path[PATH_LIMIT];
    outcome result = program_data(FOLDERS[at].path, path);
    return is_done(result) ? judge(path, FOLDERS[at].name, 1) : result;
  }
  return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "folder"};
}

/* `folders`: gives every folder its list again. `folders judge NAME`: whether one is still the administrators' own. */
outcome verb_folders(arguments given) {
  if (given.count == 2 && wcscmp(given.words[0], L"judge") == 0) return judge_named(given.words[1]);
  if (given.count != 0) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  return make_folders(0);
}

/* `judge FILE`: whether a file or folder, itself and no link to it, is the administrators' own. */
outcome verb_judge(arguments given) {
  if (given.count != 1) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  return judge(given.words[0], "judge", 0);
}
