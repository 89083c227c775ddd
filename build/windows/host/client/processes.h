#ifndef PROCESSES_H
#define PROCESSES_H

#include "../base/system.h"

/* What the numbers of processes are told apart by: the time of the start, in 100 ns since 1601. */
typedef unsigned long long process_mark;

/* Opens a process that runs the file `path` (any file where NULL), whatever its case; NULL where it is none. */
HANDLE open_running(DWORD id, const wchar_t *path, DWORD rights, process_mark *mark);

/* Ends a process and all that it has started, however deep, children first. */
void end_tree(DWORD id);

/* Numbers of processes of this session whose file lies in the folder of `path`; gives how many. */
int running_beside(const wchar_t *path, DWORD *ids, int most);

/* How many processes run the file `path`, in all sessions. */
int running_file(const wchar_t *path);

#endif
