export const errorControl = {
  'service-not-installed': {
    sentence: 'Print ORS Service is not installed on this machine.',
    nextStep: 'Install the program again, or ask the administrator of this machine.',
  },
  'service-disabled': {
    sentence: 'Print ORS Service is disabled on this machine, so it cannot be started.',
    nextStep: 'Ask the administrator of this machine to enable the service.',
  },
  'service-control-failed': {
    sentence: 'Print ORS Service did not do what was asked of it.',
    nextStep: 'Look at how the last run ended under Services. If it stays so, call the help desk.',
  },
  'service-manager-silent': {
    sentence: 'The service manager of this machine does not answer.',
    nextStep: 'Try again in a moment. If it stays so, restart this machine.',
  },
  'elevation-needed': {
    sentence: 'Only an administrator of this machine may start or stop Print ORS Service from this account.',
    nextStep: 'Have an administrator do it, or be added to the group of the operators.',
  },
  'elevation-refused': {
    sentence: 'The system did not give permission, so nothing was changed.',
    nextStep: 'Try again with the name and password of an administrator of this machine.',
  },
  'account-unknown': {
    sentence: 'There is no such account.',
    nextStep:
      'Check the domain and the user name. Accounts of a domain are known only while its server can be reached.',
  },
  'account-administrator': {
    sentence: 'The administrator’s account must not run Print ORS Service.',
    nextStep: 'Choose an account that has only the rights that the licence folders need.',
  },
  'account-password-wrong': {
    sentence: 'The password is not that of this account, so nothing was changed.',
    nextStep:
      'Type it again, with capital and small letters as they are. After several wrong passwords an account may be locked.',
  },
  'account-no-service-logon': {
    sentence: 'This account may not log on as a service on this computer, so nothing was changed.',
    nextStep:
      'Have an administrator give it the right “Log on as a service” in the local security policy, and see that it is neither disabled, expired nor locked.',
  },
  'account-change-failed': {
    sentence: 'Print ORS Service did not start under this account, so it runs under the earlier one again.',
    nextStep:
      'See that the account may log on as a service and use the folders of the licence servers, then try again.',
  },
  'account-not-restored': {
    sentence:
      'Print ORS Service started neither under this account nor under the earlier one, whose password Windows gives to nobody.',
    nextStep: 'Choose the earlier account once more and type its password.',
  },
};
