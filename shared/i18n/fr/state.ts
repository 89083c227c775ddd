import { assistanceActivity } from './assistance';

export const connection = {
  label: 'État de la connexion',
  state: {
    disabled: 'Désactivé',
    'not-configured': 'Pas encore configuré',
    'service-stopped': "Service pas en cours d'exécution",
    connecting: 'Connexion en cours',
    connected: 'Connecté',
    failed: 'Échec de la connexion',
  },
  explain: {
    disabled: "Remote Service est désactivé. Il n'y a pas de connexion au back-office.",
    'not-configured': 'Il manque quelques étapes avant de pouvoir établir une connexion.',
    'service-stopped':
      "Print ORS Service n'est pas en cours d'exécution ; il n'y a donc pas de connexion et les licences attendent.",
    connecting: "La connexion au back-office est en cours d'établissement.",
    connected: 'La connexion au back-office est établie.',
    failed: "Il n'y a pas de connexion au back-office.",
  },
  since: 'depuis le {time}',
  nextTry: 'Prochaine tentative le {time}',
  missing: {
    'service-organisation-id': "Saisir l'ID de l'organisation de service",
    'verification-code': 'Saisir le code de vérification',
    'licence-server': 'Ajouter un serveur de licences',
    'serial-number': 'Placer un fichier de licence avec un numéro de série dans le dossier de licence',
  },
};

export const licenceServer = {
  state: {
    'up-to-date': 'À jour',
    behind: 'En attente de la nouvelle licence',
    installing: 'Mise à jour en cours',
    failing: 'Mise à jour impossible',
    'waiting-for-operator': 'À copier manuellement',
    'copied-by-hand': 'Copiée manuellement',
    'kept-by-hand': 'Autre licence conservée manuellement',
    unknown: 'Pas encore connu',
  },
  kind: { local: 'Local', remote: 'Distant' },
};

export const licenceDifference = {
  reason: {
    initial: 'Première licence',
    'maintenance-extended': 'Période de maintenance prolongée',
    'features-added': 'Fonctionnalités ajoutées',
    'users-added': 'Utilisateurs ajoutés',
    replacement: 'Licence remplacée',
  },
  users: 'Utilisateurs {from} → {to}',
  usersFirst: 'Utilisateurs {to}',
  maintenance: "maintenance jusqu'au {to}",
  expiry: "valable jusqu'au {to}",
  expiryPerpetual: 'valable sans fin',
  featureAdded: '{name} ajoutée ({quantity})',
  featureRemoved: '{name} supprimée',
  featureQuantity: '{name} {from} → {to}',
  featureExpiry: "{name} valable jusqu'au {to}",
  featureExpiryPerpetual: '{name} valable sans fin',
  nothing: 'aucun changement des fonctionnalités, des utilisateurs ou des dates',
};

export const activity = {
  kind: {
    'service-started': 'Print ORS Service démarré',
    'service-stopped': 'Print ORS Service arrêté',
    'service-control': 'Démarrage, arrêt ou redémarrage demandé',
    'settings-applied': 'Paramètres en vigueur',
    'settings-broken': 'Fichier de paramètres illisible',
    'policy-ignored': 'Stratégie ignorée',
    connected: 'Connecté au back-office',
    'connection-failed': 'Échec de la connexion',
    'connection-disabled': 'Connexion désactivée',
    registered: "Inscrit auprès de l'organisation de service",
    'registration-ended': "Inscription terminée par l'organisation de service",
    'licence-received': 'Nouvelle licence reçue',
    'licence-refused': 'Licence refusée',
    'licence-changed': 'Ce que la nouvelle licence a changé',
    'licence-installed': 'Licence installée',
    'licence-install-failed': "Impossible d'installer la licence",
    'licence-rolled-back': 'Licence précédente remise en place',
    'licence-recovered': 'Installation interrompue terminée',
    'licence-imported': "Licence apportée par l'opérateur",
    'licence-file-imported': "Fichier de licence sans signature mis en place par l'opérateur",
    'licence-restored': "Fichier de licence antérieur remis en place par l'opérateur",
    'licence-file-saved': "Fichier de licence enregistré par l'opérateur",
    'licence-request-made': "Demande de licence créée par l'opérateur",
    'key-set-renewed': "Clés de l'organisation de service renouvelées",
    'key-set-refused': "Clés de l'organisation de service refusées",
    'reread-done': 'Serveur de licences invité à relire son fichier',
    'reread-failed': 'Échec de la commande de relecture',
    'expiry-notice': 'Expiration de la licence annoncée',
    'maintenance-notice': 'Fin de la période de maintenance annoncée',
    'clock-suspect': "L'horloge de cet ordinateur semble incorrecte",
    'event-skipped': "Message d'un type inconnu ignoré",
    announcement: "Message de l'organisation de service",
    'try-again': 'Nouvelle tentative sur demande',
    'release-index-refused': 'La liste des versions logicielles a été refusée',
    'release-offered': 'Une mise à jour est proposée',
    'update-download-asked': 'Téléchargement de la mise à jour demandé',
    'update-paused': 'Téléchargement de la mise à jour suspendu',
    'update-downloaded': 'Mise à jour téléchargée et vérifiée',
    'update-refused': 'Mise à jour téléchargée refusée',
    'update-install-asked': 'Installation de la mise à jour démarrée',
    'update-installed': 'Mise à jour installée',
    'connection-checked': 'Connexion vérifiée',
    'licence-marked-as-copied': 'Licence marquée comme copiée manuellement',
    'licence-found-copied': 'Licence copiée manuellement trouvée',
    'entitlement-skipped': 'Mise à jour installée sans vérifier si la période de maintenance la couvre',
    ...assistanceActivity,
  },
  actor: {
    service: 'Print ORS Service',
    operator: 'Opérateur',
    'back-office': 'Organisation de service',
  },
};

export const consequence = {
  connects: "L'enregistrement connecte cette installation au back-office.",
  disconnects:
    "L'enregistrement met fin à la connexion au back-office et à une session d'assistance à distance en cours ; les licences attendent qu'elle soit réactivée.",
  'registers-again': "L'enregistrement inscrit de nouveau cette installation.",
  reconnects: "L'enregistrement reconnecte Print ORS Service.",
  'licence-servers-read': "L'enregistrement relit les serveurs de licences.",
  'licence-server-removed': "Après l'enregistrement, un serveur de licences n'est plus mis à jour.",
};

export const notification = {
  licenceInstalled: 'Nouvelle licence installée',
  connectionFailed: 'Échec de la connexion',
  connectionBack: 'De nouveau connecté',
};

export const tray = {
  stopAssistance: "Arrêter l'assistance à distance",
  assistance: "L'assistance à distance est en cours",
  open: 'Ouvrir Remote Service',
  tryNow: 'Réessayer la connexion',
  check: 'Vérifier la connexion',
  quit: 'Quitter',
  view: 'Affichage',
  zoomIn: 'Texte plus grand',
  zoomOut: 'Texte plus petit',
  resetZoom: 'Taille de texte normale',
  close: 'Fermer la fenêtre',
  tooltip: 'Remote Service : {state}',
};
