#include "../base/product.h"
#include "../base/times.h"
#include "processes.h"

#define CHILDREN_LIMIT 512

static process_mark mark_of(HANDLE process) {
  FILETIME created = {0, 0};
  process_start(process, &created);
  return (process_mark)created.dwHighDateTime << 32 | created.dwLowDateTime;
}

HANDLE open_running(DWORD id, const wchar_t *path, DWORD rights, process_mark *mark) {
  wchar_t image[PATH_LIMIT];
  DWORD length = PATH_LIMIT, code = 0;
  HANDLE process = id == 0 ? NULL : OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | rights, FALSE, id);
  if (process == NULL) return NULL;
  const int is_it = GetExitCodeProcess(process, &code) && code == STILL_ACTIVE &&
                    QueryFullProcessImageNameW(process, 0, image, &length) &&
                    (path == NULL || CompareStringOrdinal(image, -1, path, -1, TRUE) == CSTR_EQUAL);
  if (is_it) {
    *mark = mark_of(process);
    return process;
  }
  CloseHandle(process);
  return NULL;
}

/* A number is taken again when its process has ended: a child is younger than its parent. */
static int children_of(DWORD parent, process_mark born, DWORD *ids) {
  PROCESSENTRY32W entry = {.dwSize = sizeof entry};
  HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
  int count = 0;
  for (BOOL has = Process32FirstW(all, &entry); has && count < CHILDREN_LIMIT; has = Process32NextW(all, &entry)) {
    process_mark mark;
    if (entry.th32ParentProcessID != parent || entry.th32ProcessID == parent) continue;
    HANDLE child = open_running(entry.th32ProcessID, NULL, 0, &mark);
    if (child == NULL) continue;
    CloseHandle(child);
    if (mark >= born) ids[count++] = entry.th32ProcessID;
  }
  CloseHandle(all);
  return count;
}

void end_tree(DWORD id) {
  DWORD children[CHILDREN_LIMIT];
  process_mark born;
  HANDLE process = open_running(id, NULL, PROCESS_TERMINATE | SYNCHRONIZE, &born);
  if (process == NULL) return;
  TerminateProcess(process, 1);
  int count = children_of(id, born, children);
  for (int at = 0; at < count; at += 1) end_tree(children[at]);
  WaitForSingleObject(process, 1000);
  CloseHandle(process);
}

static int lies_beside(HANDLE process, const wchar_t *path, size_t folder) {
  wchar_t image[PATH_LIMIT];
  DWORD length = PATH_LIMIT;
  if (!QueryFullProcessImageNameW(process, 0, image, &length)) return 0;
  const wchar_t *file = wcsrchr(image, L'\\');
  return file != NULL && (size_t)(file - image) == folder &&
         CompareStringOrdinal(image, (int)folder, path, (int)folder, TRUE) == CSTR_EQUAL;
}

int running_beside(const wchar_t *path, DWORD *ids, int most) {
  PROCESSENTRY32W entry = {.dwSize = sizeof entry};
  const wchar_t *file = wcsrchr(path, L'\\');
  DWORD own, other;
  int count = 0;
  if (file == NULL || !ProcessIdToSessionId(GetCurrentProcessId(), &own)) return 0;
  HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
  for (BOOL has = Process32FirstW(all, &entry); has && count < most; has = Process32NextW(all, &entry)) {
    process_mark mark;
    if (!ProcessIdToSessionId(entry.th32ProcessID, &other) || other != own) continue;
    HANDLE process = open_running(entry.th32ProcessID, NULL, 0, &mark);
    if (process == NULL) continue;
    if (lies_beside(process, path, (size_t)(file - path))) ids[count++] = entry.th32ProcessID;
    CloseHandle(process);
  }
  CloseHandle(all);
  return count;
}

int running_file(const wchar_t *path) {
  PROCESSENTRY32W entry = {.dwSize = sizeof entry};
  int count = 0;
  HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
  for (BOOL has = Process32FirstW(all, &entry); has; has = Process32NextW(all, &entry)) {
    process_mark mark;
    HANDLE process = open_running(entry.th32ProcessID, path, 0, &mark);
    if (process == NULL) continue;
    CloseHandle(process);
    count += 1;
  }
  CloseHandle(all);
  return count;
}
