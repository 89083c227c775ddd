#ifndef POLICY_FILE_H
#define POLICY_FILE_H

#include "../base/outcome.h"

/* The folder of `policy.json`, of PATH_LIMIT characters. */
outcome policy_folder(wchar_t *path);

/*
 * Says what `policy.json` holds, as bytes, or why it is not believed: somebody besides the administrators could have
 * written it. Owner, list and content are those of one open file, which nobody can exchange in between.
 */
outcome say_policy_file(void);

#endif
