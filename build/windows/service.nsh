; Print ORS Service in the Windows installer: its registration, its data, and the question whether the maintenance covers
; the update. The includer defines VERSION, RELEASED and PROGRAM_FILE, and calls the macros as an administrator.
!include LogicLib.nsh
!include FileFunc.nsh

!define SERVICE_NAME "PrintORSService"
!define SERVICE_TITLE "Print ORS Service"
!define OPERATORS_GROUP "remote-service-operators"
!define HOST_FILE "remote-service-host.exe"
!define EXIT_NOT_ENTITLED 10
!define EXIT_NO_LICENCE 11
!define EXIT_LICENCE_INVALID 12
!define EXIT_CLOCK_SUSPECT 13

; Runs a program of the system or our own; its exit code is left in $0 and what it printed in $1.
!macro RunProgram COMMAND
  nsExec::ExecToStack `${COMMAND}`
  Pop $0
  Pop $1
!macroend

; Full rights for the system and the administrators only, then what RIGHTS grants besides. Accounts by their numbers,
; because their names are different in every language. /L: where somebody has laid a link, the rights of what it leads to
; stay as they are; the service does not start with a link there.
!macro CreateDataFolder FOLDER RIGHTS
  CreateDirectory "${FOLDER}"
  !insertmacro RunProgram `"$SYSDIR\icacls.exe" "${FOLDER}" /L /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F ${RIGHTS}`
!macroend

; Before a first installation anybody may have made a folder of this name and stayed its owner; what was kept from an
; earlier one is the administrators' already.
!macro TakeDataFolder FOLDER
  ${If} ${FileExists} "${FOLDER}\*.*"
    !insertmacro RunProgram `"$SYSDIR\icacls.exe" "${FOLDER}" /setowner *S-1-5-32-544 /T /C /L /Q`
    !insertmacro RunProgram `"$SYSDIR\icacls.exe" "${FOLDER}" /reset /T /C /L /Q`
  ${EndIf}
!macroend

; What the service keeps is its own; operators write the settings, read where the service listens and what proves them,
; but not what proves an administrator or holds the service's place, and read the installer of an update that they start.
!macro CreateDataFolders
  SetShellVarContext all
  !insertmacro RunProgram `"$SYSDIR\net.exe" localgroup ${OPERATORS_GROUP} /add`
  !insertmacro CreateDataFolder "$APPDATA\Remote Service" `"NT SERVICE\${SERVICE_NAME}:(OI)(CI)M" "${OPERATORS_GROUP}:(RX)"`
  !insertmacro CreateDataFolder "$APPDATA\Remote Service\settings" `"NT SERVICE\${SERVICE_NAME}:(OI)(CI)RX" "${OPERATORS_GROUP}:(OI)(CI)M"`
  !insertmacro CreateDataFolder "$APPDATA\Remote Service\run" `"NT SERVICE\${SERVICE_NAME}:(OI)(CI)M" "${OPERATORS_GROUP}:(OI)(CI)RX"`
  !insertmacro CreateDataFolder "$APPDATA\Remote Service\run\service-only" `"NT SERVICE\${SERVICE_NAME}:(OI)(CI)M"`
  !insertmacro CreateDataFolder "$APPDATA\Remote Service\state\updates\files" `"NT SERVICE\${SERVICE_NAME}:(OI)(CI)M" "${OPERATORS_GROUP}:(OI)(CI)RX"`
!macroend

; Leaves $0 = 0 where the service is registered.
!macro FindService
  !insertmacro RunProgram `"$SYSDIR\sc.exe" query ${SERVICE_NAME}`
!macroend

; net.exe, unlike sc.exe, returns when the service has stopped.
!macro StopService
  !insertmacro FindService
  ${If} $0 == 0
    !insertmacro RunProgram `"$SYSDIR\net.exe" stop ${SERVICE_NAME}`
  ${EndIf}
!macroend

; Registers the service, or points the registered one at the program where that has moved: an update keeps the account that
; somebody chose for it, whose password only Windows knows.
!define SWITCHES "--service --installed --lifeline --disable-gpu --in-process-gpu"
!macro RegisterService
  StrCpy $2 `"\"$INSTDIR\${HOST_FILE}\" ${SERVICE_NAME} \"$INSTDIR\${PROGRAM_FILE}\" ${SWITCHES}"`
  ReadRegStr $3 HKLM "SYSTEM\CurrentControlSet\Services\${SERVICE_NAME}" ImagePath
  StrCpy $0 0
  ${If} $3 == ""
    SetShellVarContext all
    !insertmacro TakeDataFolder "$APPDATA\Remote Service"
    !insertmacro RunProgram `"$SYSDIR\sc.exe" create ${SERVICE_NAME} binPath= $2 start= auto DisplayName= "${SERVICE_TITLE}" obj= "NT SERVICE\${SERVICE_NAME}"`
  ${ElseIf} $3 != `"$INSTDIR\${HOST_FILE}" ${SERVICE_NAME} "$INSTDIR\${PROGRAM_FILE}" ${SWITCHES}`
    !insertmacro RunProgram `"$SYSDIR\sc.exe" config ${SERVICE_NAME} binPath= $2`
  ${EndIf}
  ${If} $0 != 0
    DetailPrint "${SERVICE_TITLE} could not be registered: $0 $1"
    SetErrorLevel 3
    Abort
  ${EndIf}
  !insertmacro RunProgram `"$SYSDIR\sc.exe" description ${SERVICE_NAME} "Renews the licences of the print server and lets the service organisation in with your consent."`
  ; After 5 s, 30 s and then 5 min; a day without failure begins anew. The flag makes every unasked end a failure.
  !insertmacro RunProgram `"$SYSDIR\sc.exe" failure ${SERVICE_NAME} reset= 86400 actions= restart/5000/restart/30000/restart/300000`
  !insertmacro RunProgram `"$SYSDIR\sc.exe" failureflag ${SERVICE_NAME} 1`
  !insertmacro RunProgram `"$SYSDIR\sc.exe" sidtype ${SERVICE_NAME} unrestricted`
!macroend

!macro StartService
  !insertmacro RunProgram `"$SYSDIR\net.exe" start ${SERVICE_NAME}`
  ${If} $0 != 0
    DetailPrint "${SERVICE_TITLE} did not start: $0 $1"
  ${EndIf}
!macroend

!macro RemoveService
  !insertmacro StopService
  !insertmacro RunProgram `"$SYSDIR\sc.exe" delete ${SERVICE_NAME}`
!macroend

; Data stays unless the uninstaller was started with /DELETEDATA=1.
!macro RemoveDataWhenAsked
  ${GetParameters} $0
  ${GetOptions} $0 "/DELETEDATA=" $1
  ${If} $1 == 1
    SetShellVarContext all
    RMDir /r "$APPDATA\Remote Service"
    RMDir /r "$APPDATA\Remote Service Installer"
  ${EndIf}
!macroend

; Notes, where only administrators can write, that the question was skipped; the service takes it over into its log.
!macro NoteSkippedEntitlement
  SetShellVarContext all
  !insertmacro CreateDataFolder "$APPDATA\Remote Service Installer" `*S-1-5-32-545:(OI)(CI)RX`
  ${GetTime} "" "LS" $0 $1 $2 $3 $4 $5 $6
  FileOpen $7 "$APPDATA\Remote Service Installer\entitlement-skipped.jsonl" a
  FileSeek $7 0 END
  FileWrite $7 `{"at":"$2-$1-$0T$4:$5:$6Z","version":"${VERSION}","released":"${RELEASED}"}$\n`
  FileClose $7
!macroend

; Before any file is touched: asks the program in FOLDER, where there is one. A refusal ends the installer with its exit
; code and leaves the installed version as it is; a doubt is said and the installation goes on. /SKIPENTITLEMENT=1 is for
; the help desk.
!macro AskEntitlement FOLDER
  ${If} ${FileExists} "${FOLDER}\${PROGRAM_FILE}"
    ${GetParameters} $0
    ${GetOptions} $0 "/SKIPENTITLEMENT=" $1
    ${If} $1 == 1
      !insertmacro NoteSkippedEntitlement
    ${Else}
      !insertmacro RunProgram `"${FOLDER}\${PROGRAM_FILE}" --log-level=3 entitlement --version ${VERSION} --released ${RELEASED}`
      ${If} $0 == ${EXIT_NOT_ENTITLED}
      ${OrIf} $0 == ${EXIT_LICENCE_INVALID}
        MessageBox MB_OK|MB_ICONSTOP "Version ${VERSION} is not installed; the version that is there stays.$\n$\n$1" /SD IDOK
        SetErrorLevel $0
        Quit
      ${ElseIf} $0 == ${EXIT_NO_LICENCE}
      ${OrIf} $0 == ${EXIT_CLOCK_SUSPECT}
        MessageBox MB_OK|MB_ICONEXCLAMATION "$1$\n$\nThe installation goes on." /SD IDOK
      ${EndIf}
    ${EndIf}
  ${EndIf}
!macroend
