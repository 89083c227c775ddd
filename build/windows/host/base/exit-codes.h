#ifndef EXIT_CODES_H
#define EXIT_CODES_H

/*
 * How the helper ends: name, exit code, and the word that stands as "outcome" in its answer. The installer ends with these
 * codes, and README.md says what each means; they never change their meaning.
 */
#define EXIT_CODES(ENTRY) \
  ENTRY(EXIT_DONE, 0, "done") \
  ENTRY(EXIT_USAGE, 64, "usage") \
  ENTRY(EXIT_ACCOUNT_UNKNOWN, 65, "account-unknown") \
  ENTRY(EXIT_TRIAL_FAILED, 66, "trial-failed") \
  ENTRY(EXIT_PASSWORD_WRONG, 67, "password-wrong") \
  ENTRY(EXIT_FAILED, 68, "failed") \
  ENTRY(EXIT_NO_LOGON_RIGHT, 69, "no-logon-right") \
  ENTRY(EXIT_NOT_RESTORED, 70, "not-restored") \
  ENTRY(EXIT_FOLDER_CLOSED, 71, "folder-closed") \
  ENTRY(EXIT_ACCOUNT_NOT_USABLE, 72, "account-not-usable") \
  ENTRY(EXIT_LOGON_FAILED, 73, "logon-failed") \
  ENTRY(EXIT_NOT_INSTALLED, 74, "not-installed") \
  ENTRY(EXIT_DISABLED, 75, "disabled") \
  ENTRY(EXIT_ACCESS_DENIED, 76, "access-denied") \
  ENTRY(EXIT_REFUSED, 77, "refused") \
  ENTRY(EXIT_NOT_STARTED, 78, "not-started") \
  ENTRY(EXIT_TOO_SLOW, 79, "too-slow") \
  ENTRY(EXIT_CHANGED, 80, "changed") \
  ENTRY(EXIT_OTHER_PROCESS, 81, "other-process") \
  ENTRY(EXIT_FOLDER_UNSAFE, 82, "folder-unsafe") \
  ENTRY(EXIT_CHECK_FAILED, 83, "check-failed") \
  ENTRY(EXIT_STILL_RUNNING, 84, "still-running")

#define EXIT_NUMBER(name, number, word) name = number,
enum exit_code { EXIT_CODES(EXIT_NUMBER) };
#undef EXIT_NUMBER

#endif
