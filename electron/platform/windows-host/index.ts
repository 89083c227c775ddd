export { HOST_EXITS, type HostFailure, type HostOutcome } from './host-outcomes';
export {
  createWindowsHost,
  hostCall,
  hostFile,
  type HostOptions,
  type HostReply,
  type WindowsHost,
} from './windows-host';
