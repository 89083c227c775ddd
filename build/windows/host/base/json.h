#ifndef JSON_H
#define JSON_H

#include <wchar.h>

/*
 * Writes one JSON object as UTF-8. A name of NULL is for a member of an array. Half a surrogate pair, which UTF-8 has no
 * form for, becomes U+FFFD.
 */
void json_begin(void);
void json_text(const char *name, const wchar_t *text);
void json_ascii(const char *name, const char *text);
void json_number(const char *name, long long number);
void json_boolean(const char *name, int value);
void json_null(const char *name);
/* Bytes in Base64 (RFC 4648 section 4). */
void json_bytes(const char *name, const unsigned char *bytes, size_t length);
void json_open(const char *name, char bracket);
void json_close(char bracket);
/* Ends the object and writes it and a line feed to standard output; 0 where nobody reads it. */
int json_end(void);

#endif
