export const errorManual = {
  'licence-package-missing': {
    sentence: "Il n'y a pas encore de paquet de licence, donc pas de fichier de licence à enregistrer.",
    nextStep: 'Connectez-vous au back-office, ou importez le paquet de licence que vous avez reçu.',
  },
  'serial-number-missing': {
    sentence: "Le numéro de série n'est pas encore connu ; aucune licence ne peut donc être demandée.",
    nextStep:
      'Placez le premier fichier de licence dans le dossier de licence ; le numéro de série y est lu.',
  },
  'backup-missing': {
    sentence: "Cet ancien fichier de licence n'est plus conservé.",
    nextStep: "Choisissez-en un autre dans l'historique.",
  },
  'backup-unusable': {
    sentence: 'Cet ancien fichier de licence est endommagé ou a été modifié depuis sa conservation.',
    nextStep: "Choisissez-en un autre dans l'historique.",
  },
  'file-not-saved': {
    sentence: "Impossible d'enregistrer le fichier {file}.",
    nextStep: "Choisissez un emplacement où vous pouvez écrire et où il reste de l'espace.",
  },
  'file-exists': {
    sentence: 'Un fichier nommé {file} existe déjà ; il a été laissé tel quel.',
    nextStep: 'Choisissez un autre nom, ou ajoutez --force pour le remplacer.',
  },
};
