#ifndef EVENTS_H
#define EVENTS_H

#include <windows.h>

/* Made from messages.mc: the numbers of the messages, MESSAGE_... */
#include "messages.h"
#include "outcome.h"

/* Writes an event to the application log; quietly nothing where that fails. */
void note_event(DWORD event, DWORD number);

/* Registers this program as the source of such events, and takes the registration away. */
outcome register_event_source(void);
void remove_event_source(void);

#endif
