#ifndef SERVICE_RUN_H
#define SERVICE_RUN_H

#include <wchar.h>

/*
 * `run SERVICE [--ready FILE] EXECUTABLE [ARGUMENT ...]`: what the service manager starts. With `--ready` the service counts
 * as running when the program has made that file, and not before. Gives a code of exit-codes.h.
 */
int run_as_service(int count, wchar_t **words);

/* `trial`: what the service manager starts to try an account; see account/trial.h. */
int run_trial(void);

#endif
