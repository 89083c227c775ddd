#ifndef VERBS_H
#define VERBS_H

#include "base/outcome.h"

/* What is behind a verb's name on the command line. A verb adds its answer to the JSON object that is open. */
typedef struct arguments {
  int count;
  wchar_t **words;
} arguments;

outcome verb_install(arguments given);
outcome verb_remove(arguments given);
outcome verb_folders(arguments given);
outcome verb_judge(arguments given);
outcome verb_status(arguments given);
outcome verb_control(arguments given);
outcome verb_set_account(arguments given);
outcome verb_policy(arguments given);
outcome verb_process(arguments given);
outcome verb_find_client(arguments given);
outcome verb_report_event(arguments given);
outcome verb_run_client(arguments given);
outcome verb_verify_and_run(arguments given);
outcome verb_add_operators(arguments given);
outcome verb_admit_operators(arguments given);
outcome verb_secret(arguments given);
outcome verb_self_test(arguments given);

#endif
