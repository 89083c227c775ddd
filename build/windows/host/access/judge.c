#include "judge.h"

#define TRUSTED_INSTALLER L"S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"
/* The rights that do no more than read; everything else counts as writing. */
#define READING (FILE_GENERIC_READ | FILE_GENERIC_EXECUTE | GENERIC_READ | GENERIC_EXECUTE)

static int is_windows_installer(PSID sid) {
  PSID known = NULL;
  if (!ConvertStringSidToSidW(TRUSTED_INSTALLER, &known)) return 0;
  int is_it = EqualSid(sid, known);
  LocalFree(known);
  return is_it;
}

int is_administrator(PSID sid) {
  return sid != NULL && IsValidSid(sid) &&
         (IsWellKnownSid(sid, WinBuiltinAdministratorsSid) || IsWellKnownSid(sid, WinLocalSystemSid) ||
          is_windows_installer(sid));
}

/* Both plain kinds of entry have the same shape. */
static int lets_others_write(const ACE_HEADER *entry) {
  const ACCESS_ALLOWED_ACE *allowed = (const ACCESS_ALLOWED_ACE *)entry;
  if (entry->AceFlags & INHERIT_ONLY_ACE || entry->AceType == ACCESS_DENIED_ACE_TYPE) return 0;
  if (entry->AceType != ACCESS_ALLOWED_ACE_TYPE) return 1;
  return !is_administrator((PSID)&allowed->SidStart) && (allowed->Mask & ~(DWORD)READING) != 0;
}

const char *distrust_of(PSECURITY_DESCRIPTOR descriptor) {
  PSID owner = NULL;
  PACL list = NULL;
  BOOL is_there = FALSE, is_default;
  if (!GetSecurityDescriptorOwner(descriptor, &owner, &is_default) || !is_administrator(owner)) return "wrong-owner";
  /* Without a list everybody may do everything. */
  if (!GetSecurityDescriptorDacl(descriptor, &is_there, &list, &is_default) || !is_there || list == NULL)
    return "writable-by-others";
  for (DWORD at = 0; at < list->AceCount; at += 1) {
    ACE_HEADER *entry;
    if (!GetAce(list, at, (void **)&entry) || lets_others_write(entry)) return "writable-by-others";
  }
  return NULL;
}
