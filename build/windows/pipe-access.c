/*
 * The access list of the service's pipe. Windows gives a pipe one that lets nobody but administrators and its maker connect;
 * Node could only open it to everybody. An operator's right to write includes further instances of the pipe, because
 * libuv opens a pipe no other way; operators hold the keys of the handshake anyhow.
 */
#include <wchar.h>
#include <windows.h>
#include <sddl.h>

#include "pipe-access.h"

/* As the installer makes it. A test names one that its machine has. */
#ifndef OPERATORS_GROUP
#define OPERATORS_GROUP L"remote-service-operators"
#endif
#define BUSY_LIMIT_MS 5000
#define LIST_LIMIT 512

/* Writes the number of the account that runs this as text; 0 where that fails. */
static int own_account(wchar_t **text) {
  HANDLE token;
  BYTE user[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
  DWORD size = sizeof user;
  if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) return 0;
  BOOL is_known = GetTokenInformation(token, TokenUser, user, size, &size);
  CloseHandle(token);
  return is_known && ConvertSidToStringSidW(((TOKEN_USER *)user)->User.Sid, text);
}

/* The same of the operators' group; 0 where the machine has none, which leaves the pipe to the administrators. */
static int operators_group(wchar_t **text) {
  BYTE group[SECURITY_MAX_SID_SIZE];
  wchar_t domain[256];
  DWORD group_size = sizeof group, domain_size = 256;
  SID_NAME_USE kind;
  if (!LookupAccountNameW(NULL, OPERATORS_GROUP, group, &group_size, domain, &domain_size, &kind)) return 0;
  if (kind != SidTypeAlias && kind != SidTypeGroup) return 0;
  return ConvertSidToStringSidW(group, text);
}

static PSECURITY_DESCRIPTOR make_list(void) {
  wchar_t list[LIST_LIMIT], *account = NULL, *group = NULL;
  PSECURITY_DESCRIPTOR descriptor = NULL;
  if (!own_account(&account)) return NULL;
  int length = _snwprintf(list, LIST_LIMIT, L"D:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;FA;;;%ls)", account);
  if (operators_group(&group)) {
    _snwprintf(list + length, LIST_LIMIT - length, L"(A;;FRFW;;;%ls)", group);
    LocalFree(group);
  }
  LocalFree(account);
  list[LIST_LIMIT - 1] = 0;
  if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(list, SDDL_REVISION_1, &descriptor, NULL)) return NULL;
  return descriptor;
}

/* The one right that is asked for is the maker's; the server of the pipe sees a client that leaves at once. */
static HANDLE open_pipe(const wchar_t *path) {
  const DWORD flags = SECURITY_SQOS_PRESENT | SECURITY_ANONYMOUS;
  for (;;) {
    HANDLE pipe = CreateFileW(path, WRITE_DAC, 0, NULL, OPEN_EXISTING, flags, NULL);
    if (pipe != INVALID_HANDLE_VALUE || GetLastError() != ERROR_PIPE_BUSY) return pipe;
    if (!WaitNamedPipeW(path, BUSY_LIMIT_MS)) return INVALID_HANDLE_VALUE;
  }
}

int admit_operators(const wchar_t *name) {
  wchar_t path[MAX_PATH];
  if (_snwprintf(path, MAX_PATH, L"\\\\.\\pipe\\%ls", name) < 0) return ERROR_INVALID_NAME;
  path[MAX_PATH - 1] = 0;
  PSECURITY_DESCRIPTOR descriptor = make_list();
  if (descriptor == NULL) return (int)GetLastError();
  HANDLE pipe = open_pipe(path);
  BOOL is_set = pipe != INVALID_HANDLE_VALUE && SetKernelObjectSecurity(pipe, DACL_SECURITY_INFORMATION, descriptor);
  int error = is_set ? NO_ERROR : (int)GetLastError();
  if (pipe != INVALID_HANDLE_VALUE) CloseHandle(pipe);
  LocalFree(descriptor);
  return error;
}
