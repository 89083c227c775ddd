; Print ORS Service in the Windows installer: its registration, its data, and the question whether the maintenance covers
; the update. All of the work is the helper's (README.md has its verbs and exit codes); a verb that fails ends the installer
; with its code, silent or not. The includer defines VERSION, RELEASED and PROGRAM_FILE, and calls the macros as an
; administrator.
!include LogicLib.nsh
!include FileFunc.nsh

!define SERVICE_TITLE "Print ORS Service"
!define HOST_FILE "remote-service-host.exe"
!define EXIT_NOT_ENTITLED 10
!define EXIT_NO_LICENCE 11
!define EXIT_LICENCE_INVALID 12
!define EXIT_CLOCK_SUSPECT 13
!define HOST_NOT_INSTALLED 74
!define HOST_STILL_RUNNING 84
; The longest that the program may think about its licence.
!define ENTITLEMENT_LIMIT_MS 60000

; Runs a program of our own; its exit code is left in $0 and what it printed in $1.
!macro RunProgram COMMAND
  nsExec::ExecToStack /OEM `${COMMAND}`
  Pop $0
  Pop $1
!macroend

!macro RunHost WORDS
  !insertmacro RunProgram `"$INSTDIR\${HOST_FILE}" ${WORDS}`
!macroend

; Ends the installer with the code of the verb that has just failed.
!macro EndWithCode SENTENCE
  DetailPrint `${SENTENCE}: $0 $1`
  MessageBox MB_OK|MB_ICONSTOP `${SENTENCE} ($0).$\n$\n$1` /SD IDOK
  ; The helper could not even be started.
  ${If} $0 == "error"
    StrCpy $0 3
  ${EndIf}
  SetErrorLevel $0
!macroend

; Before files are touched. The old version's own helper does it; without one there is no service either.
!macro SuspendService
  ${If} ${FileExists} "$INSTDIR\${HOST_FILE}"
    !insertmacro RunHost "control suspend"
    ${If} $0 != 0
    ${AndIf} $0 != ${HOST_NOT_INSTALLED}
      !insertmacro EndWithCode "${SERVICE_TITLE} could not be stopped. Nothing was changed"
      Quit
    ${EndIf}
  ${EndIf}
!macroend

; The program that is open somewhere is asked to close; nothing is killed. Whoever sees the installer may close it themselves
; and try again; a silent one ends, and the service goes on.
!macro CloseProgram
  !define CLOSE_ID ${__LINE__}
  try_${CLOSE_ID}:
  ${If} ${FileExists} "$INSTDIR\${HOST_FILE}"
    !insertmacro RunHost `process close "$INSTDIR\${PROGRAM_FILE}"`
    ${If} $0 == ${HOST_STILL_RUNNING}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Remote Service is open, possibly in the session of another user. Close it and try again." /SD IDCANCEL IDRETRY try_${CLOSE_ID}
      StrCpy $2 $0
      !insertmacro ResumeService
      SetErrorLevel $2
      Quit
    ${EndIf}
  ${EndIf}
  !undef CLOSE_ID
!macroend

; Registers the service with its folders, or points the registered one at this version. The helper takes back what it began.
!macro RegisterService
  !insertmacro RunHost `install "$INSTDIR\${PROGRAM_FILE}"`
  ${If} $0 != 0
    !insertmacro EndWithCode "${SERVICE_TITLE} could not be installed"
    !insertmacro TakeBackInstallation
    Quit
  ${EndIf}
!macroend

; Starts a service that is new, or that ran before the update; one that does not start leaves the program in place, to be
; repaired, and says so by the code.
!macro ResumeService
  !insertmacro RunHost "control resume"
  ${If} $0 != 0
    !insertmacro EndWithCode "${SERVICE_TITLE} could not be started"
  ${EndIf}
!macroend

!macro RemoveService
  !insertmacro RunHost "remove"
  ${If} $0 != 0
    !insertmacro EndWithCode "${SERVICE_TITLE} could not be removed. Nothing was changed"
    StrCpy $2 $0
    !insertmacro RunHost "control resume"
    SetErrorLevel $2
    Quit
  ${EndIf}
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

; Notes, where only administrators can write, that the question was skipped; the service takes it over into its log. The
; folder is there: an earlier version, which the question is asked of, was installed with it.
!macro NoteSkippedEntitlement
  SetShellVarContext all
  ${GetTime} "" "LS" $0 $1 $2 $3 $4 $5 $6
  FileOpen $7 "$APPDATA\Remote Service Installer\entitlement-skipped.jsonl" a
  FileSeek $7 0 END
  FileWrite $7 `{"at":"$2-$1-$0T$4:$5:$6Z","version":"${VERSION}","released":"${RELEASED}"}$\n`
  FileClose $7
!macroend

; Before any file is touched: asks the program in FOLDER, where there is one. A refusal ends the installer with its exit
; code and leaves the installed version as it is; a doubt, and no answer in time, is said and the installation goes on.
; /SKIPENTITLEMENT=1 is for the help desk.
!macro AskEntitlement FOLDER
  ${If} ${FileExists} "${FOLDER}\${PROGRAM_FILE}"
    ${GetParameters} $0
    ${GetOptions} $0 "/SKIPENTITLEMENT=" $1
    ${If} $1 == 1
      !insertmacro NoteSkippedEntitlement
    ${Else}
      nsExec::ExecToStack /TIMEOUT=${ENTITLEMENT_LIMIT_MS} `"${FOLDER}\${PROGRAM_FILE}" --log-level=3 entitlement --version ${VERSION} --released ${RELEASED}`
      Pop $0
      Pop $1
      ${If} $0 == ${EXIT_NOT_ENTITLED}
      ${OrIf} $0 == ${EXIT_LICENCE_INVALID}
        MessageBox MB_OK|MB_ICONSTOP "Version ${VERSION} was not installed. The current version is still in use.$\n$\n$1" /SD IDOK
        SetErrorLevel $0
        Quit
      ${ElseIf} $0 == ${EXIT_NO_LICENCE}
      ${OrIf} $0 == ${EXIT_CLOCK_SUSPECT}
        MessageBox MB_OK|MB_ICONEXCLAMATION "$1$\n$\nThe installation continues." /SD IDOK
      ${ElseIf} $0 == "timeout"
        MessageBox MB_OK|MB_ICONEXCLAMATION "The installed version could not confirm that maintenance covers this version.$\n$\nThe installation continues." /SD IDOK
      ${EndIf}
    ${EndIf}
  ${EndIf}
!macroend
