export const errorAssistance = {
  'assistance-request-gone': {
    sentence: 'This request or session is over.',
    nextStep: 'Ask the help desk to send a new request.',
  },
  'assistance-grant-invalid': {
    sentence: 'Nothing was started, because the permission for it is not valid any more.',
    nextStep: 'Ask the help desk to send a new request.',
  },
  'assistance-not-recorded': {
    sentence: 'Nothing was allowed, because it could not be recorded.',
    nextStep: 'Make sure that the disk has space, then ask the help desk to send a new request.',
  },
  'client-not-found': {
    sentence: 'The remote assistance program was not found on this computer.',
    nextStep: 'Install TeamViewer, or the program that your service organisation names.',
  },
  'client-unsafe': {
    sentence: 'The remote assistance program lies where other users could have put it, so it is not started.',
    nextStep: 'Install it as an administrator, in its usual folder.',
  },
  'client-too-old': {
    sentence: 'The remote assistance program is too old, so it is not started.',
    nextStep: 'Update it.',
  },
  'client-version-unknown': {
    sentence: 'The version of the remote assistance program cannot be told, so it is not started.',
    nextStep: 'Install it from the package of its maker.',
  },
  'client-not-started': {
    sentence: 'The remote assistance program could not be started.',
    nextStep: 'Start it by hand to see what is wrong, then ask the help desk to send a new request.',
  },
  'client-not-set-up': {
    sentence: 'RustDesk has no ID yet, or it lets people in without a click on this computer.',
    nextStep: 'Start RustDesk, and set that sessions are accepted by click only.',
  },
};
