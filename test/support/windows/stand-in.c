/*
 * Stands in for the program under wine, where Electron cannot run. As the service it writes `service-running` beside its
 * data and the name of a pipe as if it listened, takes both away when its standard input ends, and so shows a stop that was
 * asked for; with a file `refuse` beside itself it ends at once with the exit code that stands there. As the command it
 * answers with the exit code in the file `answer` beside itself, 0 where there is none. What it is told to save as a setting it
 * adds to `C:\ProgramData\settings-told`, and ends with the exit code in `C:\ProgramData\settings-answer`.
 * As `wait` it is a program that is open and does not close before there is a file `end` beside it.
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

static int save(int count, char **words) {
  FILE *file = fopen("C:\\ProgramData\\settings-told", "a");
  if (file == NULL) return 1;
  for (int at = 1; at < count; at += 1) fprintf(file, "%s ", words[at]);
  fprintf(file, "<");
  for (int letter = getchar(); letter != EOF; letter = getchar()) fputc(letter, file);
  fprintf(file, ">\n");
  fclose(file);
  return number_in("C:\\ProgramData", "settings-answer");
}

static int wait_for_end(const char *folder) {
  char path[MAX_PATH];
  snprintf(path, sizeof path, "%s\\end", folder);
  while (GetFileAttributesA(path) == INVALID_FILE_ATTRIBUTES) Sleep(50);
  return 0;
}

int main(int count, char **words) {
  char folder[MAX_PATH];
  GetModuleFileNameA(NULL, folder, sizeof folder);
  *strrchr(folder, '\\') = 0;
  for (int at = 1; at < count; at += 1) {
    if (strcmp(words[at], "--service") == 0) return serve(folder);
    if (strcmp(words[at], "entitlement") == 0) return answer(folder);
    if (strcmp(words[at], "wait") == 0) return wait_for_end(folder);
    if (strcmp(words[at], "settings") == 0) return save(count, words);
  }
  return 2;
}
