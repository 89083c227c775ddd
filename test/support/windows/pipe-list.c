/* Prints the access list of a named pipe, and of no other thing, as SDDL: pipe-list.exe NAME */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>
#include <sddl.h>

int wmain(int count, wchar_t **words)
{
    wchar_t path[MAX_PATH], *text;
    BYTE descriptor[4096];
    DWORD size;
    if (count < 2) return ERROR_INVALID_PARAMETER;
    _snwprintf(path, MAX_PATH - 1, L"\\\\.\\pipe\\%ls", words[1]);
    HANDLE pipe = CreateFileW(path, READ_CONTROL, 0, NULL, OPEN_EXISTING, 0, NULL);
    if (pipe == INVALID_HANDLE_VALUE) return (int)GetLastError();
    if (!GetKernelObjectSecurity(pipe, DACL_SECURITY_INFORMATION, descriptor, sizeof descriptor, &size)) return (int)GetLastError();
    ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, SDDL_REVISION_1, DACL_SECURITY_INFORMATION, &text, NULL);
    printf("%ls\n", text);
    return 0;
}
