#include <stdio.h>

#include "../access/access-list.h"
#include "access-lists.generated.h"
#include "elevate.h"
#include "places.h"
#include "product.h"
#include "system.h"

#define NAME_PREFIX L"remote-service-handover-"
#define NAME_DIGITS 32
#define NAME_LIMIT 80
/* From the person's yes to the elevated half's first breath. */
#define CONNECT_LIMIT_MS 30000

int is_elevated(void) {
  HANDLE token;
  TOKEN_ELEVATION facts = {0};
  DWORD size;
  if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) return 0;
  GetTokenInformation(token, TokenElevation, &facts, sizeof facts, &size);
  CloseHandle(token);
  return facts.TokenIsElevated != 0;
}

static int choose_name(wchar_t *name) {
  unsigned char random[NAME_DIGITS / 2];
  if (BCryptGenRandom(NULL, random, sizeof random, BCRYPT_USE_SYSTEM_PREFERRED_RNG) != 0) return 0;
  int length = _snwprintf(name, NAME_LIMIT, L"%ls", NAME_PREFIX);
  for (size_t at = 0; at < sizeof random; at += 1)
    length += _snwprintf(name + length, NAME_LIMIT - (size_t)length, L"%02x", random[at]);
  return 1;
}

static outcome make_pipe(const wchar_t *name, HANDLE *pipe) {
  wchar_t path[MAX_PATH];
  PSECURITY_DESCRIPTOR descriptor;
  outcome result = make_descriptor(ACCESS_HANDOVER, &descriptor);
  if (!is_done(result)) return result;
  _snwprintf(path, MAX_PATH, L"\\\\.\\pipe\\%ls", name);
  SECURITY_ATTRIBUTES attributes = {sizeof attributes, descriptor, FALSE};
  const DWORD access = PIPE_ACCESS_OUTBOUND | FILE_FLAG_FIRST_PIPE_INSTANCE | FILE_FLAG_OVERLAPPED;
  *pipe = CreateNamedPipeW(path, access, PIPE_TYPE_BYTE | PIPE_REJECT_REMOTE_CLIENTS, 1, 4096, 4096, 0, &attributes);
  if (*pipe == INVALID_HANDLE_VALUE) result = outcome_of(GetLastError(), "handover", EXIT_FAILED);
  LocalFree(descriptor);
  return result;
}

/* Waits until the elevated half has connected, gives it the secret, and waits until it has read it. */
static outcome hand_over(HANDLE pipe, HANDLE process, const unsigned char *secret, size_t length) {
  OVERLAPPED call = {.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL)};
  ULONG client = 0;
  DWORD written = 0;
  BOOL is_connected = ConnectNamedPipe(pipe, &call);
  if (!is_connected && GetLastError() == ERROR_IO_PENDING) {
    HANDLE events[] = {call.hEvent, process};
    WaitForMultipleObjects(2, events, FALSE, CONNECT_LIMIT_MS);
    is_connected = GetOverlappedResult(pipe, &call, &written, FALSE);
  } else if (GetLastError() == ERROR_PIPE_CONNECTED) {
    is_connected = TRUE;
  }
  /* Any administrator's process could have come first. */
  if (is_connected) is_connected = GetNamedPipeClientProcessId(pipe, &client) && client == GetProcessId(process);
  if (is_connected) {
    OVERLAPPED writing = {.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL)};
    WriteFile(pipe, secret, (DWORD)length, NULL, &writing);
    is_connected = GetOverlappedResult(pipe, &writing, &written, TRUE) && written == length && FlushFileBuffers(pipe);
    CloseHandle(writing.hEvent);
  }
  CloseHandle(call.hEvent);
  return is_connected ? done() : (outcome){EXIT_FAILED, ERROR_PIPE_NOT_CONNECTED, "handover"};
}

static outcome ask(const wchar_t *arguments, HANDLE *process) {
  wchar_t program[PATH_LIMIT];
  outcome result = beside_program(L"", program);
  if (!is_done(result)) return result;
  SHELLEXECUTEINFOW call = {.cbSize = sizeof call};
  call.fMask = SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI;
  call.lpVerb = L"runas";
  call.lpFile = program;
  call.lpParameters = arguments;
  call.nShow = SW_HIDE;
  if (!sys.ShellExecuteExW(&call)) return outcome_of(GetLastError(), "elevation", EXIT_FAILED);
  *process = call.hProcess;
  return call.hProcess == NULL ? (outcome){EXIT_FAILED, ERROR_INVALID_HANDLE, "elevation"} : done();
}

outcome run_elevated(const wchar_t *arguments, const unsigned char *secret, size_t length) {
  wchar_t name[NAME_LIMIT], line[1024];
  HANDLE pipe = INVALID_HANDLE_VALUE, process = NULL;
  DWORD code = EXIT_FAILED;
  outcome result = done();
  _snwprintf(line, 1024, L"%ls", arguments);
  if (secret != NULL) {
    if (!choose_name(name)) return (outcome){EXIT_FAILED, ERROR_INTERNAL_ERROR, "handover"};
    _snwprintf(line, 1024, L"%ls --input %ls", arguments, name);
    result = make_pipe(name, &pipe);
  }
  if (!is_done(result)) return result;
  result = ask(line, &process);
  if (is_done(result)) {
    if (secret != NULL) result = hand_over(pipe, process, secret, length);
    /* What the elevated half says of itself is more than that nobody fetched the secret. */
    WaitForSingleObject(process, is_done(result) ? INFINITE : CONNECT_LIMIT_MS);
    GetExitCodeProcess(process, &code);
    if (code != STILL_ACTIVE && code != EXIT_DONE) result = (outcome){(enum exit_code)code, NO_ERROR, "elevated"};
    CloseHandle(process);
  }
  if (pipe != INVALID_HANDLE_VALUE) CloseHandle(pipe);
  return result;
}

HANDLE open_handed_over(const wchar_t *name) {
  wchar_t path[MAX_PATH];
  const size_t prefix = wcslen(NAME_PREFIX);
  const int is_ours = wcsncmp(name, NAME_PREFIX, prefix) == 0 && wcslen(name) == prefix + NAME_DIGITS &&
                      wcsspn(name + prefix, L"0123456789abcdef") == NAME_DIGITS;
  if (!is_ours) return INVALID_HANDLE_VALUE;
  _snwprintf(path, MAX_PATH, L"\\\\.\\pipe\\%ls", name);
  return CreateFileW(path, GENERIC_READ, 0, NULL, OPEN_EXISTING, SECURITY_SQOS_PRESENT | SECURITY_ANONYMOUS, NULL);
}
