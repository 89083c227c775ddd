#ifndef PRODUCT_H
#define PRODUCT_H

/* The names of the service in the system; shared/domain/service-names.ts has the same. */
#define SERVICE_NAME L"PrintORSService"
#define SERVICE_TITLE L"Print ORS Service"
#define TRIAL_NAME L"PrintORSServiceTrial"
#define SERVICE_ACCOUNT L"NT SERVICE\\" SERVICE_NAME
#define TRIAL_ACCOUNT L"NT SERVICE\\" TRIAL_NAME
#define OPERATORS_GROUP L"remote-service-operators"
#define PROGRAM_FILE L"remote-service.exe"
#define EVENT_SOURCE L"Remote Service"
#define POLICY_KEY L"Software\\Policies\\Remote Service"
#define PARAMETERS_KEY L"SYSTEM\\CurrentControlSet\\Services\\" SERVICE_NAME L"\\Parameters"

#define PATH_LIMIT 1024
#define COMMAND_LIMIT 32768

#endif
