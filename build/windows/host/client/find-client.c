#include "../base/json.h"
#include "../base/product.h"
#include "../base/system.h"
#include "../verbs.h"

#define UNINSTALL L"SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\"

/* Where the installers of the clients write their folder and version. */
static const struct {
  const wchar_t *name, *key, *folder, *version;
} CLIENTS[] = {
    {L"teamviewer", L"SOFTWARE\\TeamViewer", L"InstallationDirectory", L"Version"},
    {L"rustdesk", UNINSTALL L"RustDesk", L"InstallLocation", L"DisplayVersion"},
};

/* A text of the machine's part of the registry, that of 64 bits first. */
static void say_text(const char *name, const wchar_t *key, const wchar_t *value) {
  const DWORD views[] = {RRF_SUBKEY_WOW6464KEY, RRF_SUBKEY_WOW6432KEY};
  wchar_t text[PATH_LIMIT];
  for (size_t at = 0; at < 2; at += 1) {
    DWORD size = sizeof text;
    if (RegGetValueW(HKEY_LOCAL_MACHINE, key, value, RRF_RT_REG_SZ | views[at], NULL, text, &size) != NO_ERROR) continue;
    json_text(name, text);
    return;
  }
  json_null(name);
}

static void say_known_folder(REFKNOWNFOLDERID id) {
  wchar_t *folder = NULL;
  if (SHGetKnownFolderPath(id, KF_FLAG_DEFAULT, NULL, &folder) == S_OK) json_text(NULL, folder);
  CoTaskMemFree(folder);
}

/* `find-client teamviewer|rustdesk`: what the registry says of it, and the folders that only administrators install into. */
outcome verb_find_client(arguments given) {
  for (size_t at = 0; given.count == 1 && at < sizeof CLIENTS / sizeof *CLIENTS; at += 1) {
    if (wcscmp(given.words[0], CLIENTS[at].name) != 0) continue;
    say_text("folder", CLIENTS[at].key, CLIENTS[at].folder);
    say_text("version", CLIENTS[at].key, CLIENTS[at].version);
    json_open("programFolders", '[');
    say_known_folder(&FOLDERID_ProgramFiles);
    say_known_folder(&FOLDERID_ProgramFilesX86);
    json_close(']');
    return done();
  }
  return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
}
