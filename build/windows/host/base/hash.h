#ifndef HASH_H
#define HASH_H

#include "system.h"

#define SHA1_BYTES 20
#define SHA256_BYTES 32

/* A hash in the making; `algorithm` is one of bcrypt.h. Each gives 0 where the system fails. */
typedef struct hash {
  BCRYPT_ALG_HANDLE provider;
  BCRYPT_HASH_HANDLE handle;
} hash;

int hash_begin(hash *made, const wchar_t *algorithm);
int hash_add(hash *made, const void *bytes, size_t length);
/* Writes the hash and ends it, whatever comes of it. */
int hash_end(hash *made, unsigned char *bytes, size_t length);

#endif
