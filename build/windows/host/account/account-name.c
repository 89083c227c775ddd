#include <stdio.h>

#include "../base/product.h"
#include "account-name.h"

#define AUTHORITY L"NT AUTHORITY\\"

static const wchar_t *const BUILT_IN[][2] = {
    {L"LocalSystem", L"LocalSystem"},
    {L"SYSTEM", L"LocalSystem"},
    {L"LocalService", AUTHORITY L"LocalService"},
    {L"Local Service", AUTHORITY L"LocalService"},
    {L"NetworkService", AUTHORITY L"NetworkService"},
    {L"Network Service", AUTHORITY L"NetworkService"},
};

/* The name behind `prefix`, whatever its case; NULL where the text begins otherwise. */
static const wchar_t *behind(const wchar_t *text, const wchar_t *prefix) {
  const size_t length = wcslen(prefix);
  return _wcsnicmp(text, prefix, length) == 0 ? text + length : NULL;
}

static const wchar_t *built_in(const wchar_t *given) {
  const wchar_t *name = behind(given, AUTHORITY);
  if (name == NULL) name = behind(given, L".\\");
  if (name == NULL) name = given;
  for (size_t at = 0; at < sizeof BUILT_IN / sizeof *BUILT_IN; at += 1) {
    if (_wcsicmp(name, BUILT_IN[at][0]) == 0) return BUILT_IN[at][1];
  }
  return NULL;
}

int full_account_name(const wchar_t *given, wchar_t *name) {
  const wchar_t *local = behind(given, L".\\");
  DWORD length = MAX_COMPUTERNAME_LENGTH + 1;
  wchar_t computer[MAX_COMPUTERNAME_LENGTH + 1];
  if (local == NULL) return _snwprintf(name, ACCOUNT_LIMIT, L"%ls", given) > 0;
  return GetComputerNameW(computer, &length) && _snwprintf(name, ACCOUNT_LIMIT, L"%ls\\%ls", computer, local) > 0;
}

/* Writes `DOMAIN\name` for what was given as `name@domain`; it stays as it is where nobody knows better. */
static void name_by_domain(service_account *account) {
  wchar_t name[ACCOUNT_LIMIT], domain[ACCOUNT_LIMIT];
  DWORD name_size = ACCOUNT_LIMIT, domain_size = ACCOUNT_LIMIT;
  SID_NAME_USE kind;
  if (wcschr(account->name, L'@') == NULL) return;
  if (!LookupAccountSidW(NULL, account->sid, name, &name_size, domain, &domain_size, &kind)) return;
  if (wcslen(domain) + wcslen(name) + 2 > ACCOUNT_LIMIT) return;
  _snwprintf(account->name, ACCOUNT_LIMIT, L"%ls\\%ls", domain, name);
}

static outcome look_up(service_account *account) {
  wchar_t domain[ACCOUNT_LIMIT];
  DWORD size = sizeof account->sid, domain_size = ACCOUNT_LIMIT;
  SID_NAME_USE kind;
  if (!sys.LookupAccountNameW(NULL, account->name, account->sid, &size, domain, &domain_size, &kind))
    return outcome_of(GetLastError(), "look-up", EXIT_ACCOUNT_UNKNOWN);
  if (kind != SidTypeUser && kind != SidTypeComputer) return (outcome){EXIT_ACCOUNT_UNKNOWN, ERROR_NONE_MAPPED, "look-up"};
  name_by_domain(account);
  return done();
}

outcome find_account(const wchar_t *given, service_account *account) {
  const wchar_t *known = built_in(given);
  *account = (service_account){.kind = ACCOUNT_SYSTEM};
  if (known != NULL) {
    wcscpy(account->name, known);
    wcscpy(account->trial_name, known);
    return done();
  }
  if (behind(given, L"NT SERVICE\\") != NULL) {
    /* The manager gives a service no virtual account but its own. */
    if (_wcsicmp(given, SERVICE_ACCOUNT) != 0) return (outcome){EXIT_ACCOUNT_UNKNOWN, ERROR_INVALID_SERVICE_ACCOUNT, "look-up"};
    account->kind = ACCOUNT_VIRTUAL;
    wcscpy(account->name, SERVICE_ACCOUNT);
    wcscpy(account->trial_name, TRIAL_ACCOUNT);
    return done();
  }
  const size_t length = wcslen(given);
  if (length == 0 || length > ACCOUNT_LIMIT / 2 || !full_account_name(given, account->name))
    return (outcome){EXIT_ACCOUNT_UNKNOWN, ERROR_INVALID_ACCOUNT_NAME, "look-up"};
  account->kind = given[length - 1] == L'$' ? ACCOUNT_MANAGED : ACCOUNT_PERSON;
  outcome result = look_up(account);
  wcscpy(account->trial_name, account->name);
  return result;
}
