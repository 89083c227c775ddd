#ifndef ACTION_DATA_H
#define ACTION_DATA_H

#include <windows.h>
#include <msi.h>
#include <msiquery.h>

#define DATA_LIMIT 8192

/* What the installer hands to a deferred action: fields with a bar between them, of which the last one may have bars itself. */
typedef struct action_data {
  int count;
  wchar_t *fields[8];
  wchar_t text[DATA_LIMIT];
} action_data;

/* Reads the fields of this action; 0 where there are not exactly `count`. */
int read_data(MSIHANDLE install, int count, action_data *data);

/* Writes a line to the log of the installer. */
void log_line(MSIHANDLE install, const wchar_t *line);

/* Shows a sentence with what a program said about it, unless the installation is silent; the log has it anyway. */
void show(MSIHANDLE install, INSTALLMESSAGE kind, const wchar_t *sentence, const wchar_t *said);

#endif
