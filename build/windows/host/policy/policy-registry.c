#include <stdlib.h>

#include "../base/json.h"
#include "../base/product.h"
#include "../base/system.h"
#include "policy-registry.h"

#define NAME_LIMIT 256
#define VALUE_LIMIT (512 * 1024)
#define READ_RIGHTS (KEY_READ | KEY_WOW64_64KEY)

/* REG_EXPAND_SZ is read with the machine's own variables filled in; what does not fit is left as it stands. */
static void say_string(const char *name, DWORD type, const wchar_t *text) {
  static wchar_t expanded[32768];
  if (type == REG_EXPAND_SZ) {
    DWORD length = ExpandEnvironmentStringsW(text, expanded, 32768);
    if (length > 0 && length <= 32768) text = expanded;
  }
  json_text(name, text);
}

/* Nothing makes whoever writes a value end it with a zero; `bytes` has room for two behind `size`. */
static void say_value(const wchar_t *name, DWORD type, BYTE *bytes, DWORD size) {
  wchar_t *text = (wchar_t *)bytes;
  text[size / 2] = text[size / 2 + 1] = 0;
  json_open(NULL, '{');
  json_text("name", name);
  if (type == REG_SZ || type == REG_EXPAND_SZ) say_string("text", type, text);
  else if (type == REG_DWORD && size == 4) json_number("number", *(DWORD *)bytes);
  else if (type == REG_QWORD && size == 8) json_number("number", *(long long *)bytes);
  else if (type == REG_MULTI_SZ) {
    json_open("texts", '[');
    for (; *text != 0; text += wcslen(text) + 1) json_text(NULL, text);
    json_close(']');
  } else json_number("otherType", type);
  json_close('}');
}

static void say_values(const char *name, const wchar_t *path) {
  HKEY key;
  BYTE *bytes = malloc(VALUE_LIMIT + 4);
  json_open(name, '[');
  if (bytes != NULL && RegOpenKeyExW(HKEY_LOCAL_MACHINE, path, 0, READ_RIGHTS, &key) == NO_ERROR) {
    for (DWORD at = 0;; at += 1) {
      wchar_t value[NAME_LIMIT];
      DWORD length = NAME_LIMIT, type, size = VALUE_LIMIT;
      LSTATUS error = RegEnumValueW(key, at, value, &length, NULL, &type, bytes, &size);
      if (error == ERROR_NO_MORE_ITEMS) break;
      /* What is too long to be a setting is named all the same, so that it does not pass for none. */
      if (error == NO_ERROR) say_value(value, type, bytes, size);
      else if (error == ERROR_MORE_DATA && length < NAME_LIMIT) say_value(value, REG_NONE, bytes, 0);
      else if (error != ERROR_MORE_DATA) break;
    }
    RegCloseKey(key);
  }
  free(bytes);
  json_close(']');
}

outcome say_policy_registry(void) {
  json_open("registry", '{');
  json_text("path", L"HKLM\\" POLICY_KEY);
  say_values("values", POLICY_KEY);
  say_values("locked", POLICY_KEY L"\\Locked");
  say_values("defaults", POLICY_KEY L"\\Defaults");
  json_close('}');
  return done();
}
