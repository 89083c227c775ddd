/*
 * Stand-ins for the plug-ins that electron-builder's installer calls and Debian's NSIS does not have: as much of each as
 * the templates use of it. One library under all their names; every function gets NSIS's stack and takes its arguments
 * from it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define TEXT_LIMIT 8192
#define BLOCK 512

typedef struct entry {
  struct entry *next;
  wchar_t text[1];
} entry;

static wchar_t first[TEXT_LIMIT], second[TEXT_LIMIT], third[TEXT_LIMIT];

static void pop(entry **stack, wchar_t *text) {
  entry *top = *stack;
  *text = 0;
  if (top == NULL) return;
  lstrcpynW(text, top->text, TEXT_LIMIT);
  *stack = top->next;
  GlobalFree(top);
}

static void push(entry **stack, int size, const wchar_t *text) {
  entry *top = GlobalAlloc(GPTR, sizeof(entry) + size * sizeof(wchar_t));
  lstrcpynW(top->text, text, size);
  top->next = *stack;
  *stack = top;
}

#define PLUGIN(name) \
  __declspec(dllexport) void name(HWND window, int size, wchar_t *variables, entry **stack, void *extra)

/* UAC: 2 = is this an administrator, 3 = was this process started by another installer for its rights. */
PLUGIN(_) {
  pop(stack, first);
  push(stack, size, *first == L'2' ? L"1" : L"0");
}

/* WinShell: the identity of a shortcut, which wine has no shell for. */
PLUGIN(SetLnkAUMI) {
  pop(stack, first);
  pop(stack, second);
}
PLUGIN(UninstShortcut) { pop(stack, first); }
PLUGIN(UninstAppUserModelId) { pop(stack, first); }

/* StdUtils */
PLUGIN(TestParameter) {
  pop(stack, first);
  swprintf(second, TEXT_LIMIT, L"--%ls", first);
  push(stack, size, wcsstr(GetCommandLineW(), second) == NULL ? L"false" : L"true");
}
PLUGIN(GetAllParameters) {
  pop(stack, first);
  push(stack, size, GetCommandLineW());
}
PLUGIN(GetParentPath) {
  pop(stack, first);
  wchar_t *end = wcsrchr(first, L'\\');
  if (end != NULL) *end = 0;
  push(stack, size, first);
}
PLUGIN(ExecShellAsUser) {
  pop(stack, first);
  pop(stack, second);
  pop(stack, third);
  push(stack, size, L"error");
}

static void make_folders(const char *name) {
  char folder[MAX_PATH];
  for (const char *end = name; (end = strchr(end, '/')) != NULL; end += 1) {
    snprintf(folder, sizeof folder, "%.*s", (int)(end - name), name);
    CreateDirectoryA(folder, NULL);
  }
}

/* Nsis7z: the test packs with tar, whose format needs no library; into the folder that NSIS is in. */
PLUGIN(Extract) {
  char block[BLOCK], name[101];
  pop(stack, first);
  FILE *archive = _wfopen(first, L"rb");
  if (archive == NULL) return;
  while (fread(block, 1, BLOCK, archive) == BLOCK && *block != 0) {
    char type = block[156];
    long left = strtol(block + 124, NULL, 8);
    snprintf(name, sizeof name, "%.100s", block);
    make_folders(name);
    FILE *file = type == '0' || type == 0 ? fopen(name, "wb") : NULL;
    for (; left > 0 && fread(block, 1, BLOCK, archive) == BLOCK; left -= BLOCK) {
      if (file != NULL) fwrite(block, 1, left < BLOCK ? left : BLOCK, file);
    }
    if (file != NULL) fclose(file);
  }
  fclose(archive);
}
