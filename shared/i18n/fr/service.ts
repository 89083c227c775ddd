export const service = {
  name: 'Print ORS Service',
  start: 'Démarrer',
  stop: 'Arrêter',
  restart: 'Redémarrer',
  label: {
    state: 'État',
    account: 'Compte',
    startType: 'Type de démarrage',
    since: 'Depuis',
    lastExit: 'Dernier arrêt',
    mode: 'Type',
  },
  state: {
    running: "En cours d'exécution",
    starting: 'En cours de démarrage',
    stopping: "En cours d'arrêt",
    stopped: 'Arrêté',
    failed: 'Terminé avec une erreur',
    'not-installed': 'Non installé',
  },
  startType: {
    automatic: 'Automatique, avec cet ordinateur',
    'automatic-delayed': 'Automatique, quelque temps après cet ordinateur',
    manual: 'Manuel',
    disabled: 'Désactivé',
    'with-the-app': 'Avec ce programme',
  },
  exit: {
    clean: 'Terminé normalement',
    terminated: "Terminé de l'extérieur",
    killed: 'Terminé de force',
    crashed: 'Arrêt inattendu (plantage)',
    'out-of-memory': 'Terminé de force par manque de mémoire',
    'timed-out': "N'a pas répondu à temps",
    'could-not-start': "N'a pas pu démarrer",
    'too-many-starts': "Terminé trop souvent de suite ; il n'a donc pas été redémarré",
    'never-started': 'Pas démarré depuis le démarrage de cet ordinateur',
    'logon-failed':
      "Son compte n'a pas pu ouvrir de session : mot de passe erroné, ou ouverture de session en tant que service non autorisée",
    'access-denied': "L'accès a été refusé à son compte",
    unexpected: 'Terminé avec une erreur',
  },
  /** What stopping has meant, once it is done. */
  stopped: "L'assistance à distance est terminée ; les licences attendent que le service soit redémarré.",
  changeAccount: {
    change: 'Changer',
    title: "Changer d'utilisateur de l'assistance à distance",
    note: "Print ORS Service s'exécute sous ce compte : avec ses droits sur les dossiers de licence et sur les dossiers partagés d'autres ordinateurs. Il est redémarré ; l'assistance à distance se termine alors. Le système demandera un administrateur.",
    domain: 'Domaine',
    here: 'Cet ordinateur ({computer})',
    user: "Nom d'utilisateur",
    password: 'Mot de passe',
    kept: 'Le gestionnaire de services du système le conserve ; ce programme ne le conserve pas.',
    unused:
      "Ce système ne demande pas de mot de passe pour un service. Ce qui est saisi ici n'est ni utilisé ni conservé.",
    builtIn:
      "Un compte du système lui-même n'a généralement aucun droit sur les dossiers partagés d'autres ordinateurs.",
    required: "Saisissez le nom d'utilisateur.",
    done: "Print ORS Service s'exécute maintenant sous le compte {account}.",
    embedded:
      "Le service s'exécute sous le compte qui a démarré ce programme. Un compte distinct nécessite le service installé.",
    session:
      '{technician} est connecté à cet ordinateur. Le changement de compte redémarre le service, ce qui met fin à la session immédiatement.',
    doing: 'Changement du compte en cours…',
  },
};
