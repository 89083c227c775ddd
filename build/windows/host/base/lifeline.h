#ifndef LIFELINE_H
#define LIFELINE_H

#include <windows.h>

/* An event that is set when standard input ends: whoever started this program has ended, or wants it to. */
HANDLE lifeline_end(void);

#endif
