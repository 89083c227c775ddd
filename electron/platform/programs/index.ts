export { requestExit } from './request-exit';
export { cleanEnvironment } from './clean-environment';
export { linuxCall } from './linux-programs';
export { runProgram, type ProgramCall, type ProgramResult, type RunProgram } from './run-program';
export { checkProgram, findProgram, onSearchPath, type ProgramFinding } from './trusted-program';
export { windowsFolder } from './windows-folder';
