#ifndef SYSTEM_H
#define SYSTEM_H

/* The Windows headers in the one order that fits, for the oldest system that the product runs on: Windows 10. */
#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00
#endif
#include <wchar.h>
#include <windows.h>
#include <aclapi.h>
#include <bcrypt.h>
#include <lm.h>
#include <ntsecapi.h>
#include <sddl.h>
#include <shellapi.h>
#include <shlobj.h>
#include <tlhelp32.h>
#include <wincrypt.h>

/*
 * Every call whose failure has a meaning of its own goes through this table under its own name, so that a test build can
 * answer in the system's place.
 */
#define SYSTEM_CALLS(CALL) \
  CALL(ChangeServiceConfig2W) \
  CALL(ChangeServiceConfigW) \
  CALL(ControlService) \
  CALL(CreateDirectoryW) \
  CALL(CreateServiceW) \
  CALL(CryptProtectData) \
  CALL(CryptUnprotectData) \
  CALL(DeleteService) \
  CALL(GetSecurityInfo) \
  CALL(LogonUserW) \
  CALL(LookupAccountNameW) \
  CALL(LsaAddAccountRights) \
  CALL(LsaEnumerateAccountRights) \
  CALL(LsaOpenPolicy) \
  CALL(LsaRemoveAccountRights) \
  CALL(NetLocalGroupAdd) \
  CALL(NetLocalGroupAddMembers) \
  CALL(OpenSCManagerW) \
  CALL(OpenServiceW) \
  CALL(QueryServiceStatusEx) \
  CALL(ReportEventW) \
  CALL(SetSecurityInfo) \
  CALL(SetServiceObjectSecurity) \
  CALL(ShellExecuteExW) \
  CALL(StartServiceW)

#define SYSTEM_CALL_POINTER(name) __typeof__(&name) name;
struct system_calls {
  SYSTEM_CALLS(SYSTEM_CALL_POINTER)
};
#undef SYSTEM_CALL_POINTER

extern struct system_calls sys;

/* Fills the table; the first thing that the program does. */
void open_system(void);

#endif
