/*
 * The access list of the service's pipe. Windows gives a pipe one that lets nobody but administrators and its maker connect;
 * Node could only open it to everybody.
 */
#include <stdio.h>

#include "../base/product.h"
#include "../verbs.h"
#include "access-list.h"
#include "access-lists.generated.h"

#define BUSY_LIMIT_MS 5000

/* The one right that is asked for is the maker's; the server of the pipe sees a client that leaves at once. */
static HANDLE open_pipe(const wchar_t *path) {
  const DWORD flags = SECURITY_SQOS_PRESENT | SECURITY_ANONYMOUS;
  for (;;) {
    HANDLE pipe = CreateFileW(path, WRITE_DAC, 0, NULL, OPEN_EXISTING, flags, NULL);
    if (pipe != INVALID_HANDLE_VALUE || GetLastError() != ERROR_PIPE_BUSY) return pipe;
    if (!WaitNamedPipeW(path, BUSY_LIMIT_MS)) return INVALID_HANDLE_VALUE;
  }
}

/* `admit-operators PIPE`: the pipe's name alone; only the account that made the pipe can do this. */
outcome verb_admit_operators(arguments given) {
  wchar_t path[MAX_PATH];
  PSECURITY_DESCRIPTOR descriptor;
  if (given.count != 1) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  int length = _snwprintf(path, MAX_PATH, L"\\\\.\\pipe\\%ls", given.words[0]);
  if (length < 0 || length >= MAX_PATH) return (outcome){EXIT_USAGE, ERROR_INVALID_NAME, "pipe"};
  outcome result = make_descriptor(ACCESS_PIPE, &descriptor);
  if (!is_done(result)) return result;
  HANDLE pipe = open_pipe(path);
  if (pipe == INVALID_HANDLE_VALUE || !SetKernelObjectSecurity(pipe, DACL_SECURITY_INFORMATION, descriptor))
    result = outcome_of(GetLastError(), "pipe", EXIT_FAILED);
  if (pipe != INVALID_HANDLE_VALUE) CloseHandle(pipe);
  LocalFree(descriptor);
  return result;
}
