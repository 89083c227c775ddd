#include "../base/input.h"
#include "../base/json.h"
#include "../base/product.h"
#include "../verbs.h"
#include "account-name.h"

#define INPUT_LIMIT 8192
#define LINES_LIMIT 64

/* Makes an account or a group a member of the operators; one that is a member already is no failure. */
static outcome add(const wchar_t *given) {
  wchar_t name[ACCOUNT_LIMIT], domain[ACCOUNT_LIMIT];
  BYTE sid[SECURITY_MAX_SID_SIZE];
  DWORD size = sizeof sid, domain_size = ACCOUNT_LIMIT;
  SID_NAME_USE kind;
  json_text(NULL, given);
  if (wcslen(given) > ACCOUNT_LIMIT / 2 || !full_account_name(given, name))
    return (outcome){EXIT_ACCOUNT_UNKNOWN, ERROR_INVALID_ACCOUNT_NAME, "look-up"};
  if (!sys.LookupAccountNameW(NULL, name, sid, &size, domain, &domain_size, &kind))
    return outcome_of(GetLastError(), "look-up", EXIT_ACCOUNT_UNKNOWN);
  LOCALGROUP_MEMBERS_INFO_0 member = {sid};
  DWORD error = sys.NetLocalGroupAddMembers(NULL, OPERATORS_GROUP, 0, (BYTE *)&member, 1);
  if (error == NERR_Success || error == ERROR_MEMBER_IN_ALIAS) return done();
  return outcome_of(error, "add-member", EXIT_FAILED);
}

/* The names of a line; an installer has no line feeds to give, so semicolons part them as well. */
static outcome add_all(wchar_t *line) {
  outcome result = done();
  while (is_done(result) && line != NULL) {
    wchar_t *end = wcspbrk(line, L";\r");
    if (end != NULL) *end = 0;
    while (*line == L' ') line += 1;
    if (*line != 0) result = add(line);
    line = end == NULL ? NULL : end + 1;
  }
  return result;
}

/* `add-operators`: reads accounts and groups from standard input; the answer names those that it came to. */
outcome verb_add_operators(arguments given) {
  wchar_t *lines[LINES_LIMIT], *text;
  if (given.count != 0) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  const int count = read_lines(GetStdHandle(STD_INPUT_HANDLE), INPUT_LIMIT, &text, lines, LINES_LIMIT);
  outcome result = count < 1 ? (outcome){EXIT_USAGE, ERROR_INVALID_DATA, "input"} : done();
  json_open("names", '[');
  for (int at = 0; at < count && is_done(result); at += 1) result = add_all(lines[at]);
  json_close(']');
  forget_input(text);
  return result;
}
