export { askToEnd } from './ask-to-end';
export { linuxCall } from './linux-programs';
export { runProgram, type ProgramCall, type ProgramResult, type RunProgram } from './run-program';
export { windowsCall } from './windows-programs';
