/* A Windows service for tests: service-host.exe NAME. Runs until it is stopped; ends with an error where END_AT_ONCE is set in
   its registry key, as a service does whose program fails. */
#include <windows.h>
#include <wchar.h>

static SERVICE_STATUS_HANDLE handle;
static SERVICE_STATUS status;
static HANDLE stop_event;
static wchar_t name[256];

static void report(DWORD state, DWORD code)
{
    status.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
    status.dwCurrentState = state;
    status.dwWin32ExitCode = code;
    status.dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN : 0;
    SetServiceStatus(handle, &status);
}

static DWORD WINAPI on_control(DWORD control, DWORD type, void *data, void *context)
{
    if (control == SERVICE_CONTROL_STOP || control == SERVICE_CONTROL_SHUTDOWN) {
        report(SERVICE_STOP_PENDING, 0);
        SetEvent(stop_event);
    }
    return NO_ERROR;
}

static BOOL must_end_at_once(void)
{
    wchar_t key[512];
    DWORD value = 0, size = sizeof value;
    _snwprintf(key, 511, L"SYSTEM\\CurrentControlSet\\Services\\%s", name);
    RegGetValueW(HKEY_LOCAL_MACHINE, key, L"EndAtOnce", RRF_RT_REG_DWORD, NULL, &value, &size);
    return value == 1;
}

static void WINAPI run(DWORD count, LPWSTR *words)
{
    handle = RegisterServiceCtrlHandlerExW(name, on_control, NULL);
    report(SERVICE_START_PENDING, 0);
    if (must_end_at_once()) {
        report(SERVICE_STOPPED, ERROR_PROCESS_ABORTED);
        return;
    }
    stop_event = CreateEventW(NULL, TRUE, FALSE, NULL);
    report(SERVICE_RUNNING, 0);
    WaitForSingleObject(stop_event, INFINITE);
    report(SERVICE_STOPPED, 0);
}

int wmain(int count, wchar_t **words)
{
    SERVICE_TABLE_ENTRYW table[] = {{name, run}, {NULL, NULL}};
    if (count < 2) return 2;
    wcsncpy(name, words[1], 255);
    return StartServiceCtrlDispatcherW(table) ? 0 : 1;
}
