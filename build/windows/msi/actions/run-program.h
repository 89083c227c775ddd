#ifndef RUN_PROGRAM_H
#define RUN_PROGRAM_H

#include <windows.h>

#define SAID_LIMIT 4096
#define CODE_NOT_STARTED 0xffffffff
#define CODE_TOO_SLOW 0xfffffffe

typedef struct program_end {
  DWORD code;
  /* What it wrote to its output, up to a limit. */
  wchar_t said[SAID_LIMIT];
} program_end;

/*
 * Runs a command line without a window to its end and ends it with all it has started where it takes longer than `limit_ms`.
 * `input` is its standard input, which is closed here.
 */
void run_program(const wchar_t *command, HANDLE input, DWORD limit_ms, program_end *end);

/* An input of these bytes in UTF-8, of the content of a file, or of nothing; INVALID_HANDLE_VALUE where it cannot be had. */
HANDLE text_input(const wchar_t *text);
HANDLE file_input(const wchar_t *path);

#endif
