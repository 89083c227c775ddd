#include <stdio.h>

#include "../access/access-list.h"
#include "../access/folders.h"
#include "../base/events.h"
#include "../base/json.h"
#include "../base/places.h"
#include "../base/product.h"
#include "../verbs.h"
#include "manager.h"
#include "search-path.h"

#define SWITCHES L"--service --installed --lifeline --disable-gpu --in-process-gpu " \
    L"--disable-features=PartitionAllocMemoryReclaimer --js-flags=--no-memory-reducer"
#define DESCRIPTION L"Renews the licences of the print server, and allows the service organisation to connect with your consent."
#define READY_FILE L"Remote Service\\run\\service.pipe"
#define DAY_S 86400
/* How long the system waits at its own end; the host gives up after 15 s. */
#define PRESHUTDOWN_MS 20000
#define RIGHTS (SERVICE_ALL_ACCESS)

static outcome make_command(const wchar_t *program, wchar_t *command) {
  wchar_t host[PATH_LIMIT], ready[PATH_LIMIT];
  outcome result = beside_program(L"", host);
  if (is_done(result)) result = program_data(READY_FILE, ready);
  if (!is_done(result)) return result;
  int length = _snwprintf(command, COMMAND_LIMIT, L"\"%ls\" run %ls --ready \"%ls\" \"%ls\" %ls", host, SERVICE_NAME, ready,
                          program, SWITCHES);
  return length > 0 && length < COMMAND_LIMIT ? done() : (outcome){EXIT_USAGE, ERROR_FILENAME_EXCED_RANGE, "program"};
}

/* Operators need a group of this machine; one that is there already is kept, with its members. */
static outcome make_group(void) {
  LOCALGROUP_INFO_1 group = {OPERATORS_GROUP, L"Can use Remote Service on this computer"};
  DWORD error = sys.NetLocalGroupAdd(NULL, 1, (BYTE *)&group, NULL);
  const int is_there = error == NERR_Success || error == ERROR_ALIAS_EXISTS || error == NERR_GroupExists;
  return is_there ? done() : outcome_of(error, "operators-group", EXIT_FAILED);
}

/* One setting of the service. What this system has no such setting for is named under "skipped" and no failure. */
static outcome configure(SC_HANDLE service, DWORD level, void *value, const char *name) {
  if (sys.ChangeServiceConfig2W(service, level, value)) return done();
  if (GetLastError() != ERROR_INVALID_LEVEL) return outcome_of(GetLastError(), name, EXIT_FAILED);
  json_ascii(NULL, name);
  return done();
}

/* Restarts after 5 s, 30 s and then 5 min; a day without failure begins anew. Every unasked end is a failure. */
static outcome configure_all(SC_HANDLE service, int is_new) {
  SC_ACTION actions[] = {{SC_ACTION_RESTART, 5000}, {SC_ACTION_RESTART, 30000}, {SC_ACTION_RESTART, 300000}};
  SERVICE_DESCRIPTIONW description = {DESCRIPTION};
  SERVICE_FAILURE_ACTIONSW failures = {DAY_S, NULL, NULL, 3, actions};
  SERVICE_FAILURE_ACTIONS_FLAG every = {TRUE};
  SERVICE_SID_INFO identity = {SERVICE_SID_TYPE_UNRESTRICTED};
  SERVICE_PRESHUTDOWN_INFO end = {PRESHUTDOWN_MS};
  SERVICE_DELAYED_AUTO_START_INFO delayed = {TRUE};
  outcome result = configure(service, SERVICE_CONFIG_DESCRIPTION, &description, "description");
  if (is_done(result)) result = configure(service, SERVICE_CONFIG_FAILURE_ACTIONS, &failures, "recovery");
  if (is_done(result)) result = configure(service, SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, &every, "recovery-flag");
  if (is_done(result)) result = configure(service, SERVICE_CONFIG_SERVICE_SID_INFO, &identity, "identity");
  if (is_done(result)) result = configure(service, SERVICE_CONFIG_PRESHUTDOWN_INFO, &end, "preshutdown");
  /* How it starts is the administrators' to choose; only the first installation does it for them. */
  if (is_done(result) && is_new) result = configure(service, SERVICE_CONFIG_DELAYED_AUTO_START_INFO, &delayed, "delayed");
  if (is_done(result)) result = apply_service_list(service);
  return result;
}

static outcome finish(SC_HANDLE service, int is_new) {
  json_open("skipped", '[');
  outcome result = configure_all(service, is_new);
  json_close(']');
  if (is_done(result)) result = register_event_source();
  if (is_done(result)) result = add_to_search_path();
  return result;
}

/* Registers the service; whatever fails behind that takes it away again. */
static outcome create(SC_HANDLE manager, wchar_t *command) {
  SC_HANDLE service =
      sys.CreateServiceW(manager, SERVICE_NAME, SERVICE_TITLE, RIGHTS, SERVICE_WIN32_OWN_PROCESS, SERVICE_AUTO_START,
                         SERVICE_ERROR_NORMAL, command, NULL, NULL, NULL, SERVICE_ACCOUNT, NULL);
  if (service == NULL) return outcome_of(GetLastError(), "create-service", EXIT_FAILED);
  outcome result = finish(service, 1);
  if (is_done(result)) result = remember_to_start();
  if (!is_done(result)) {
    sys.DeleteService(service);
    remove_event_source();
    remove_from_search_path();
  }
  CloseServiceHandle(service);
  return result;
}

static int point_at(SC_HANDLE service, wchar_t *command) {
  const DWORD same = SERVICE_NO_CHANGE;
  return sys.ChangeServiceConfigW(service, same, same, same, command, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* An update keeps the account, whose password only Windows knows, and how it starts; a failure puts the old program back. */
static outcome repoint(SC_HANDLE service, wchar_t *command) {
  QUERY_SERVICE_CONFIGW *before = read_configuration(service);
  if (before == NULL) return outcome_of(GetLastError(), "query-configuration", EXIT_FAILED);
  outcome result = point_at(service, command) ? done() : outcome_of(GetLastError(), "program", EXIT_FAILED);
  if (is_done(result)) {
    result = finish(service, 0);
    if (!is_done(result)) point_at(service, before->lpBinaryPathName);
  }
  LocalFree(before);
  return result;
}

static outcome install(wchar_t *command) {
  service_handles handles;
  const DWORD rights = SC_MANAGER_CONNECT | SC_MANAGER_CREATE_SERVICE;
  outcome opened = open_service(SERVICE_NAME, rights, RIGHTS, &handles);
  const int is_new = opened.code == EXIT_NOT_INSTALLED;
  if (!is_done(opened) && !is_new) return opened;
  json_boolean("isNew", is_new);
  outcome result = make_group();
  if (is_done(result)) result = make_folders(is_new);
  if (is_done(result) && !is_new) result = repoint(handles.service, command);
  close_service(&handles);
  if (!is_new || !is_done(result)) return result;
  SC_HANDLE manager = sys.OpenSCManagerW(NULL, NULL, rights);
  if (manager == NULL) return outcome_of(GetLastError(), "service-manager", EXIT_FAILED);
  result = create(manager, command);
  CloseServiceHandle(manager);
  return result;
}

/* `install PROGRAM`: the group, the folders and the service, or none of the service where something fails. */
outcome verb_install(arguments given) {
  static wchar_t command[COMMAND_LIMIT];
  if (given.count != 1 || wcschr(given.words[0], L'"') != NULL)
    return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  if (GetFileAttributesW(given.words[0]) == INVALID_FILE_ATTRIBUTES)
    return (outcome){EXIT_USAGE, GetLastError(), "program"};
  outcome result = make_command(given.words[0], command);
  return is_done(result) ? install(command) : result;
}

/* `remove`: the service, its event source and its place on PATH; data, the group and its members stay. One that is not there is no failure. */
outcome verb_remove(arguments given) {
  service_handles handles;
  SERVICE_STATUS_PROCESS state;
  if (given.count != 0) return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "arguments"};
  outcome result =
      open_service(SERVICE_NAME, SC_MANAGER_CONNECT, SERVICE_QUERY_STATUS | SERVICE_STOP | DELETE, &handles);
  json_boolean("wasThere", is_done(result));
  if (result.code == EXIT_NOT_INSTALLED) return done();
  if (!is_done(result)) return result;
  result = stop_service(handles.service, &state);
  if (is_done(result) && !sys.DeleteService(handles.service) && GetLastError() != ERROR_SERVICE_MARKED_FOR_DELETE)
    result = outcome_of(GetLastError(), "delete-service", EXIT_FAILED);
  close_service(&handles);
  if (is_done(result)) {
    remove_event_source();
    remove_from_search_path();
  }
  return result;
}
