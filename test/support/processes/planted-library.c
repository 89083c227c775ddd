/* Notes which program has loaded it, and nothing else. It uses no header, so that a compiler alone is enough. */
extern int open(const char *, int, ...);
extern int close(int);
extern long write(int, const void *, unsigned long);
extern long readlink(const char *, char *, unsigned long);

enum { WRITE_ONLY = 01, APPEND = 02000 };

__attribute__((constructor)) static void note(void) {
  char line[4096];
  long length = readlink("/proc/self/exe", line, sizeof line - 1);
  int file = open(NOTES, WRITE_ONLY | APPEND);
  if (file < 0) return;
  if (length > 0) {
    line[length] = '\n';
    (void)!write(file, line, (unsigned long)length + 1);
  }
  close(file);
}
