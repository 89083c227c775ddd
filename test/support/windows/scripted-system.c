/*
 * The helper's table of system calls in a build for tests. HOST_SCRIPT names a file with lines `CALL ANSWER`, which the calls
 * of that name take one by one: a number is the error that the call ends with (0 = it does nothing and succeeds), `-` or no
 * line left = the system itself is called. `LookupAccountNameW sid:S-...` knows an account, `GetSecurityInfo sddl:...` gives a
 * descriptor, `conditional:...` one whose entries depend on a condition. HOST_LOG names a file in which every call is noted with what it is about; of a password only whether there is
 * one.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/system.h"

#define LINES_LIMIT 64
#define HANDLES_LIMIT 64
#define SYSTEM_ITSELF 0xffffffff

struct system_calls sys;

static struct {
  wchar_t call[64], answer[512];
  int is_used;
} script[LINES_LIMIT];
static int line_count;
static struct {
  SC_HANDLE handle;
  wchar_t name[128];
} opened[HANDLES_LIMIT];

static void note(const wchar_t *call, const wchar_t *detail) {
  FILE *log = _wfopen(_wgetenv(L"HOST_LOG") ? _wgetenv(L"HOST_LOG") : L"NUL", L"a, ccs=UTF-8");
  if (log == NULL) return;
  fwprintf(log, *detail == 0 ? L"%ls\n" : L"%ls %ls\n", call, detail);
  fclose(log);
}

/* The next answer for a call, NULL where the system is to be called itself. */
static const wchar_t *next(const wchar_t *call, const wchar_t *detail) {
  note(call, detail);
  for (int at = 0; at < line_count; at += 1) {
    if (script[at].is_used || wcscmp(script[at].call, call) != 0) continue;
    script[at].is_used = 1;
    return wcscmp(script[at].answer, L"-") == 0 ? NULL : script[at].answer;
  }
  return NULL;
}

static DWORD next_error(const wchar_t *call, const wchar_t *detail) {
  const wchar_t *answer = next(call, detail);
  if (answer == NULL) return SYSTEM_ITSELF;
  const DWORD error = wcstoul(answer, NULL, 10);
  SetLastError(error);
  return error;
}

static const wchar_t *name_of(SC_HANDLE handle) {
  for (int at = 0; at < HANDLES_LIMIT; at += 1)
    if (opened[at].handle == handle) return opened[at].name;
  return L"?";
}

static SC_HANDLE remember(SC_HANDLE handle, const wchar_t *name) {
  static int next_free;
  if (handle == NULL) return NULL;
  opened[next_free % HANDLES_LIMIT].handle = handle;
  wcsncpy(opened[next_free % HANDLES_LIMIT].name, name, 127);
  next_free += 1;
  return handle;
}

static const wchar_t *text(const wchar_t *format, ...) {
  static wchar_t made[2048];
  va_list given;
  va_start(given, format);
  _vsnwprintf(made, 2047, format, given);
  va_end(given);
  return made;
}

static const wchar_t *kind_of_password(const wchar_t *password) {
  return password == NULL ? L"no-password" : *password == 0 ? L"empty-password" : L"password";
}

/* Calls that tell a failure by FALSE or NULL and GetLastError. */
#define ANSWERED(call, detail, failed, really) \
  const DWORD error = next_error(L"" #call, detail); \
  if (error == SYSTEM_ITSELF) return really; \
  return error == NO_ERROR ? (__typeof__(really))1 : (__typeof__(really))failed

static WINAPI SC_HANDLE scripted_OpenSCManagerW(LPCWSTR m, LPCWSTR d, DWORD rights) {
  ANSWERED(OpenSCManagerW, L"", NULL, OpenSCManagerW(m, d, rights));
}
static WINAPI SC_HANDLE scripted_OpenServiceW(SC_HANDLE m, LPCWSTR name, DWORD rights) {
  ANSWERED(OpenServiceW, name, NULL, remember(OpenServiceW(m, name, rights), name));
}
static WINAPI SC_HANDLE scripted_CreateServiceW(SC_HANDLE m, LPCWSTR name, LPCWSTR title, DWORD rights, DWORD type,
                                                DWORD start, DWORD control, LPCWSTR path, LPCWSTR group, LPDWORD tag,
                                                LPCWSTR needs, LPCWSTR account, LPCWSTR password) {
  ANSWERED(CreateServiceW, text(L"%ls %ls %ls", name, account, kind_of_password(password)), NULL,
           remember(CreateServiceW(m, name, title, rights, type, start, control, path, group, tag, needs, account, password),
                    name));
}
static WINAPI BOOL scripted_ChangeServiceConfigW(SC_HANDLE s, DWORD type, DWORD start, DWORD control, LPCWSTR path,
                                                 LPCWSTR group, LPDWORD tag, LPCWSTR needs, LPCWSTR account,
                                                 LPCWSTR password, LPCWSTR title) {
  const wchar_t *what = account == NULL ? text(L"%ls program %ls", name_of(s), path)
                                        : text(L"%ls %ls %ls", name_of(s), account, kind_of_password(password));
  ANSWERED(ChangeServiceConfigW, what, FALSE,
           ChangeServiceConfigW(s, type, start, control, path, group, tag, needs, account, password, title));
}
static WINAPI BOOL scripted_ChangeServiceConfig2W(SC_HANDLE s, DWORD level, LPVOID value) {
  ANSWERED(ChangeServiceConfig2W, text(L"%ls %lu", name_of(s), level), FALSE, ChangeServiceConfig2W(s, level, value));
}
static WINAPI BOOL scripted_ControlService(SC_HANDLE s, DWORD code, LPSERVICE_STATUS status) {
  ANSWERED(ControlService, text(L"%ls %lu", name_of(s), code), FALSE, ControlService(s, code, status));
}
static WINAPI BOOL scripted_StartServiceW(SC_HANDLE s, DWORD count, LPCWSTR *words) {
  ANSWERED(StartServiceW, text(L"%ls %lu", name_of(s), count), FALSE, StartServiceW(s, count, words));
}
static WINAPI BOOL scripted_DeleteService(SC_HANDLE s) {
  ANSWERED(DeleteService, name_of(s), FALSE, DeleteService(s));
}
static WINAPI BOOL scripted_SetServiceObjectSecurity(SC_HANDLE s, SECURITY_INFORMATION what, PSECURITY_DESCRIPTOR d) {
  wchar_t *list = NULL;
  ConvertSecurityDescriptorToStringSecurityDescriptorW(d, SDDL_REVISION_1, what, &list, NULL);
  ANSWERED(SetServiceObjectSecurity, text(L"%ls %ls", name_of(s), list), FALSE, SetServiceObjectSecurity(s, what, d));
}
static WINAPI BOOL scripted_LookupAccountNameW(LPCWSTR system, LPCWSTR name, PSID sid, LPDWORD size, LPWSTR domain,
                                               LPDWORD domain_size, PSID_NAME_USE kind) {
  PSID known;
  const wchar_t *answer = next(L"LookupAccountNameW", name);
  if (answer == NULL) return LookupAccountNameW(system, name, sid, size, domain, domain_size, kind);
  if (wcsncmp(answer, L"sid:", 4) != 0 || !ConvertStringSidToSidW(answer + 4, &known)) {
    SetLastError(wcstoul(answer, NULL, 10));
    return FALSE;
  }
  CopySid(*size, sid, known);
  *domain = 0;
  /* S-1-5-32-... is a group of the machine, everything else a person here. */
  *kind = wcsncmp(answer + 4, L"S-1-5-32-", 9) == 0 ? SidTypeAlias : SidTypeUser;
  return TRUE;
}
static WINAPI BOOL scripted_LogonUserW(LPCWSTR user, LPCWSTR domain, LPCWSTR password, DWORD kind, DWORD provider,
                                       PHANDLE token) {
  ANSWERED(LogonUserW, text(L"%ls %ls %lu %ls", domain == NULL ? L"-" : domain, user, kind, kind_of_password(password)), FALSE,
           LogonUserW(user, domain, password, kind, provider, token));
}
static WINAPI BOOL scripted_ShellExecuteExW(SHELLEXECUTEINFOW *call) {
  ANSWERED(ShellExecuteExW, text(call->lpParameters == NULL ? L"%ls" : L"%ls %ls", call->lpVerb, call->lpParameters), FALSE,
           ShellExecuteExW(call));
}
static WINAPI BOOL scripted_CreateDirectoryW(LPCWSTR path, LPSECURITY_ATTRIBUTES attributes) {
  ANSWERED(CreateDirectoryW, path, FALSE, CreateDirectoryW(path, attributes));
}
static WINAPI BOOL scripted_QueryServiceStatusEx(SC_HANDLE s, SC_STATUS_TYPE level, LPBYTE into, DWORD size, LPDWORD needed) {
  return QueryServiceStatusEx(s, level, into, size, needed);
}
static WINAPI BOOL scripted_CryptProtectData(DATA_BLOB *in, LPCWSTR name, DATA_BLOB *salt, PVOID reserved,
                                             CRYPTPROTECT_PROMPTSTRUCT *prompt, DWORD flags, DATA_BLOB *out) {
  ANSWERED(CryptProtectData, text(L"%lu", flags), FALSE, CryptProtectData(in, name, salt, reserved, prompt, flags, out));
}
static WINAPI BOOL scripted_CryptUnprotectData(DATA_BLOB *in, LPWSTR *name, DATA_BLOB *salt, PVOID reserved,
                                               CRYPTPROTECT_PROMPTSTRUCT *prompt, DWORD flags, DATA_BLOB *out) {
  ANSWERED(CryptUnprotectData, text(L"%lu", flags), FALSE,
           CryptUnprotectData(in, name, salt, reserved, prompt, flags, out));
}

static WINAPI BOOL scripted_ReportEventW(HANDLE log, WORD type, WORD category, DWORD event, PSID user, WORD count,
                                         DWORD size, LPCWSTR *texts, LPVOID data) {
  ANSWERED(ReportEventW, text(L"%u %u %ls", type, event & 0xffff, *texts), FALSE,
           ReportEventW(log, type, category, event, user, count, size, texts, data));
}

/* Calls that give the error itself. */
#define GIVEN(call, detail, really) \
  const DWORD error = next_error(L"" #call, detail); \
  return error == SYSTEM_ITSELF ? really : error

/* Wine reads no conditional entries; the plain ones become such. */
static void make_conditional(PSECURITY_DESCRIPTOR descriptor) {
  PACL list;
  ACE_HEADER *entry;
  BOOL is_there, is_default;
  if (!GetSecurityDescriptorDacl(descriptor, &is_there, &list, &is_default)) return;
  for (DWORD at = 0; at < list->AceCount; at += 1)
    if (GetAce(list, at, (void **)&entry)) entry->AceType = ACCESS_ALLOWED_CALLBACK_ACE_TYPE;
}

static WINAPI DWORD scripted_GetSecurityInfo(HANDLE h, SE_OBJECT_TYPE type, SECURITY_INFORMATION what, PSID *owner,
                                             PSID *group, PACL *dacl, PACL *sacl, PSECURITY_DESCRIPTOR *descriptor) {
  const wchar_t *answer = next(L"GetSecurityInfo", L"");
  if (answer == NULL) return GetSecurityInfo(h, type, what, owner, group, dacl, sacl, descriptor);
  const int is_conditional = wcsncmp(answer, L"conditional:", 12) == 0;
  if (wcsncmp(answer, L"sddl:", 5) != 0 && !is_conditional) return wcstoul(answer, NULL, 10);
  if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(wcschr(answer, L':') + 1, SDDL_REVISION_1, descriptor, NULL))
    return GetLastError();
  if (is_conditional) make_conditional(*descriptor);
  return NO_ERROR;
}
static WINAPI DWORD scripted_SetSecurityInfo(HANDLE h, SE_OBJECT_TYPE type, SECURITY_INFORMATION what, PSID owner,
                                             PSID group, PACL dacl, PACL sacl) {
  GIVEN(SetSecurityInfo, L"", SetSecurityInfo(h, type, what, owner, group, dacl, sacl));
}
static WINAPI NET_API_STATUS scripted_NetLocalGroupAdd(LPCWSTR server, DWORD level, LPBYTE group, LPDWORD at) {
  GIVEN(NetLocalGroupAdd, ((LOCALGROUP_INFO_1 *)group)->lgrpi1_name, NetLocalGroupAdd(server, level, group, at));
}

static WINAPI NET_API_STATUS scripted_NetLocalGroupAddMembers(LPCWSTR server, LPCWSTR group, DWORD level, LPBYTE members,
                                                              DWORD count) {
  GIVEN(NetLocalGroupAddMembers, group, NetLocalGroupAddMembers(server, group, level, members, count));
}

/* Calls that give an NTSTATUS; the script says the error that Windows makes of it, which some of them have none for. */
static NTSTATUS status_of(DWORD error) {
  static const struct {
    DWORD error;
    NTSTATUS status;
  } KNOWN[] = {{NO_ERROR, 0}, {ERROR_ACCESS_DENIED, (NTSTATUS)0xC0000022}, {ERROR_NONE_MAPPED, (NTSTATUS)0xC0000073}};
  for (size_t at = 0; at < sizeof KNOWN / sizeof *KNOWN; at += 1)
    if (KNOWN[at].error == error) return KNOWN[at].status;
  return (NTSTATUS)0xC0000001;
}
#define STATUS_GIVEN(call, detail, really) \
  const DWORD error = next_error(L"" #call, detail); \
  return error == SYSTEM_ITSELF ? really : status_of(error)

static const wchar_t *sid_text(PSID sid) {
  wchar_t *made = NULL;
  return ConvertSidToStringSidW(sid, &made) ? made : L"?";
}
static NTSTATUS NTAPI scripted_LsaOpenPolicy(PLSA_UNICODE_STRING system, PLSA_OBJECT_ATTRIBUTES attributes, ACCESS_MASK rights,
                                             PLSA_HANDLE policy) {
  STATUS_GIVEN(LsaOpenPolicy, L"", LsaOpenPolicy(system, attributes, rights, policy));
}
static NTSTATUS NTAPI scripted_LsaAddAccountRights(LSA_HANDLE policy, PSID sid, PLSA_UNICODE_STRING rights, ULONG count) {
  STATUS_GIVEN(LsaAddAccountRights, sid_text(sid), LsaAddAccountRights(policy, sid, rights, count));
}
static NTSTATUS NTAPI scripted_LsaRemoveAccountRights(LSA_HANDLE policy, PSID sid, BOOLEAN all, PLSA_UNICODE_STRING rights,
                                                      ULONG count) {
  STATUS_GIVEN(LsaRemoveAccountRights, sid_text(sid), LsaRemoveAccountRights(policy, sid, all, rights, count));
}
/* `held`: the account has the right already. */
static NTSTATUS NTAPI scripted_LsaEnumerateAccountRights(LSA_HANDLE policy, PSID sid, PLSA_UNICODE_STRING *rights,
                                                         PULONG count) {
  static wchar_t name[] = L"SeServiceLogonRight";
  const wchar_t *answer = next(L"LsaEnumerateAccountRights", sid_text(sid));
  if (answer == NULL || wcscmp(answer, L"held") != 0) return LsaEnumerateAccountRights(policy, sid, rights, count);
  *rights = LocalAlloc(LMEM_FIXED, sizeof **rights);
  **rights = (LSA_UNICODE_STRING){sizeof name - 2, sizeof name, name};
  *count = 1;
  return 0;
}

static void read_script(void) {
  FILE *file = _wfopen(_wgetenv(L"HOST_SCRIPT") ? _wgetenv(L"HOST_SCRIPT") : L"NUL", L"r");
  while (file != NULL && line_count < LINES_LIMIT &&
         fwscanf(file, L"%63ls %511l[^\n]\n", script[line_count].call, script[line_count].answer) == 2)
    line_count += 1;
  if (file != NULL) fclose(file);
}

void open_system(void) {
#define SCRIPTED_CALL(name) sys.name = scripted_##name;
  SYSTEM_CALLS(SCRIPTED_CALL)
#undef SCRIPTED_CALL
  read_script();
}
