#include "../base/product.h"
#include "logon-right.h"

#define GRANTED L"LogonRightGrantedTo"

static wchar_t right_text[] = L"SeServiceLogonRight";
static LSA_UNICODE_STRING right = {sizeof right_text - sizeof *right_text, sizeof right_text, right_text};

static outcome open_policy(LSA_HANDLE *policy) {
  LSA_OBJECT_ATTRIBUTES attributes = {0};
  NTSTATUS status = sys.LsaOpenPolicy(NULL, &attributes, POLICY_LOOKUP_NAMES | POLICY_CREATE_ACCOUNT, policy);
  return status == 0 ? done() : outcome_of(LsaNtStatusToWinError(status), "logon-right", EXIT_NO_LOGON_RIGHT);
}

static int has_right(LSA_HANDLE policy, PSID sid) {
  PLSA_UNICODE_STRING list = NULL;
  ULONG count = 0;
  int is_there = 0;
  if (sys.LsaEnumerateAccountRights(policy, sid, &list, &count) != 0) return 0;
  for (ULONG at = 0; at < count; at += 1)
    is_there |= list[at].Length == right.Length && wcsncmp(list[at].Buffer, right_text, right.Length / sizeof *right_text) == 0;
  LsaFreeMemory(list);
  return is_there;
}

outcome grant_logon_right(PSID sid, int *is_new) {
  LSA_HANDLE policy;
  *is_new = 0;
  outcome result = open_policy(&policy);
  if (!is_done(result)) return result;
  if (!has_right(policy, sid)) {
    NTSTATUS status = sys.LsaAddAccountRights(policy, sid, &right, 1);
    *is_new = status == 0;
    if (status != 0) result = outcome_of(LsaNtStatusToWinError(status), "logon-right", EXIT_NO_LOGON_RIGHT);
  }
  LsaClose(policy);
  return result;
}

void revoke_logon_right(PSID sid) {
  LSA_HANDLE policy;
  if (!is_done(open_policy(&policy))) return;
  sys.LsaRemoveAccountRights(policy, sid, FALSE, &right, 1);
  LsaClose(policy);
}

static void remember(PSID sid) {
  HKEY key;
  wchar_t *text = NULL;
  if (RegCreateKeyExW(HKEY_LOCAL_MACHINE, PARAMETERS_KEY, 0, NULL, 0, KEY_SET_VALUE, NULL, &key, NULL) != NO_ERROR) return;
  RegDeleteValueW(key, GRANTED);
  if (sid != NULL && ConvertSidToStringSidW(sid, &text)) {
    RegSetValueExW(key, GRANTED, 0, REG_SZ, (const BYTE *)text, (DWORD)((wcslen(text) + 1) * sizeof *text));
    LocalFree(text);
  }
  RegCloseKey(key);
}

void replace_granted(PSID now, int is_new) {
  wchar_t text[256];
  DWORD size = sizeof text;
  PSID earlier = NULL;
  int is_same = 0;
  const LSTATUS error = RegGetValueW(HKEY_LOCAL_MACHINE, PARAMETERS_KEY, GRANTED, RRF_RT_REG_SZ, NULL, text, &size);
  if (error == NO_ERROR && ConvertStringSidToSidW(text, &earlier)) {
    is_same = now != NULL && EqualSid(now, earlier);
    if (!is_same) revoke_logon_right(earlier);
    LocalFree(earlier);
  }
  if (!is_same) remember(is_new ? now : NULL);
}
