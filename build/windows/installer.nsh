; What electron-builder's installer does besides the files; it calls these macros at the moments their names say.
!define PROGRAM_FILE "remote-service.exe"
!include "release.nsh"
!include "service.nsh"

; Before the first page: somebody may still change their mind, so nothing is stopped yet.
!macro customInit
  !insertmacro RefuseBesideMsi
  ReadRegStr $R0 HKLM "${INSTALL_REGISTRY_KEY}" InstallLocation
  ${If} $R0 != ""
    !insertmacro AskEntitlement $R0
  ${EndIf}
!macroend

; Two installers of one service would each take away what the other one needs. The MSI refuses in the same way.
!macro RefuseBesideMsi
  ReadRegStr $R0 HKLM "Software\remote-service" ProductCode
  ${If} $R0 != ""
    MessageBox MB_OK|MB_ICONSTOP "Remote Service was installed by its MSI. Remove that first; the settings and the data stay." /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
!macroend

; Before files are touched, by the installer and the uninstaller. The service runs the same program, so it comes first.
!macro customCheckAppRunning
  !insertmacro SuspendService
  !insertmacro CloseProgram
!macroend

; The old version could not be taken away and has put itself back: it runs on, and a silent installer asks nobody.
!macro customUnInstallCheck
  ${IfNot} ${Errors}
  ${AndIf} $R0 != 0
    !insertmacro ResumeService
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(uninstallFailed): $R0" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
!macroend

; The service comes last: where it cannot be set up, what was copied is taken away again.
!macro customInstall
  !insertmacro RemoveUpdaterParts
  !insertmacro RegisterService
  !insertmacro ResumeService
!macroend

; A first installation leaves nothing behind; an update leaves the program, to be repaired by running the installer again.
!macro TakeBackInstallation
  !insertmacro RunHost "status"
  ${If} $0 == ${HOST_NOT_INSTALLED}
    SetOutPath "$TEMP"
    DeleteRegKey HKLM "${UNINSTALL_REGISTRY_KEY}"
    DeleteRegKey HKLM "${INSTALL_REGISTRY_KEY}"
    Delete "$newStartMenuLink"
    RMDir /r "$INSTDIR"
  ${EndIf}
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
