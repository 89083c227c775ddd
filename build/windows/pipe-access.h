#ifndef PIPE_ACCESS_H
#define PIPE_ACCESS_H

/* Sets who may use the named pipe NAME, which the caller's account made: the system, the administrators, that account, and
   the operators where they have a group. Gives 0 or the system's error. */
int admit_operators(const wchar_t *name);

#endif
