export const certificateTrust = {
  offer: "Trust this organisation's certificate",
  title: "Trust this organisation's certificate?",
  text: 'Whoever holds this certificate can read the connection to the back office. Ask your IT department or the help desk for its fingerprint, and go on only when it is the same, character by character. The certificate is added to the settings and counts for the back office alone.',
  confirm: 'It is the same: trust it',
  saved: 'The certificate is trusted from now on.',
};
