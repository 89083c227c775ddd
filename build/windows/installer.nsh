; What electron-builder's installer does besides the files; it calls these macros at the moments their names say.
!define PROGRAM_FILE "remote-service.exe"
!include "${BUILD_RESOURCES_DIR}\release.nsh"
!include "${BUILD_RESOURCES_DIR}\service.nsh"

!macro customInit
  ReadRegStr $R0 HKLM "${INSTALL_REGISTRY_KEY}" InstallLocation
  ${If} $R0 != ""
    !insertmacro AskEntitlement $R0
    !insertmacro StopService
  ${EndIf}
!macroend

!macro customInstall
  !insertmacro RegisterService
  !insertmacro CreateDataFolders
  !insertmacro StartService
!macroend

; An update runs the old uninstaller with this option: then the service, and the account it has, stay.
!macro customUnInstall
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/KEEP_APP_DATA" $R1
  ${If} ${Errors}
    !insertmacro RemoveService
    !insertmacro RemoveDataWhenAsked
  ${Else}
    !insertmacro StopService
  ${EndIf}
!macroend
