export const pageOverview = {
  connection: 'Connexion',
  licence: 'Licence',
  licenceServers: 'Serveurs de licences',
  state: 'État',
  nextTry: 'Prochaine tentative',
  organisation: 'Organisation de service',
  serviceStarting: 'Print ORS Service démarre.',
  lastSignedProof: 'Dernière preuve signée',
  noProof: 'Encore aucune',
  allOfLicence: 'Tout sur la licence',
  noLicence: "Il n'y a pas encore de licence.",
  noLicenceServer: "Aucun serveur de licences n'est configuré.",
  firstRun: {
    title: "Trois étapes jusqu'à la première connexion",
    note: 'Ensuite, les licences se renouvellent automatiquement.',
    identity: {
      title: "Saisir l'ID de l'organisation de service et le code de vérification",
      help: 'Votre organisation de service vous communique les deux.',
      action: "Saisir l'ID et le code",
    },
    'licence-server': {
      title: 'Ajouter un serveur de licences',
      help: 'Le dossier dans lequel le serveur de licences de cet ordinateur lit son fichier de licence.',
      action: 'Ajouter un serveur de licences',
    },
    connect: {
      title: 'Se connecter',
      'serial-number':
        "Le numéro de série est lu dans le fichier de licence du dossier de licence. Il n'y en a pas encore : placez-y le premier fichier de licence.",
      switch: 'Activez Remote Service, puis enregistrez.',
      connection: "La connexion est en cours d'établissement. Cela prend quelques secondes.",
      action: 'Activer',
    },
  },
  attention: {
    title: 'Ce qui nécessite votre intervention',
    notice: 'À vérifier',
    'settings-kept-aside': {
      title: 'Les paramètres repartent des valeurs par défaut',
      text: 'Le fichier précédent est conservé sous {file}.',
    },
    'refused-licence': {
      title: 'Une nouvelle licence a été refusée ; celle qui est installée est conservée',
    },
    clock: {
      title: "L'horloge de cet ordinateur semble incorrecte",
      text: "Elle indique {clock}, mais il est au plus tôt {floor}. Vérifiez sa date et son heure. Rien n'est désactivé pour cette raison.",
    },
  },
  service: {
    name: 'Print ORS Service',
    state: {
      running: "en cours d'exécution",
      stopped: "pas en cours d'exécution",
      starting: 'en cours de démarrage',
    },
    version: 'version {version}',
    account: 'compte {account}',
    mode: { embedded: 'démarré par ce programme', installed: 'installé sur cet ordinateur' },
    keychain: { os: 'clés dans le magasin de clés du système', file: 'clés dans un fichier protégé' },
  },
};
