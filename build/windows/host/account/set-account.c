#include <stdlib.h>

#include "../base/elevate.h"
#include "../base/events.h"
#include "../base/input.h"
#include "../base/json.h"
#include "../base/product.h"
#include "../service/manager.h"
#include "../verbs.h"
#include "logon-right.h"
#include "trial.h"

#define INPUT_LIMIT 131072
#define FOLDERS_LIMIT 100
#define LINES_LIMIT (FOLDERS_LIMIT + 2)

typedef struct wish {
  service_account account;
  /* NULL where the account has none. */
  const wchar_t *password;
  wchar_t **folders;
  int folder_count;
} wish;

/* Tells a wrong password from a missing right, which the service manager does not. One attempt: a second may lock it. */
static outcome log_on(const wish *wanted) {
  wchar_t domain[ACCOUNT_LIMIT];
  HANDLE token;
  if (wanted->account.kind != ACCOUNT_PERSON) return done();
  wcscpy(domain, wanted->account.name);
  wchar_t *user = wcschr(domain, L'\\');
  if (user != NULL) *user++ = 0;
  const wchar_t *name = user == NULL ? wanted->account.name : user;
  if (!sys.LogonUserW(name, user == NULL ? NULL : domain, wanted->password, LOGON32_LOGON_SERVICE, LOGON32_PROVIDER_DEFAULT,
                      &token))
    return outcome_of(GetLastError(), "log-on", EXIT_LOGON_FAILED);
  CloseHandle(token);
  return done();
}

static int use_account(SC_HANDLE service, const wchar_t *name, const wchar_t *password) {
  const DWORD same = SERVICE_NO_CHANGE;
  return sys.ChangeServiceConfigW(service, same, same, same, NULL, NULL, NULL, NULL, name, password, NULL);
}

/* Puts the earlier account back, which only one without a password allows; Windows gives nobody the password of another. */
static outcome put_back(SC_HANDLE service, const wchar_t *earlier, outcome failure) {
  service_account before;
  SERVICE_STATUS_PROCESS state;
  const outcome lost = {EXIT_NOT_RESTORED, failure.error, failure.step};
  stop_service(service, &state);
  if (!is_done(find_account(earlier, &before)) || before.kind == ACCOUNT_PERSON) return lost;
  if (!use_account(service, before.name, L"") || !is_done(start_service(service, &state))) return lost;
  return (outcome){EXIT_TRIAL_FAILED, failure.error, failure.step};
}

/* Has the live service run as the account; one that was stopped stays so. */
static outcome change(SC_HANDLE service, const wish *wanted) {
  SERVICE_STATUS_PROCESS state;
  QUERY_SERVICE_CONFIGW *before = read_configuration(service);
  if (before == NULL) return outcome_of(GetLastError(), "query-configuration", EXIT_FAILED);
  outcome result = read_state(service, &state);
  const int was_running = is_done(result) && state.dwCurrentState != SERVICE_STOPPED;
  if (is_done(result) && !use_account(service, wanted->account.name, wanted->password == NULL ? L"" : wanted->password))
    result = outcome_of(GetLastError(), "change", EXIT_FAILED);
  else if (is_done(result) && was_running) {
    result = stop_service(service, &state);
    if (is_done(result)) result = start_service(service, &state);
    if (!is_done(result)) result = put_back(service, before->lpServiceStartName, result);
  }
  LocalFree(before);
  return result;
}

/* Nothing is changed before the trial has passed, but the right that the trial needs; that is taken back. */
static outcome prove_and_change(SC_HANDLE service, const wish *wanted) {
  const int needs_right = wanted->account.kind == ACCOUNT_MANAGED || wanted->account.kind == ACCOUNT_PERSON;
  PSID sid = (PSID)wanted->account.sid;
  int is_new = 0, closed = -1;
  outcome result = needs_right ? grant_logon_right(sid, &is_new) : done();
  if (is_done(result)) result = log_on(wanted);
  if (is_done(result))
    result = try_account(&wanted->account, wanted->password, wanted->folders, wanted->folder_count, &closed);
  if (result.code == EXIT_FOLDER_CLOSED) json_number("folder", closed);
  if (is_done(result)) result = change(service, wanted);
  if (is_done(result)) replace_granted(needs_right ? sid : NULL, is_new);
  else if (is_new && result.code != EXIT_NOT_RESTORED) revoke_logon_right(sid);
  return result;
}

static outcome set_account(wchar_t **lines, int count) {
  service_handles handles;
  wish wanted = {.folders = lines + 2, .folder_count = count - 2};
  outcome result = find_account(lines[0], &wanted.account);
  if (!is_done(result)) return result;
  wanted.password = wanted.account.kind == ACCOUNT_PERSON ? lines[1] : NULL;
  result = open_service(SERVICE_NAME, SC_MANAGER_CONNECT, SERVICE_ALL_ACCESS, &handles);
  if (!is_done(result)) return result;
  result = prove_and_change(handles.service, &wanted);
  close_service(&handles);
  if (is_done(result)) note_event(MESSAGE_ACCOUNT_CHANGED, 0);
  return result;
}

/* The elevated half reads what the other has read: account, password and folders, a line each. */
static outcome ask_administrator(void) {
  size_t length;
  unsigned char *secret = read_bytes(GetStdHandle(STD_INPUT_HANDLE), INPUT_LIMIT, &length);
  if (secret == NULL) return (outcome){EXIT_USAGE, ERROR_INVALID_DATA, "input"};
  outcome result = run_elevated(L"set-account", secret, length);
  SecureZeroMemory(secret, length);
  free(secret);
  return result;
}

/*
 * `set-account [--ask]`: reads from standard input, a line each, the account, its password (empty for none) and folders that
 * it must be able to write into; changes the account of the service, or nothing. `--input PIPE`: the elevated half.
 */
outcome verb_set_account(arguments given) {
  wchar_t *lines[LINES_LIMIT], *text;
  HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
  const int may_ask = given.count == 1 && wcscmp(given.words[0], L"--ask") == 0;
  const int is_handed = given.count == 2 && wcscmp(given.words[0], L"--input") == 0;
  if (given.count != 0 && !may_ask && !is_handed) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  if (may_ask && !is_elevated()) return ask_administrator();
  if (is_handed) input = open_handed_over(given.words[1]);
  int count = read_lines(input, INPUT_LIMIT, &text, lines, LINES_LIMIT);
  outcome result = count < 1 ? (outcome){EXIT_USAGE, ERROR_INVALID_DATA, "input"} : done();
  /* A password that is empty and the end of the input look the same. */
  if (count == 1) lines[count++] = lines[0] + wcslen(lines[0]);
  if (is_done(result)) result = set_account(lines, count);
  forget_input(text);
  return result;
}
