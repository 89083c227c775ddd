#ifndef ACCOUNT_NAME_H
#define ACCOUNT_NAME_H

#include "../base/outcome.h"
#include "../base/system.h"

#define ACCOUNT_LIMIT 512

/* SYSTEM and VIRTUAL have no right to be given and no password; MANAGED (a gMSA, `name$`) has no password. */
enum account_kind { ACCOUNT_SYSTEM, ACCOUNT_VIRTUAL, ACCOUNT_MANAGED, ACCOUNT_PERSON };

typedef struct service_account {
  enum account_kind kind;
  /* As the service manager takes it. */
  wchar_t name[ACCOUNT_LIMIT];
  /* As the service manager takes it for the service that tries the account. */
  wchar_t trial_name[ACCOUNT_LIMIT];
  BYTE sid[SECURITY_MAX_SID_SIZE];
} service_account;

/*
 * An account as a person writes it: `.\name`, `DOMAIN\name`, `name@domain`, `DOMAIN\name$`, `NT SERVICE\PrintORSService`,
 * LocalSystem, LocalService or NetworkService with or without `NT AUTHORITY\`.
 */
outcome find_account(const wchar_t *given, service_account *account);

/* Writes a name of ACCOUNT_LIMIT characters: Windows knows no `.`, a local account is named by the computer. 0 = failed. */
int full_account_name(const wchar_t *given, wchar_t *name);

#endif
