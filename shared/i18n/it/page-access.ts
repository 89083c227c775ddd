export const pageAccess = {
  look: {
    title: 'È possibile consultare, non modificare',
    text: "Per modificare le impostazioni e impartire comandi, chiedere all'amministratore del computer di aggiungere l'account al gruppo {group}, quindi disconnettersi e accedere di nuovo.",
  },
  nothing: {
    title: "L'account in uso non può consultare questa installazione",
    text: "Print ORS Service risponde solo ai membri del gruppo {group}. Chiedere all'amministratore del computer di aggiungervi l'account, quindi disconnettersi e accedere di nuovo.",
  },
};
