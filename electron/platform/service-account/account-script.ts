import { WINDOWS_SERVICE_NAME } from '@shared/domain/status/service-names';

/** How the scripts end; the numbers below 60 are PowerShell's own. */
export const ACCOUNT_EXIT = {
  unknown: 65,
  putBack: 66,
  passwordWrong: 67,
  failed: 68,
  noServiceLogon: 69,
  notRestored: 70,
  refused: 1223,
} as const;

/** The answer of `Win32_Service.Change` for an account that the service manager does not take. */
const INVALID_ACCOUNT = 22;

/** winbase.h and winerror.h: the kind of logon, and what it fails with. */
const LOGON = {
  asService: 5,
  wrong: 1326,
  /** Restricted, expired, disabled, without the right to log on as a service, to be changed first, locked. */
  notAllowed: [1327, 1330, 1331, 1385, 1793, 1907, 1909],
} as const;

/** Runs with an administrator's rights: reads the account from the pipe, changes it, and puts everything back otherwise. */
const INNER = `
$ErrorActionPreference = 'Stop'
$pipe = New-Object IO.Pipes.NamedPipeClientStream '.', $pipeName, 'In'
$pipe.Connect(30000)
$wish = (New-Object IO.StreamReader $pipe, ([Text.Encoding]::UTF8)).ReadToEnd() | ConvertFrom-Json
if ($wish.password -ne '') {
  # What the service manager itself will do: the one logon that tells password and right apart before anything is changed.
  $failure = 0
  try {
    $native = Add-Type -PassThru -Namespace RemoteService -Name Logon -MemberDefinition '[DllImport("advapi32.dll", SetLastError = true, CharSet = CharSet.Unicode)] public static extern bool LogonUser(string user, string domain, string password, int kind, int provider, out IntPtr token);'
    $parts = $wish.account -split '\\\\', 2
    $domain = if ($parts.Count -eq 2) { $parts[0] } else { [NullString]::Value }
    $token = [IntPtr]::Zero
    if (-not $native::LogonUser($parts[-1], $domain, $wish.password, ${LOGON.asService}, 0, [ref] $token)) {
      $failure = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
    }
  } catch { $failure = 0 }
  if ($failure -eq ${LOGON.wrong}) { exit ${ACCOUNT_EXIT.passwordWrong} }
  if (@(${LOGON.notAllowed.join(', ')}) -contains $failure) { exit ${ACCOUNT_EXIT.noServiceLogon} }
}
function Find { Get-CimInstance Win32_Service -Filter "Name='${WINDOWS_SERVICE_NAME}'" }
function Use-Account($name, $password) {
  (Invoke-CimMethod -InputObject (Find) -MethodName Change -Arguments @{ StartName = $name; StartPassword = $password }).ReturnValue
}
function Test-Running {
  for ($i = 0; $i -lt 60; $i++) {
    Start-Sleep -Milliseconds 500
    if ((Find).ProcessId -eq 0) { return $false }
    if ($i -ge 10) { return $true }
  }
  $true
}
$before = (Find).StartName
$wasRunning = (Find).ProcessId -ne 0
$folder = Join-Path ([Environment]::GetFolderPath('CommonApplicationData')) 'Remote Service'
$list = Get-Acl $folder
$rule = New-Object Security.AccessControl.FileSystemAccessRule $wish.account, 'Modify', 'ContainerInherit,ObjectInherit', 'None', 'Allow'
$changed = Get-Acl $folder
$changed.AddAccessRule($rule)
$answer = Use-Account $wish.account $wish.password
if ($answer -eq ${INVALID_ACCOUNT}) { exit ${ACCOUNT_EXIT.unknown} }
if ($answer -ne 0) { exit ${ACCOUNT_EXIT.failed} }
try {
  Set-Acl $folder $changed
  Restart-Service -Name '${WINDOWS_SERVICE_NAME}' -Force
  if (-not (Test-Running)) { throw 'it does not run' }
  if (-not $wasRunning) { Stop-Service -Name '${WINDOWS_SERVICE_NAME}' -Force }
  exit 0
} catch {
  Stop-Service -Name '${WINDOWS_SERVICE_NAME}' -Force -ErrorAction SilentlyContinue
  Use-Account $before '' | Out-Null
  Set-Acl $folder $list
  if ($wasRunning) {
    Start-Service -Name '${WINDOWS_SERVICE_NAME}' -ErrorAction SilentlyContinue
    # Windows gives nobody the password of the earlier account, so one that has a password may need it again.
    if ((Find).ProcessId -eq 0) { exit ${ACCOUNT_EXIT.notRestored} }
  }
  exit ${ACCOUNT_EXIT.putBack}
}
`;

/** PowerShell's single quotes take everything as it is but a single quote, which is doubled. */
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Runs as the person: reads \`{account, password}\` as JSON from its standard input, checks what can be checked, and hands it
 * through a pipe that only administrators may open to a second PowerShell, for which the system asks. The text is constant
 * but for the path of PowerShell; the password is in no argument, no environment and no file.
 */
export const accountScript = (powershell: string) => `
$ErrorActionPreference = 'Stop'
[Console]::InputEncoding = New-Object Text.UTF8Encoding $false
$text = [Console]::In.ReadToEnd()
$wish = $text | ConvertFrom-Json
try { (New-Object Security.Principal.NTAccount $wish.account).Translate([Security.Principal.SecurityIdentifier]) | Out-Null }
catch { exit ${ACCOUNT_EXIT.unknown} }
if ($wish.password -ne '') {
  try {
    Add-Type -AssemblyName System.DirectoryServices.AccountManagement
    $parts = $wish.account -split '\\\\', 2
    $isHere = $parts[0] -eq '.' -or $parts[0] -eq $env:COMPUTERNAME
    $kind = if ($isHere) { 'Machine' } else { 'Domain' }
    $context = if ($isHere) { New-Object DirectoryServices.AccountManagement.PrincipalContext $kind } else { New-Object DirectoryServices.AccountManagement.PrincipalContext $kind, $parts[0] }
    $isRight = $context.ValidateCredentials($parts[-1], $wish.password)
  } catch { $isRight = $true }
  if (-not $isRight) { exit ${ACCOUNT_EXIT.passwordWrong} }
}
$pipeName = 'remote-service-' + [Guid]::NewGuid().ToString('N')
$security = New-Object IO.Pipes.PipeSecurity
$administrators = New-Object Security.Principal.SecurityIdentifier 'S-1-5-32-544'
$security.AddAccessRule((New-Object IO.Pipes.PipeAccessRule $administrators, 'ReadWrite', 'Allow'))
$pipe = New-Object IO.Pipes.NamedPipeServerStream $pipeName, 'Out', 1, 'Byte', 'Asynchronous', 0, 65536, $security
$inner = "\`$pipeName = '$pipeName'\`n" + ${quoted(INNER)}
$code = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($inner))
try {
  $process = Start-Process -FilePath ${quoted(powershell)} -ArgumentList @('-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', $code) -Verb RunAs -WindowStyle Hidden -PassThru
} catch { exit ${ACCOUNT_EXIT.refused} }
$connected = $pipe.WaitForConnectionAsync()
if (-not $connected.Wait(30000)) { exit ${ACCOUNT_EXIT.failed} }
$bytes = (New-Object Text.UTF8Encoding $false).GetBytes($text)
$pipe.Write($bytes, 0, $bytes.Length)
$pipe.Dispose()
$process.WaitForExit()
exit $process.ExitCode
`;
