/*
 * Stands in for the program under wine, where Electron cannot run. As the service it writes `service-running` beside its
 * data, takes it away when its standard input ends, and so shows a stop that was asked for; as the command it answers with
 * the exit code in the file `answer` beside itself, 0 where there is none.
 */
#include <stdio.h>
#include <string.h>
#include <windows.h>

static int answer(const char *folder) {
  char path[MAX_PATH];
  int code = 0;
  snprintf(path, sizeof path, "%s\\answer", folder);
  FILE *file = fopen(path, "r");
  if (file != NULL) {
    if (fscanf(file, "%d", &code) != 1) code = 1;
    fclose(file);
  }
  if (code != 0) printf("The maintenance ended on 2026-01-31; this version is of 2026-11-23.\n");
  return code;
}

static int serve(void) {
  const char *path = "C:\\ProgramData\\Remote Service\\service-running";
  FILE *file = fopen(path, "w");
  if (file == NULL) return 1;
  fprintf(file, "%lu", GetCurrentProcessId());
  fclose(file);
  while (getchar() != EOF) continue;
  return remove(path);
}

int main(int count, char **words) {
  char folder[MAX_PATH];
  GetModuleFileNameA(NULL, folder, sizeof folder);
  *strrchr(folder, '\\') = 0;
  for (int at = 1; at < count; at += 1) {
    if (strcmp(words[at], "--service") == 0) return serve();
    if (strcmp(words[at], "entitlement") == 0) return answer(folder);
  }
  return 2;
}
