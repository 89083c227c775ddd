#include <stdlib.h>

#include "../verbs.h"
#include "input.h"
#include "json.h"
#include "system.h"

#define INPUT_LIMIT 65536

/* Bound to the machine, not to an account: whoever may read the file that the result lies in can open it here, and nowhere
   else. See README.md, "Secrets". */
static outcome protect(DATA_BLOB plain) {
  DATA_BLOB sealed;
  const DWORD flags = CRYPTPROTECT_LOCAL_MACHINE | CRYPTPROTECT_UI_FORBIDDEN;
  if (!sys.CryptProtectData(&plain, NULL, NULL, NULL, NULL, flags, &sealed))
    return outcome_of(GetLastError(), "protect", EXIT_FAILED);
  json_bytes("bytes", sealed.pbData, sealed.cbData);
  LocalFree(sealed.pbData);
  return done();
}

static outcome reveal(DATA_BLOB sealed) {
  DATA_BLOB plain;
  if (!sys.CryptUnprotectData(&sealed, NULL, NULL, NULL, NULL, CRYPTPROTECT_UI_FORBIDDEN, &plain))
    return outcome_of(GetLastError(), "reveal", EXIT_CHANGED);
  json_bytes("bytes", plain.pbData, plain.cbData);
  SecureZeroMemory(plain.pbData, plain.cbData);
  LocalFree(plain.pbData);
  return done();
}

/* `secret protect|reveal`: bytes in Base64 from standard input, sealed to this machine or opened again, in Base64. */
outcome verb_secret(arguments given) {
  const int is_protect = given.count == 1 && wcscmp(given.words[0], L"protect") == 0;
  const int is_reveal = given.count == 1 && wcscmp(given.words[0], L"reveal") == 0;
  size_t length;
  static BYTE bytes[INPUT_LIMIT];
  DWORD size = sizeof bytes;
  if (!is_protect && !is_reveal) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  unsigned char *text = read_bytes(GetStdHandle(STD_INPUT_HANDLE), INPUT_LIMIT, &length);
  if (text == NULL) return (outcome){EXIT_USAGE, ERROR_INVALID_DATA, "input"};
  const int is_read =
      CryptStringToBinaryA((char *)text, (DWORD)length, CRYPT_STRING_BASE64, bytes, &size, NULL, NULL) && size > 0;
  DATA_BLOB blob = {size, bytes};
  outcome result = (outcome){EXIT_USAGE, ERROR_INVALID_DATA, "input"};
  if (is_read) result = is_protect ? protect(blob) : reveal(blob);
  SecureZeroMemory(bytes, sizeof bytes);
  SecureZeroMemory(text, length);
  free(text);
  return result;
}
