#include "lifeline.h"

static DWORD WINAPI wait_for_end(void *event) {
  char ignored[64];
  DWORD got;
  while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), ignored, sizeof ignored, &got, NULL) && got > 0) continue;
  SetEvent(event);
  return 0;
}

HANDLE lifeline_end(void) {
  HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
  CloseHandle(CreateThread(NULL, 0, wait_for_end, event, 0, NULL));
  return event;
}
