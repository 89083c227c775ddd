export const licenceServerAdvanced = {
  summary: 'Avancé',
  host: 'Ordinateur du serveur de licences',
  hostHelpLocal: 'Où interroger le service de licence sur son port ; vide signifie cet ordinateur.',
  hostHelpRemote:
    "Où interroger le service de licence sur son port ; vide signifie l'ordinateur qui partage le dossier.",
  ports: 'Port',
  portsHelp: 'Un port ou une plage ; vide signifie celui que fixe le fichier de licence, sinon 27000-27009.',
  hostId: "ID d'hôte",
  hostIdHelp:
    "Un fichier de licence lié à un autre ID d'hôte n'est pas installé ici. Vide signifie celui du fichier en place.",
  reread: 'Commande de relecture',
  rereadHelp:
    "Exécutée après l'installation d'une nouvelle licence, par le compte de Print ORS Service. Un mot par ligne, d'abord le programme avec son chemin complet ; laissez le champ vide si le serveur de licences s'en aperçoit de lui-même.",
  confirm: {
    title: 'Exécuter cette commande après chaque nouvelle licence ?',
    message:
      "Print ORS Service l'exécute sous son propre compte, exactement telle qu'elle figure ici : sans shell et avec un environnement vide, pendant 30 secondes au maximum.",
    word: 'Mot {number}',
    yes: 'Utiliser cette commande',
    no: 'Retour',
  },
};
