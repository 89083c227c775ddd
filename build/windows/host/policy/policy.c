#include "../base/json.h"
#include "../base/lifeline.h"
#include "../base/product.h"
#include "../base/system.h"
#include "../verbs.h"
#include "policy-file.h"
#include "policy-registry.h"

#define ALL_POLICIES L"Software\\Policies"
#define REGISTRY_CHANGES (REG_NOTIFY_CHANGE_NAME | REG_NOTIFY_CHANGE_LAST_SET)
#define FILE_CHANGES \
  (FILE_NOTIFY_CHANGE_FILE_NAME | FILE_NOTIFY_CHANGE_LAST_WRITE | FILE_NOTIFY_CHANGE_SIZE | FILE_NOTIFY_CHANGE_SECURITY)

static void say_line(const char *name) {
  json_begin();
  json_boolean(name, 1);
  json_end();
  json_begin();
}

/* Our own key may come and go, so that of all policies is watched; it changes when policies are applied, which is seldom. */
static HKEY watch_registry(HANDLE changed) {
  HKEY key;
  if (RegOpenKeyExW(HKEY_LOCAL_MACHINE, ALL_POLICIES, 0, KEY_NOTIFY | KEY_WOW64_64KEY, &key) != NO_ERROR) return NULL;
  RegNotifyChangeKeyValue(key, TRUE, REGISTRY_CHANGES, changed, TRUE);
  return key;
}

/* Writes a line for every change until standard input ends. */
static outcome watch(void) {
  wchar_t folder[PATH_LIMIT];
  HANDLE changed = CreateEventW(NULL, FALSE, FALSE, NULL);
  outcome result = policy_folder(folder);
  if (!is_done(result)) return result;
  HKEY key = watch_registry(changed);
  HANDLE files = FindFirstChangeNotificationW(folder, FALSE, FILE_CHANGES);
  HANDLE events[] = {lifeline_end(), changed, files};
  say_line("watching");
  for (;;) {
    DWORD event = WaitForMultipleObjects(files == INVALID_HANDLE_VALUE ? 2 : 3, events, FALSE, INFINITE);
    if (event != WAIT_OBJECT_0 + 1 && event != WAIT_OBJECT_0 + 2) break;
    if (event == WAIT_OBJECT_0 + 1) RegNotifyChangeKeyValue(key, TRUE, REGISTRY_CHANGES, changed, TRUE);
    else FindNextChangeNotification(files);
    say_line("changed");
  }
  return done();
}

/* `policy`: what the organisation has set for this machine. `policy watch`: says when that may have changed. */
outcome verb_policy(arguments given) {
  if (given.count == 1 && wcscmp(given.words[0], L"watch") == 0) return watch();
  if (given.count != 0) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  outcome result = say_policy_registry();
  return is_done(result) ? say_policy_file() : result;
}
