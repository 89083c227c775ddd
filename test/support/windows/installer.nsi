; The macros of build/windows in an installer that Debian's makensis can compile and wine64 can run. Given on the command
; line: VERSION, RELEASED, FOLDER with service.nsh, PAYLOAD with the files, RESULT.
Unicode true
Target amd64-unicode
RequestExecutionLevel admin
SetCompressor zlib
Name "Remote Service"
OutFile "${RESULT}"
InstallDir "$PROGRAMFILES64\Remote Service"
!define PROGRAM_FILE "remote-service.exe"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Remote Service"
!include "${FOLDER}/service.nsh"

Page instfiles
UninstPage instfiles

Function .onInit
  SetRegView 64
  ReadRegStr $R0 HKLM "${KEY}" InstallLocation
  ${If} $R0 != ""
    !insertmacro AskEntitlement $R0
    !insertmacro StopService
  ${EndIf}
FunctionEnd

Section
  SetRegView 64
  SetOutPath "$INSTDIR"
  File "${PAYLOAD}/remote-service.exe"
  File "${PAYLOAD}/remote-service-host.exe"
  FileOpen $0 "$INSTDIR\version" w
  FileWrite $0 "${VERSION}"
  FileClose $0
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKLM "${KEY}" DisplayName "Remote Service"
  WriteRegStr HKLM "${KEY}" DisplayVersion "${VERSION}"
  WriteRegStr HKLM "${KEY}" InstallLocation "$INSTDIR"
  WriteRegStr HKLM "${KEY}" UninstallString '"$INSTDIR\uninstall.exe"'
  !insertmacro RegisterService
  !insertmacro CreateDataFolders
  !insertmacro StartService
SectionEnd

Section Uninstall
  SetRegView 64
  !insertmacro RemoveService
  !insertmacro RemoveDataWhenAsked
  Delete "$INSTDIR\remote-service.exe"
  Delete "$INSTDIR\remote-service-host.exe"
  Delete "$INSTDIR\version"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "${KEY}"
SectionEnd
