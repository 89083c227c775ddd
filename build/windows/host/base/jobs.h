#ifndef JOBS_H
#define JOBS_H

#include <windows.h>

/* A job that ends, with all its processes, when its last handle is closed: at the latest with this process. */
HANDLE make_job(void);

/* The number of processes that live in a job. */
DWORD living_in(HANDLE job);

#endif
