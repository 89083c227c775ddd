#include "system.h"

struct system_calls sys;

void open_system(void) {
#define REAL_CALL(name) sys.name = name;
  SYSTEM_CALLS(REAL_CALL)
#undef REAL_CALL
}
