export const licenceServerAdvanced = {
  summary: 'Advanced',
  host: 'Machine of the licence server',
  hostHelpLocal: 'Where the licence service is asked on its port; empty means this machine.',
  hostHelpRemote:
    'Where the licence service is asked on its port; empty means the machine that shares the folder.',
  ports: 'Port',
  portsHelp: 'One port or a range; empty means the one that the licence file fixes, else 27000-27009.',
  hostId: 'Host ID',
  hostIdHelp:
    'A licence file that is bound to another host ID is not installed here. Empty means that of the file in place.',
  reread: 'Re-read command',
  rereadHelp:
    'Run after a new licence was installed, by the account of Print ORS Service. One word to a line, the program with its whole path first; leave it empty if the licence server notices by itself.',
  confirm: {
    title: 'Run this command after every new licence?',
    message:
      'Print ORS Service runs it as its own account, exactly as it stands here: without a shell and with an empty environment, for 30 seconds at most.',
    word: 'Word {number}',
    yes: 'Use this command',
    no: 'Go back',
  },
};
