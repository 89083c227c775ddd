export const pageServices = {
  title: 'Services',
  note: "Print ORS Service connecte cette installation au back-office, renouvelle les licences et permet l'accès du centre d'assistance. Il fonctionne sans cette fenêtre.",
  notKnown: 'Inconnu',
  noExit: 'Aucune connue',
  embedded: 'Démarré par ce programme, et arrêté avec lui',
  installed: 'Installé sur cet ordinateur',
  doing: { start: 'Démarrage…', stop: 'Arrêt…', restart: 'Redémarrage…' },
  done: {
    start: 'Print ORS Service a été démarré.',
    stop: 'Print ORS Service a été arrêté.',
    restart: 'Print ORS Service a été redémarré.',
  },
  next: {
    account:
      "Vérifiez sous « Remote Service » que le compte et le mot de passe sont corrects et qu'il peut ouvrir une session en tant que service. Démarrez ensuite de nouveau le service.",
    again:
      "Démarrez de nouveau le service. S'il se termine encore ainsi, créez un rapport de support sous « Diagnostic » et appelez le centre d'assistance.",
  },
  confirm: {
    stop: {
      title: 'Arrêter Print ORS Service ?',
      message: "L'assistance à distance se termine ; les licences attendent que le service soit redémarré.",
    },
    restart: {
      title: 'Redémarrer Print ORS Service ?',
      message:
        "L'assistance à distance se termine et les licences attendent pendant quelques secondes. Ensuite, tout reprend automatiquement.",
    },
  },
  session: {
    title: "Une session d'assistance à distance est en cours",
    stop: "{technician} est connecté à cet ordinateur. L'arrêt du service met fin à la session immédiatement.",
    restart:
      '{technician} est connecté à cet ordinateur. Le redémarrage du service met fin à la session immédiatement.',
    goOn: 'Mettre fin à la session et continuer',
  },
  permission: {
    title: 'Le système va demander une autorisation',
    start:
      "Le démarrage de Print ORS Service nécessite un administrateur de cet ordinateur. Le système va maintenant en demander un ; rien d'autre n'est fait avec cette autorisation.",
    stop: "L'arrêt de Print ORS Service nécessite un administrateur de cet ordinateur. Le système va maintenant en demander un ; rien d'autre n'est fait avec cette autorisation.",
    restart:
      "Le redémarrage de Print ORS Service nécessite un administrateur de cet ordinateur. Le système va maintenant en demander un ; rien d'autre n'est fait avec cette autorisation.",
    goOn: 'Continuer',
  },
};
