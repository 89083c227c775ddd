export const pageServices = {
  title: 'Services',
  note: 'Print ORS Service connects this installation to the back office, renews licences and lets the help desk in. It works without this window.',
  notKnown: 'Not known',
  noExit: 'None known',
  embedded: 'Started by this program, and ended with it',
  installed: 'Installed on this machine',
  doing: { start: 'Starting …', stop: 'Stopping …', restart: 'Restarting …' },
  done: {
    start: 'Print ORS Service has been started.',
    stop: 'Print ORS Service has been stopped.',
    restart: 'Print ORS Service has been restarted.',
  },
  next: {
    account:
      'See under Remote Service that its account and password are right and that it may log on as a service. Then start it again.',
    again:
      'Start it again. If it ends the same way, create a support report under Diagnostics and call the help desk.',
  },
  confirm: {
    stop: {
      title: 'Stop Print ORS Service?',
      message: 'Remote assistance ends; licences wait until the service is started again.',
    },
    restart: {
      title: 'Restart Print ORS Service?',
      message:
        'For some seconds remote assistance ends and licences wait. Then everything goes on by itself.',
    },
  },
  session: {
    title: 'A remote assistance session is running',
    stop: '{technician} is connected to this machine. Stopping the service ends the session at once.',
    restart: '{technician} is connected to this machine. Restarting the service ends the session at once.',
    goOn: 'End the session and go on',
  },
  permission: {
    title: 'The system will ask for permission',
    start:
      'Starting Print ORS Service needs an administrator of this machine. The system now asks for one; nothing else is done with the permission.',
    stop: 'Stopping Print ORS Service needs an administrator of this machine. The system now asks for one; nothing else is done with the permission.',
    restart:
      'Restarting Print ORS Service needs an administrator of this machine. The system now asks for one; nothing else is done with the permission.',
    goOn: 'Continue',
  },
};
