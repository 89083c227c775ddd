export const pageLicence = {
  inForce: 'Licence en vigueur',
  inForceNote: "Ce qu'accorde la licence la plus récente de votre organisation de service.",
  customer: 'Client',
  lastChange: 'Dernière modification',
  hostId: "ID d'hôte",
  fileDate: 'Date du fichier',
  noSequence: 'Le fichier est arrivé sans numéro',
  installedFile: 'Fichier de licence installé',
  featuresOn: 'Fonctionnalités sur {name}',
  service: 'Service de licence',
  serving: {
    serving: 'Répond sur le port {port} de {host}',
    'not-serving': 'Ne répond pas encore sur {host}',
    'not-asked': 'Pas encore interrogé',
  },
  servingNote: {
    serving: 'interrogé le {time}',
    'not-serving': 'interrogé le {time} ; il doit peut-être encore être démarré',
    'not-asked': "« Vérifier la connexion » l'interroge, tout comme chaque nouvelle licence",
  },
  noFile: "Aucun fichier de licence n'a encore été lu ici.",
  stopped: "Ce qui est installé s'affiche dès que le service est en cours d'exécution.",
  setUp: {
    title: 'Configurer un serveur de licences',
    text: 'Indiquez le dossier dans lequel le serveur de licences lit son fichier de licence. Le numéro de série y est ensuite lu, et les nouvelles licences y sont installées.',
  },
};
