export const errorConnection = {
  'untrusted-sender': {
    sentence: 'The request did not come from a page of this program and was refused.',
    nextStep: 'Close the program and open it again.',
  },
  'bad-input': {
    sentence: 'The request was not understood.',
    nextStep: 'Check what was entered and try again.',
  },
  internal: {
    sentence: 'Something went wrong inside the program.',
    nextStep: 'Try again. If it happens again, give the help desk the reference under Details.',
  },
  'page-broken': {
    sentence: 'The window stopped working several times in a row.',
    nextStep:
      'Try again, or sign out of this computer and in again. Print ORS Service does not depend on the window and goes on.',
  },
  'not-allowed': {
    sentence: 'Your user account is not allowed to do this.',
    nextStep: "Ask a member of the operators' group to do it.",
  },
  'not-operator': {
    sentence:
      'Your user account is not a member of the group {group}, so Print ORS Service does not answer it.',
    nextStep: 'Ask the administrator of this machine to add it to the group, then sign out and in again.',
  },
  'service-stopped': {
    sentence: 'Print ORS Service is not running.',
    nextStep: 'Start Print ORS Service.',
  },
  'service-untrusted': {
    sentence: 'Another program stands in the place of Print ORS Service, so nothing was sent to it.',
    nextStep: "Tell your system administrator; the service's folder may have been changed.",
  },
  'service-version': {
    sentence: 'The program and Print ORS Service are of different versions.',
    nextStep: 'Close the program and open it again; if that does not help, install it again.',
  },
  'service-busy': {
    sentence: 'Print ORS Service has too many open requests.',
    nextStep: 'Wait a moment and try again.',
  },
  'service-already-running': {
    sentence: 'Print ORS Service is already running for this data folder.',
    nextStep: 'Use the running service, or stop it first.',
  },
  'socket-in-the-way': {
    sentence:
      'Something that does not belong to Print ORS Service stands at {file}, so the service does not start.',
    nextStep: 'Find out what it is, remove it and start Print ORS Service again.',
  },
  'verification-code-wrong': {
    sentence: 'The service organisation does not accept the verification code.',
    nextStep: 'Ask the help desk for the current code and enter it under Verification code.',
  },
  'registration-blocked': {
    sentence: 'The service organisation has blocked this installation.',
    nextStep: 'Call the help desk.',
  },
  'organisation-unknown': {
    sentence: 'There is no service organisation with this ID.',
    nextStep: 'Check the Service organisation ID; the help desk knows it.',
  },
  'serial-number-unknown': {
    sentence: 'The service organisation does not know this serial number.',
    nextStep: 'Check that the right licence is installed under System, Licence, then call the help desk.',
  },
  'installation-removed': {
    sentence: 'The service organisation has removed this installation.',
    nextStep: 'Call the help desk, then choose Try again.',
  },
  'registration-ended': {
    sentence: 'The service organisation has ended the registration of this installation.',
    nextStep: 'Call the help desk, then choose Try again.',
  },
  'token-refused': {
    sentence: 'The back office does not accept this installation any more, even after registering again.',
    nextStep: 'Call the help desk, then choose Try again.',
  },
  'back-office-name-not-found': {
    sentence: 'The name of the back office could not be found on the network.',
    nextStep: 'Check the network connection and the name server of this machine.',
  },
  'back-office-unreachable': {
    sentence: 'The back office cannot be reached.',
    nextStep: 'Check the network connection. It is tried again by itself.',
  },
  'back-office-timed-out': {
    sentence: 'The back office did not answer in time.',
    nextStep: 'Nothing to do: it is tried again by itself. If it lasts, check the network connection.',
  },
  'back-office-busy': {
    sentence: 'The back office is busy and asks for patience.',
    nextStep: 'Nothing to do: it is tried again by itself.',
  },
  'back-office-error': {
    sentence: 'The back office has a problem of its own.',
    nextStep: 'Nothing to do: it is tried again by itself. If it lasts, call the help desk.',
  },
  'back-office-forbids': {
    sentence: 'The back office, or something on the way to it, does not let this machine in.',
    nextStep:
      'It is tried again by itself. If it lasts, ask your network administrator, then call the help desk.',
  },
  'back-office-not-there': {
    sentence: 'A server answers at the address of the back office, but there is no back office on it.',
    nextStep: 'It is tried again by itself. If it lasts, call the help desk.',
  },
  'back-office-address-refused': {
    sentence: 'The address of the back office is not a safe one.',
    nextStep: 'Tell the help desk: the vendor profile of this program needs an https address.',
  },
  'answer-too-large': {
    sentence: 'The back office sent more than is allowed, so its answer was dropped.',
    nextStep: 'Nothing to do: it is tried again by itself. If it lasts, call the help desk.',
  },
  'answer-too-slow': {
    sentence: 'The answer of the back office came too slowly.',
    nextStep: 'Check the network connection. It is tried again by itself.',
  },
  'answer-unusable': {
    sentence: 'The answer of the back office could not be used.',
    nextStep: 'Nothing to do: it is tried again by itself. If it lasts, call the help desk.',
  },
  'sign-in-page': {
    sentence: 'A sign-in page of the network answered in place of the back office.',
    nextStep: 'Open a browser on this machine, sign in to the network, then choose Try again.',
  },
  'redirect-refused': {
    sentence:
      'The back office, or something on the way to it, pointed to another address; it was not followed.',
    nextStep: 'Tell your network administrator or the help desk.',
  },
  'certificate-untrusted': {
    sentence: 'The certificate of the back office is not trusted (issued by {issuer}).',
    nextStep: 'Ask your network administrator whether connections are inspected, and call the help desk.',
  },
  'certificate-expired': {
    sentence: 'The certificate of the back office has expired or is not valid yet.',
    nextStep: 'Check the date and time of this machine, then call the help desk.',
  },
  'certificate-wrong-name': {
    sentence: 'The certificate belongs to another server than the back office.',
    nextStep: 'Tell your network administrator or the help desk.',
  },
  'proxy-unreachable': {
    sentence: 'The proxy server cannot be reached.',
    nextStep: 'Check the Proxy URL and whether the proxy server is running.',
  },
  'proxy-refused': {
    sentence: 'The proxy server does not let the connection to the back office through.',
    nextStep:
      'Ask your network administrator to allow the address of the back office; it may also be out of reach of the proxy server.',
  },
  'proxy-detection-failed': {
    sentence: 'The proxy settings of the system could not be detected in time.',
    nextStep:
      'The proxy script of your network may be faulty. Choose Use proxy server and enter the Proxy URL.',
  },
  'proxy-login-required': {
    sentence: 'The proxy server asks for a login.',
    nextStep:
      'Choose Use proxy server, switch on Proxy server authentication and enter the login; your network administrator knows it.',
  },
  'proxy-login-refused': {
    sentence: 'The proxy server refused the login.',
    nextStep:
      'It was tried once and is not tried again by itself. Check Proxy domain, Proxy user name and Proxy password, then save.',
  },
  'keychain-damaged': {
    sentence:
      'The key store of Print ORS Service was damaged. Its files were kept aside, and a new one was begun.',
    nextStep: 'Enter the verification code and, where there is one, the proxy password again, then save.',
  },
  'keychain-unavailable': {
    sentence: 'The key store of this user account is locked or not available.',
    nextStep: 'Unlock the key store (sign in on the desktop), then try again.',
  },
  disabled: {
    sentence: 'Remote Service is switched off.',
    nextStep: 'Switch on Enabled under Remote Service and save; nothing leaves this machine before.',
  },
  'details-missing': {
    sentence: 'The settings are not complete yet, so no connection has been made.',
    nextStep: 'Fill in what is missing under Remote Service and save.',
  },
  'proxy-name-not-found': {
    sentence: 'The name of the proxy server could not be found on the network.',
    nextStep: 'Check the Proxy URL; your network administrator knows it.',
  },
  'proxy-found-no-way': {
    sentence: 'The proxy server answers, but does not get through to the back office itself.',
    nextStep:
      'Ask your network administrator whether the proxy server can reach the internet and looks up names.',
  },
  'clock-off': {
    sentence: 'The clock of this machine is off by about {minutes} minutes.',
    nextStep: 'Set the date and time of this machine, then check again.',
  },
  'secret-unreadable': {
    sentence: 'The saved verification code cannot be opened on this machine.',
    nextStep: 'Enter the verification code again and save.',
  },
};
