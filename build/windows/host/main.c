/*
 * The one native program of the product on Windows: stands between the service manager and Print ORS Service, and does with
 * the system what Node has no call for.
 *   remote-service-host.exe VERB [ARGUMENT ...]
 * Every verb but `run` writes one line of JSON to standard output and ends with a code of base/exit-codes.h.
 */
#include "base/elevate.h"
#include "base/json.h"
#include "base/product.h"
#include "base/system.h"
#include "service/service-run.h"
#include "verbs.h"

static const struct {
  const wchar_t *name;
  outcome (*run)(arguments given);
} VERBS[] = {
    {L"add-operators", verb_add_operators},
    {L"admit-operators", verb_admit_operators},
    {L"control", verb_control},
    {L"find-client", verb_find_client},
    {L"folders", verb_folders},
    {L"install", verb_install},
    {L"judge", verb_judge},
    {L"policy", verb_policy},
    {L"process", verb_process},
    {L"remove", verb_remove},
    {L"report-event", verb_report_event},
    {L"run-client", verb_run_client},
    {L"secret", verb_secret},
    {L"self-test", verb_self_test},
    {L"set-account", verb_set_account},
    {L"status", verb_status},
    {L"verify-and-run", verb_verify_and_run},
};

static outcome run_verb(int count, wchar_t **words) {
  for (size_t at = 0; count > 1 && at < sizeof VERBS / sizeof *VERBS; at += 1) {
    if (wcscmp(words[1], VERBS[at].name) == 0) return VERBS[at].run((arguments){count - 2, words + 2});
  }
  return (outcome){EXIT_USAGE, ERROR_INVALID_PARAMETER, "verb"};
}

int wmain(int count, wchar_t **words) {
  /* Libraries come from the system's folder alone, whatever lies beside this program or in the folder it is started in. */
  SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32);
  open_system();
  if (count > 1 && wcscmp(words[1], L"run") == 0) return run_as_service(count, words);
  if (count > 1 && wcscmp(words[1], L"trial") == 0) return run_trial();
  json_begin();
  outcome result = run_verb(count, words);
  json_ascii("outcome", outcome_word(result.code));
  if (result.error != NO_ERROR) json_number("error", result.error);
  if (result.step != NULL) json_ascii("step", result.step);
  json_end();
  return result.code;
}
