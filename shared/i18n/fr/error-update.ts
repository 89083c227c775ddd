export const errorUpdate = {
  'update-index-refused': {
    sentence:
      "La liste des versions logicielles n'a pas passé sa vérification ({reason}) ; elle a été demandée deux fois.",
    nextStep: "Rien n'a été téléchargé. Si cela persiste, informez le centre d'assistance.",
  },
  'update-hash-mismatch': {
    sentence:
      "La mise à jour téléchargée n'est pas celle que le fournisseur a signée ; elle a été récupérée deux fois, puis supprimée.",
    nextStep:
      "Appuyez sur « Télécharger » pour la récupérer une fois de plus. En cas de nouvel échec, informez le centre d'assistance.",
  },
  'update-too-large': {
    sentence:
      'Les données reçues dépassent la taille signée de la mise à jour ; le téléchargement a été arrêté et supprimé.',
    nextStep:
      "Appuyez sur « Télécharger » pour la récupérer une fois de plus. En cas de nouvel échec, informez le centre d'assistance.",
  },
  'update-disk-full': {
    sentence: "Il n'y a pas assez d'espace libre pour la mise à jour.",
    nextStep: "Libérez de l'espace ; le téléchargement reprend ensuite automatiquement.",
  },
  'update-folder-unusable': {
    sentence: "Impossible d'écrire la mise à jour dans le dossier de téléchargement de Print ORS Service.",
    nextStep: 'Vérifiez le disque de cet ordinateur, puis appuyez sur « Télécharger ».',
  },
  'update-none': {
    sentence: "Il n'y a aucune mise à jour à télécharger.",
    nextStep: 'Recherchez de nouveau des mises à jour plus tard.',
  },
  'update-not-downloaded': {
    sentence: 'La mise à jour ne se trouve pas encore sur cet ordinateur.',
    nextStep: "Attendez qu'elle soit téléchargée et vérifiée, puis installez-la.",
  },
  'update-changed': {
    sentence:
      'La mise à jour téléchargée a été modifiée après sa vérification ; elle a été supprimée et est de nouveau récupérée.',
    nextStep: "Attendez qu'elle soit de nouveau téléchargée et vérifiée.",
  },
  'update-installer-unknown': {
    sentence: "Cet ordinateur ne peut pas démarrer automatiquement ce type de programme d'installation.",
    nextStep: "Demandez au centre d'assistance comment installer cette mise à jour.",
  },
  'update-install-refused': {
    sentence: "Le système n'a pas autorisé l'installation de la mise à jour.",
    nextStep: "Demandez à un administrateur de cet ordinateur de l'installer.",
  },
  'update-install-failed': {
    sentence: "Impossible d'installer la mise à jour ; la version utilisée est conservée.",
    nextStep: "Réessayez. En cas de nouvel échec, informez le centre d'assistance.",
  },
};
