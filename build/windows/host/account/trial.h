#ifndef TRIAL_H
#define TRIAL_H

#include "account-name.h"

/*
 * Starts a service that does nothing but prove, under the account: it can log on, write into the service's data folder, and
 * write into each of `folders`. It is gone again when this returns. `*closed`: the number of the folder that it could not
 * write into, -1 for the data folder, meant only with EXIT_FOLDER_CLOSED.
 */
outcome try_account(const service_account *account, const wchar_t *password, wchar_t **folders, int count, int *closed);

#endif
