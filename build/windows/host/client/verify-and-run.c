#include <stdio.h>

#include "../base/hash.h"
#include "../base/json.h"
#include "../base/product.h"
#include "../base/system.h"
#include "../verbs.h"

#define CHUNK_BYTES 65536

static int hash_file(HANDLE file, unsigned char *bytes) {
  static unsigned char chunk[CHUNK_BYTES];
  DWORD got = 0;
  hash made;
  int is_whole = hash_begin(&made, BCRYPT_SHA256_ALGORITHM);
  while (is_whole && (is_whole = ReadFile(file, chunk, CHUNK_BYTES, &got, NULL)) && got > 0)
    is_whole = hash_add(&made, chunk, got);
  return hash_end(&made, bytes, SHA256_BYTES) && is_whole;
}

static int is_as_signed(HANDLE file, const wchar_t *wanted) {
  unsigned char bytes[SHA256_BYTES];
  wchar_t text[2 * SHA256_BYTES + 1];
  if (!hash_file(file, bytes)) return 0;
  for (int at = 0; at < SHA256_BYTES; at += 1) _snwprintf(text + 2 * at, 3, L"%02x", bytes[at]);
  return _wcsicmp(text, wanted) == 0;
}

static outcome run(const wchar_t *path) {
  SHELLEXECUTEINFOW call = {.cbSize = sizeof call};
  call.fMask = SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI;
  call.lpVerb = L"runas";
  call.lpFile = path;
  call.nShow = SW_SHOWNORMAL;
  if (!sys.ShellExecuteExW(&call)) return outcome_of(GetLastError(), "start", EXIT_NOT_STARTED);
  if (call.hProcess != NULL) {
    json_number("processId", GetProcessId(call.hProcess));
    CloseHandle(call.hProcess);
  }
  return done();
}

/*
 * `verify-and-run FILE SHA256`: starts an installer as an administrator. The file is held open meanwhile so that nobody can
 * write, replace or move it, and is compared as it is held: the folder that it lies in is this user's own, and so is whatever
 * else runs for this user.
 */
outcome verb_verify_and_run(arguments given) {
  if (given.count != 2 || wcslen(given.words[1]) != 2 * SHA256_BYTES)
    return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  const wchar_t *path = given.words[0];
  HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT, NULL);
  if (file == INVALID_HANDLE_VALUE) return (outcome){EXIT_CHANGED, GetLastError(), "open"};
  outcome result = is_as_signed(file, given.words[1]) ? run(path) : (outcome){EXIT_CHANGED, ERROR_FILE_CORRUPT, "compare"};
  CloseHandle(file);
  return result;
}
