#ifndef OUTCOME_H
#define OUTCOME_H

#include <windows.h>

#include "exit-codes.h"

/* How a step or a whole verb ended: the code, the system's error behind it (0 where there is none), and the step's name. */
typedef struct outcome {
  enum exit_code code;
  DWORD error;
  const char *step;
} outcome;

static inline outcome done(void) { return (outcome){EXIT_DONE, NO_ERROR, NULL}; }

static inline int is_done(outcome result) { return result.code == EXIT_DONE; }

/* What a refused call of the system means in general; `fallback` where the number says nothing by itself. */
outcome outcome_of(DWORD error, const char *step, enum exit_code fallback);

/* The word that stands for a code in the answer. */
const char *outcome_word(enum exit_code code);

#endif
