#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "system.h"

unsigned char *read_bytes(HANDLE input, size_t limit, size_t *length) {
  unsigned char *bytes = malloc(limit + 1);
  DWORD got = 0;
  *length = 0;
  while (bytes != NULL && *length <= limit) {
    BOOL is_read = ReadFile(input, bytes + *length, (DWORD)(limit + 1 - *length), &got, NULL);
    /* The other end of a pipe says that it has written all by closing it. */
    if (!is_read && GetLastError() != ERROR_BROKEN_PIPE && GetLastError() != ERROR_HANDLE_EOF) break;
    if (!is_read || got == 0) return bytes;
    *length += got;
  }
  free(bytes);
  return NULL;
}

int read_lines(HANDLE input, size_t limit, wchar_t **text, wchar_t **lines, int most) {
  size_t length;
  unsigned char *bytes = read_bytes(input, limit, &length);
  *text = NULL;
  if (bytes == NULL) return -1;
  *text = calloc(length + 1, sizeof(wchar_t));
  int size = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, (char *)bytes, (int)length, *text, (int)length);
  SecureZeroMemory(bytes, length);
  free(bytes);
  if (size == 0 && length > 0) return -1;
  int count = 0;
  for (wchar_t *line = *text; *line != 0 && count < most; count += 1) {
    lines[count] = line;
    wchar_t *end = wcschr(line, L'\n');
    line = end == NULL ? line + wcslen(line) : end + 1;
    if (end != NULL) *end = 0;
  }
  return count;
}

void forget_input(wchar_t *text) {
  if (text == NULL) return;
  /* The lines were cut apart with zeros: the block ends where two stand together, and is cleared as a whole. */
  SecureZeroMemory(text, _msize(text));
  free(text);
}
