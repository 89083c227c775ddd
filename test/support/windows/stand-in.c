/*
 * Stands in for the program under wine, where Electron cannot run. As the service it writes `service-running` beside its
 * data and the name of a pipe as if it listened, takes both away when its standard input ends, and so shows a stop that was
 * asked for; with a file `refuse` beside itself it ends at once with the exit code that stands there. As the command it
 * answers with the exit code in the file `answer` beside itself, 0 where there is none.
 */
#include <stdio.h>
#include <string.h>
#include <windows.h>

static int number_in(const char *folder, const char *name) {
  char path[MAX_PATH];
  int number = 0;
  snprintf(path, sizeof path, "%s\\%s", folder, name);
  FILE *file = fopen(path, "r");
  if (file != NULL) {
    if (fscanf(file, "%d", &number) != 1) number = 1;
    fclose(file);
  }
  return number;
}

static int answer(const char *folder) {
  const int code = number_in(folder, "answer");
  if (code != 0) printf("The maintenance ended on 2026-01-31; this version is of 2026-11-23.\n");
  return code;
}

static int serve(const char *folder) {
  const char *path = "C:\\ProgramData\\Remote Service\\service-running";
  const char *pipe = "C:\\ProgramData\\Remote Service\\run\\service.pipe";
  const int refusal = number_in(folder, "refuse");
  if (refusal != 0) return refusal;
  FILE *file = fopen(path, "w");
  if (file == NULL) return 1;
  fprintf(file, "%lu", GetCurrentProcessId());
  fclose(file);
  file = fopen(pipe, "w");
  if (file != NULL) fclose(file);
  while (getchar() != EOF) continue;
  remove(pipe);
  return remove(path);
}

int main(int count, char **words) {
  char folder[MAX_PATH];
  GetModuleFileNameA(NULL, folder, sizeof folder);
  *strrchr(folder, '\\') = 0;
  for (int at = 1; at < count; at += 1) {
    if (strcmp(words[at], "--service") == 0) return serve(folder);
    if (strcmp(words[at], "entitlement") == 0) return answer(folder);
  }
  return 2;
}
