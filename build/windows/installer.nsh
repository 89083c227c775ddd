; What electron-builder's installer does besides the files; it calls these macros at the moments their names say.
!define PROGRAM_FILE "remote-service.exe"
!include "release.nsh"
!include "service.nsh"

; What electron-builder's own look for running processes stands on; it leaves both to whoever has a look of their own.
!include "getProcessInfo.nsh"
Var pid

; Before the first page: somebody may still change their mind, so nothing is stopped yet.
!macro customInit
  ReadRegStr $R0 HKLM "${INSTALL_REGISTRY_KEY}" InstallLocation
  ${If} $R0 != ""
    !insertmacro AskEntitlement $R0
  ${EndIf}
!macroend

; Before files are touched, by the installer and the uninstaller. What is killed there, the service manager would start
; again; so the service is told to end first.
!macro customCheckAppRunning
  !insertmacro StopService
  !insertmacro IS_POWERSHELL_AVAILABLE
  !insertmacro _CHECK_APP_RUNNING
!macroend

; The old version could not be taken away and has put itself back: it runs on, and a silent installer asks nobody.
!macro customUnInstallCheck
  ${IfNot} ${Errors}
  ${AndIf} $R0 != 0
    !insertmacro StartService
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(uninstallFailed): $R0" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
!macroend

!macro customInstall
  !insertmacro RemoveUpdaterParts
  !insertmacro RegisterService
  !insertmacro CreateDataFolders
  !insertmacro StartService
!macroend

; electron-builder brings a helper that starts anything with an administrator's rights, and keeps the installer among the
; user's own files, both for an updater that this program does not have.
!macro RemoveUpdaterParts
  Delete "$INSTDIR\resources\elevate.exe"
  SetShellVarContext current
  Delete "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  RMDir "$LOCALAPPDATA\${APP_PACKAGE_NAME}-updater"
  SetShellVarContext all
!macroend

; An update runs the old uninstaller with this option: then the service, and the account it has, stay.
!macro customUnInstall
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/KEEP_APP_DATA" $R1
  ${If} ${Errors}
    !insertmacro RemoveService
    !insertmacro RemoveDataWhenAsked
  ${EndIf}
!macroend
