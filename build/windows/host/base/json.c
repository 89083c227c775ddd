#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "json.h"

static char *buffer;
static size_t length, room;
static int needs_comma;

static void put(const char *text, size_t size) {
  if (length + size > room) {
    room = (length + size) * 2;
    buffer = realloc(buffer, room);
    if (buffer == NULL) ExitProcess(ERROR_NOT_ENOUGH_MEMORY);
  }
  memcpy(buffer + length, text, size);
  length += size;
}

static void put_string(const char *text) { put(text, strlen(text)); }

static void put_quoted(const char *text) {
  char escape[8];
  put_string("\"");
  for (; *text != 0; text += 1) {
    unsigned char one = (unsigned char)*text;
    if (one == '"' || one == '\\') snprintf(escape, sizeof escape, "\\%c", one);
    else if (one < ' ') snprintf(escape, sizeof escape, "\\u%04x", one);
    else snprintf(escape, sizeof escape, "%c", one);
    put_string(escape);
  }
  put_string("\"");
}

static void put_name(const char *name) {
  if (needs_comma) put_string(",");
  needs_comma = 1;
  if (name == NULL) return;
  put_quoted(name);
  put_string(":");
}

void json_begin(void) {
  length = 0;
  needs_comma = 0;
  put_string("{");
}

void json_ascii(const char *name, const char *text) {
  put_name(name);
  put_quoted(text);
}

void json_text(const char *name, const wchar_t *text) {
  int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, NULL, 0, NULL, NULL);
  char *bytes = size > 0 ? malloc((size_t)size) : NULL;
  if (bytes == NULL) return json_null(name);
  WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, size, NULL, NULL);
  json_ascii(name, bytes);
  free(bytes);
}

void json_number(const char *name, long long number) {
  char text[32];
  snprintf(text, sizeof text, "%lld", number);
  put_name(name);
  put_string(text);
}

void json_boolean(const char *name, int value) {
  put_name(name);
  put_string(value ? "true" : "false");
}

void json_null(const char *name) {
  put_name(name);
  put_string("null");
}

void json_bytes(const char *name, const unsigned char *bytes, size_t size) {
  static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  put_name(name);
  put_string("\"");
  for (size_t at = 0; at < size; at += 3) {
    size_t left = size - at;
    unsigned int three = (unsigned int)bytes[at] << 16;
    if (left > 1) three |= (unsigned int)bytes[at + 1] << 8;
    if (left > 2) three |= bytes[at + 2];
    char four[] = {DIGITS[three >> 18], DIGITS[three >> 12 & 63], left > 1 ? DIGITS[three >> 6 & 63] : '=',
                   left > 2 ? DIGITS[three & 63] : '='};
    put(four, sizeof four);
  }
  put_string("\"");
}

void json_open(const char *name, char bracket) {
  put_name(name);
  put(&bracket, 1);
  needs_comma = 0;
}

void json_close(char bracket) {
  put(&bracket, 1);
  needs_comma = 1;
}

int json_end(void) {
  put_string("}\n");
  HANDLE output = GetStdHandle(STD_OUTPUT_HANDLE);
  for (size_t at = 0; at < length;) {
    DWORD written = 0;
    if (!WriteFile(output, buffer + at, (DWORD)(length - at), &written, NULL) || written == 0) return 0;
    at += written;
  }
  return 1;
}
