#include <stdio.h>

#include "../base/product.h"
#include "access-list.h"
#include "access-lists.generated.h"
#include "principals.h"

#define LIST_LIMIT 2048

typedef struct principals {
  wchar_t *service, *trial, *operators, *account;
} principals;

static void free_principals(principals *known) {
  LocalFree(known->service);
  LocalFree(known->trial);
  LocalFree(known->operators);
  LocalFree(known->account);
}

static outcome find_principals(principals *known) {
  *known = (principals){0};
  outcome result = service_sid(SERVICE_NAME, &known->service);
  if (is_done(result)) result = service_sid(TRIAL_NAME, &known->trial);
  if (is_done(result)) result = own_sid(&known->account);
  if (is_done(result)) known->operators = operators_sid();
  else free_principals(known);
  return result;
}

/* The identifier that stands for a placeholder, NULL where the machine has none; a plain one stands for itself. */
static const wchar_t *identifier_of(const principals *known, const wchar_t *name) {
  if (wcscmp(name, L"{service}") == 0) return known->service;
  if (wcscmp(name, L"{trial}") == 0) return known->trial;
  if (wcscmp(name, L"{operators}") == 0) return known->operators;
  if (wcscmp(name, L"{account}") == 0) return known->account;
  return *name == L'{' ? NULL : name;
}

/* Copies a list entry by entry, each `(type;flags;rights;;;principal)`; 0 where it does not fit. */
static int fill_in(const principals *known, const wchar_t *list, wchar_t *filled) {
  const wchar_t *entry = wcschr(list, L'(');
  size_t length = entry == NULL ? wcslen(list) : (size_t)(entry - list);
  if (length >= LIST_LIMIT) return 0;
  wmemcpy(filled, list, length);
  filled[length] = 0;
  for (; entry != NULL && *entry == L'('; entry = wcschr(entry, L')') + 1) {
    wchar_t name[64] = L"";
    const wchar_t *end = wcschr(entry, L')'), *principal = end;
    while (principal[-1] != L';') principal -= 1;
    if (end - principal >= 64) return 0;
    wcsncpy(name, principal, (size_t)(end - principal));
    const wchar_t *identifier = identifier_of(known, name);
    if (identifier == NULL) continue;
    int added = _snwprintf(filled + length, LIST_LIMIT - length, L"%.*ls%ls)", (int)(principal - entry), entry, identifier);
    if (added < 0 || length + (size_t)added >= LIST_LIMIT) return 0;
    length += (size_t)added;
  }
  return 1;
}

outcome make_descriptor(const wchar_t *list, PSECURITY_DESCRIPTOR *descriptor) {
  static wchar_t filled[LIST_LIMIT];
  principals known;
  outcome result = find_principals(&known);
  if (!is_done(result)) return result;
  int fits = fill_in(&known, list, filled);
  free_principals(&known);
  if (!fits) return (outcome){EXIT_FAILED, ERROR_BUFFER_OVERFLOW, "access-list"};
  if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(filled, SDDL_REVISION_1, descriptor, NULL))
    return outcome_of(GetLastError(), "access-list", EXIT_FAILED);
  return done();
}

outcome apply_service_list(SC_HANDLE service) {
  PSECURITY_DESCRIPTOR descriptor;
  outcome result = make_descriptor(ACCESS_SERVICE, &descriptor);
  if (!is_done(result)) return result;
  if (!sys.SetServiceObjectSecurity(service, DACL_SECURITY_INFORMATION, descriptor))
    result = outcome_of(GetLastError(), "service-list", EXIT_FAILED);
  LocalFree(descriptor);
  return result;
}
