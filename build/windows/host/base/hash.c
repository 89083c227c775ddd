#include "hash.h"

int hash_begin(hash *made, const wchar_t *algorithm) {
  *made = (hash){NULL, NULL};
  return BCryptOpenAlgorithmProvider(&made->provider, algorithm, NULL, 0) == 0 &&
         BCryptCreateHash(made->provider, &made->handle, NULL, 0, NULL, 0, 0) == 0;
}

int hash_add(hash *made, const void *bytes, size_t length) {
  return BCryptHashData(made->handle, (PUCHAR)bytes, (ULONG)length, 0) == 0;
}

int hash_end(hash *made, unsigned char *bytes, size_t length) {
  const int is_whole = made->handle != NULL && BCryptFinishHash(made->handle, bytes, (ULONG)length, 0) == 0;
  if (made->handle != NULL) BCryptDestroyHash(made->handle);
  if (made->provider != NULL) BCryptCloseAlgorithmProvider(made->provider, 0);
  return is_whole;
}
