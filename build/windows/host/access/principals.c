#include <stdio.h>

#include "../base/hash.h"
#include "../base/product.h"
#include "../base/system.h"
#include "principals.h"

#define NAME_LIMIT 256

outcome service_sid(const wchar_t *name, wchar_t **text) {
  wchar_t upper[NAME_LIMIT];
  unsigned int part[SHA1_BYTES / 4];
  size_t length = wcslen(name);
  if (length >= NAME_LIMIT) return (outcome){EXIT_FAILED, ERROR_INVALID_NAME, "service-sid"};
  wcscpy(upper, name);
  CharUpperBuffW(upper, (DWORD)length);
  hash made;
  const int is_added = hash_begin(&made, BCRYPT_SHA1_ALGORITHM) && hash_add(&made, upper, length * sizeof(wchar_t));
  if (!hash_end(&made, (unsigned char *)part, sizeof part) || !is_added)
    return (outcome){EXIT_FAILED, ERROR_INTERNAL_ERROR, "service-sid"};
  *text = LocalAlloc(LMEM_FIXED, NAME_LIMIT * sizeof(wchar_t));
  if (*text == NULL) return (outcome){EXIT_FAILED, GetLastError(), "service-sid"};
  _snwprintf(*text, NAME_LIMIT, L"S-1-5-80-%u-%u-%u-%u-%u", part[0], part[1], part[2], part[3], part[4]);
  return done();
}

wchar_t *operators_sid(void) {
  BYTE group[SECURITY_MAX_SID_SIZE];
  wchar_t domain[NAME_LIMIT], *text = NULL;
  DWORD size = sizeof group, domain_size = NAME_LIMIT;
  SID_NAME_USE kind;
  if (!sys.LookupAccountNameW(NULL, OPERATORS_GROUP, group, &size, domain, &domain_size, &kind)) return NULL;
  if (kind != SidTypeAlias && kind != SidTypeGroup) return NULL;
  return ConvertSidToStringSidW(group, &text) ? text : NULL;
}

outcome own_sid(wchar_t **text) {
  HANDLE token;
  union {
    TOKEN_USER user;
    BYTE room[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
  } facts;
  DWORD size = sizeof facts;
  if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
    return outcome_of(GetLastError(), "own-account", EXIT_FAILED);
  BOOL is_known = GetTokenInformation(token, TokenUser, &facts, size, &size);
  CloseHandle(token);
  if (!is_known || !ConvertSidToStringSidW(facts.user.User.Sid, text))
    return outcome_of(GetLastError(), "own-account", EXIT_FAILED);
  return done();
}
