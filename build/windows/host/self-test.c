#include <stdio.h>
#include <string.h>

#include "access/access-list.h"
#include "access/principals.h"
#include "access-lists.generated.h"
#include "base/elevate.h"
#include "base/json.h"
#include "base/places.h"
#include "base/product.h"
#include "base/system.h"
#include "service/manager.h"
#include "verbs.h"

static int failures;

/* One line of the acceptance run; `detail` is what was found. */
static void say_check(const char *name, int has_passed, const wchar_t *detail) {
  json_open(NULL, '{');
  json_ascii("check", name);
  json_boolean("passed", has_passed);
  json_text("found", detail == NULL ? L"" : detail);
  json_close('}');
  failures += !has_passed;
}

static void check_lists(void) {
  static const wchar_t *const LISTS[] = {ACCESS_SERVICE, ACCESS_PIPE, ACCESS_HANDOVER};
  int are_valid = 1;
  for (size_t at = 0; at < sizeof LISTS / sizeof *LISTS; at += 1) {
    PSECURITY_DESCRIPTOR descriptor;
    const int is_valid = is_done(make_descriptor(LISTS[at], &descriptor));
    if (is_valid) LocalFree(descriptor);
    are_valid &= is_valid;
  }
  say_check("lists-are-valid", are_valid, NULL);
}

/* What the system says of a folder, against what its list says: both as the system writes them. */
static void check_folder(const char *name, const wchar_t *relative, const wchar_t *list) {
  const SECURITY_INFORMATION what = OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
  wchar_t path[PATH_LIMIT], *wanted = NULL, *found = NULL;
  PSECURITY_DESCRIPTOR descriptor, actual = NULL;
  if (!is_done(program_data(relative, path)) || !is_done(make_descriptor(list, &descriptor))) return;
  GetNamedSecurityInfoW(path, SE_FILE_OBJECT, what, NULL, NULL, NULL, NULL, &actual);
  ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, SDDL_REVISION_1, what, &wanted, NULL);
  if (actual != NULL) ConvertSecurityDescriptorToStringSecurityDescriptorW(actual, SDDL_REVISION_1, what, &found, NULL);
  /* The system adds AI where lists were inherited once; the entries are what counts. */
  const wchar_t *entries = found == NULL ? NULL : wcschr(found, L'('), *expected = wcschr(wanted, L'(');
  const int is_same = entries != NULL && wcscmp(entries, expected) == 0 && wcsncmp(found, wanted, 4) == 0;
  say_check(name, is_same, found == NULL ? path : found);
  LocalFree(wanted);
  LocalFree(found);
  LocalFree(descriptor);
  LocalFree(actual);
}

static void check_secret(void) {
  BYTE text[] = "acceptance";
  DATA_BLOB plain = {sizeof text, text}, sealed = {0}, opened = {0};
  const DWORD flags = CRYPTPROTECT_LOCAL_MACHINE | CRYPTPROTECT_UI_FORBIDDEN;
  int is_same = CryptProtectData(&plain, NULL, NULL, NULL, NULL, flags, &sealed) &&
                CryptUnprotectData(&sealed, NULL, NULL, NULL, NULL, CRYPTPROTECT_UI_FORBIDDEN, &opened) &&
                opened.cbData == plain.cbData && memcmp(opened.pbData, text, sizeof text) == 0;
  say_check("secrets-open-again", is_same, NULL);
  LocalFree(sealed.pbData);
  LocalFree(opened.pbData);
}

static void check_service(void) {
  service_handles handles;
  SERVICE_SID_INFO identity = {0};
  SERVICE_FAILURE_ACTIONS_FLAG every = {0};
  SERVICE_STATUS_PROCESS state = {0};
  DWORD size;
  outcome opened = open_service(SERVICE_NAME, SC_MANAGER_CONNECT, SERVICE_QUERY_CONFIG | SERVICE_QUERY_STATUS, &handles);
  say_check("service-is-registered", is_done(opened), NULL);
  if (!is_done(opened)) return;
  QUERY_SERVICE_CONFIGW *read = read_configuration(handles.service);
  say_check("service-has-account", read != NULL, read == NULL ? NULL : read->lpServiceStartName);
  LocalFree(read);
  QueryServiceConfig2W(handles.service, SERVICE_CONFIG_SERVICE_SID_INFO, (BYTE *)&identity, sizeof identity, &size);
  say_check("service-has-identity", identity.dwServiceSidType == SERVICE_SID_TYPE_UNRESTRICTED, NULL);
  QueryServiceConfig2W(handles.service, SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, (BYTE *)&every, sizeof every, &size);
  say_check("every-failure-counts", every.fFailureActionsOnNonCrashFailures, NULL);
  read_state(handles.service, &state);
  say_check("service-runs", state.dwCurrentState == SERVICE_RUNNING, NULL);
  close_service(&handles);
}

/* What Windows itself derives for the name, once it knows the service. */
static void check_identity(void) {
  BYTE sid[SECURITY_MAX_SID_SIZE];
  wchar_t domain[256], *derived = NULL, *known = NULL;
  DWORD size = sizeof sid, domain_size = 256;
  SID_NAME_USE kind;
  if (!is_done(service_sid(SERVICE_NAME, &derived))) return say_check("identity-as-windows-derives", 0, NULL);
  const int is_known = LookupAccountNameW(NULL, SERVICE_ACCOUNT, sid, &size, domain, &domain_size, &kind) &&
                       ConvertSidToStringSidW(sid, &known);
  say_check("identity-as-windows-derives", is_known && wcscmp(known, derived) == 0, derived);
  LocalFree(derived);
  LocalFree(known);
}

/*
 * `self-test`: the acceptance run for a real Windows, after an installation and as an administrator. Ends with
 * EXIT_CHECK_FAILED where anything is otherwise than it should be.
 */
outcome verb_self_test(arguments given) {
  if (given.count != 0) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  wchar_t *operators = operators_sid();
  json_open("checks", '[');
  say_check("runs-as-administrator", is_elevated(), NULL);
  check_lists();
  check_identity();
  say_check("operators-have-a-group", operators != NULL, operators);
#define CHECK_FOLDER(name, path, list) check_folder("folder-" name, path, list);
  ACCESS_FOLDERS(CHECK_FOLDER)
#undef CHECK_FOLDER
  check_secret();
  check_service();
  json_close(']');
  LocalFree(operators);
  return failures == 0 ? done() : (outcome){EXIT_CHECK_FAILED, NO_ERROR, "checks"};
}
