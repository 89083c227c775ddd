export const pageAccess = {
  look: {
    title: 'You may look, not change',
    text: 'To change settings and give commands, ask the administrator of this machine to add your account to the group {group}, then sign out and in again.',
  },
  nothing: {
    title: 'Your account may not look at this installation',
    text: 'Print ORS Service answers the members of the group {group} only. Ask the administrator of this machine to add your account to it, then sign out and in again.',
  },
};
