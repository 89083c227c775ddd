export const errorLicence = {
  'path-missing': {
    sentence: "Le dossier de licence n'existe pas.",
    nextStep: 'Vérifiez le chemin de licence, ou créez le dossier.',
  },
  'not-a-folder': {
    sentence: 'Le chemin de licence ne désigne pas un dossier.',
    nextStep: 'Saisissez le dossier qui contient le fichier de licence.',
  },
  'access-denied': {
    sentence: "Le compte qui exécute Print ORS Service n'a pas le droit d'utiliser le dossier de licence.",
    nextStep: 'Donnez à ce compte les droits Modification, Lecture et Écriture sur le dossier.',
  },
  'read-only': {
    sentence: 'Le dossier de licence est en lecture seule.',
    nextStep: "Autorisez l'écriture dans le dossier, ou choisissez-en un autre.",
  },
  'disk-full': {
    sentence: "Il n'y a plus d'espace dans le dossier de licence.",
    nextStep: "Libérez de l'espace ; la licence est ensuite installée automatiquement.",
  },
  'share-unreachable': {
    sentence: "Impossible de lire le dossier de licence ou d'y écrire.",
    nextStep: 'Vérifiez le disque ou le lecteur réseau sur lequel se trouve le dossier.',
  },
  'timed-out': {
    sentence: 'Le dossier de licence ne répond pas.',
    nextStep: 'Vérifiez le disque ou le lecteur réseau sur lequel se trouve le dossier.',
  },
  'file-in-use': {
    sentence: 'Le fichier de licence est utilisé par un autre programme.',
    nextStep: 'Fermez le programme qui utilise le fichier ; une nouvelle tentative a lieu automatiquement.',
  },
  'verify-failed': {
    sentence:
      'La relecture du fichier de licence ne correspond pas à ce qui a été écrit ; le fichier précédent a été remis en place.',
    nextStep: 'Vérifiez le disque sur lequel se trouve le dossier.',
  },
  'link-in-the-way': {
    sentence: "Un lien se trouve à la place du fichier de licence ; il n'a pas été suivi.",
    nextStep: 'Remplacez le lien par le fichier réel.',
  },
  'unknown-content': {
    sentence:
      "Le fichier de licence a été modifié par quelqu'un d'autre pendant une mise à jour ; il a été laissé tel quel.",
    nextStep: 'Vérifiez le fichier de licence, puis choisissez « Réessayer ».',
  },
  'licence-file-missing': {
    sentence: "Il n'y a pas encore de fichier de licence dans le dossier de licence.",
    nextStep: 'Placez le premier fichier de licence dans le dossier.',
  },
  'licence-file-unreadable': {
    sentence: 'Ce programme ne peut pas lire le fichier de licence.',
    nextStep: 'Vérifiez que le fichier est bien le fichier de licence FlexNet du produit.',
  },
  'too-large': {
    sentence: "Le fichier est plus volumineux qu'une licence ne peut l'être.",
    nextStep: "Demandez à l'organisation de service de renvoyer la licence.",
  },
  malformed: {
    sentence: "Le fichier n'est pas un paquet de licence.",
    nextStep: "Demandez à l'organisation de service de renvoyer la licence.",
  },
  'header-not-allowed': {
    sentence: 'Le paquet de licence comporte un en-tête non autorisé.',
    nextStep: "Informez l'organisation de service.",
  },
  'wrong-type': {
    sentence: "Le fichier est signé, mais il s'agit d'un autre type de document.",
    nextStep: 'Choisissez le paquet de licence.',
  },
  'unknown-key': {
    sentence: 'La licence est signée avec une clé que ce programme ne connaît pas.',
    nextStep: 'Vérifiez que la licence provient de votre organisation de service.',
  },
  'key-revoked': {
    sentence: "La licence est signée avec une clé qui n'est plus valable.",
    nextStep: "Demandez une nouvelle licence à l'organisation de service.",
  },
  'key-role': {
    sentence: "La licence est signée avec une clé qui n'est pas prévue pour les licences.",
    nextStep: "Informez l'organisation de service.",
  },
  algorithm: {
    sentence: "La licence est signée d'une manière qui n'est pas acceptée.",
    nextStep: "Informez l'organisation de service.",
  },
  signature: {
    sentence: 'La signature de la licence est incorrecte ; le fichier a été modifié ou endommagé.',
    nextStep: "Demandez à l'organisation de service de renvoyer la licence.",
  },
  'not-json': {
    sentence: 'Le contenu de la licence est illisible.',
    nextStep: "Informez l'organisation de service.",
  },
  schema: {
    sentence: "Le contenu de la licence n'est pas conforme.",
    nextStep: "Informez l'organisation de service.",
  },
  'newer-format': {
    sentence: 'La licence a été créée pour une version plus récente de ce programme.',
    nextStep: 'Mettez ce programme à jour.',
  },
  'wrong-product': {
    sentence: 'La licence est destinée à un autre produit.',
    nextStep: "Demandez la bonne licence à l'organisation de service.",
  },
  'wrong-serial-number': {
    sentence: 'La licence est destinée à un autre numéro de série.',
    nextStep: "Demandez à l'organisation de service la licence de cette installation.",
  },
  'wrong-host': {
    sentence: 'La licence est liée à un autre serveur de licences.',
    nextStep: "Demandez à l'organisation de service une licence pour ce serveur de licences.",
  },
  'issued-in-future': {
    sentence: 'La date de la licence est dans le futur.',
    nextStep: "Vérifiez la date et l'heure de cet ordinateur.",
  },
  replayed: {
    sentence: 'La licence est plus ancienne que celle qui est installée.',
    nextStep: 'Rien à faire : la licence installée est conservée.',
  },
  conflicting: {
    sentence: 'Il existe deux licences différentes avec le même numéro.',
    nextStep: "Informez l'organisation de service.",
  },
  implausible: {
    sentence: 'Le numéro de la licence est très supérieur à celui de la licence installée.',
    nextStep: "Informez l'organisation de service.",
  },
  expired: {
    sentence: 'La licence a expiré, mais pas celle qui est installée.',
    nextStep: "Demandez une licence actuelle à l'organisation de service.",
  },
  nonce: {
    sentence: 'Le back-office a répondu avec une ancienne preuve.',
    nextStep: 'Rien à faire : une nouvelle tentative a lieu automatiquement.',
  },
  stale: {
    sentence: "La preuve du back-office n'est plus assez récente.",
    nextStep: "Vérifiez la date et l'heure de cet ordinateur. Une nouvelle tentative a lieu automatiquement.",
  },
  threshold: {
    sentence: "Le jeu de clés n'est pas signé par assez de clés racines du fournisseur.",
    nextStep: "Informez l'organisation de service.",
  },
  'index-mismatch': {
    sentence: "La licence reçue n'est pas celle que le back-office avait annoncée.",
    nextStep: 'Rien à faire : une nouvelle tentative a lieu automatiquement.',
  },
  'maintenance-unknown': {
    sentence: "Aucune licence signée n'indique jusqu'à quand dure la période de maintenance.",
    nextStep: 'Connectez-vous au back-office, ou installez un paquet de licence.',
  },
  'no-licence': {
    sentence: "L'organisation de service n'a pas encore de licence pour cette installation.",
    nextStep: "Rien à faire : elle sera installée automatiquement dès qu'elle sera disponible.",
  },
  'no-licence-server': {
    sentence: "Aucun serveur de licences n'est configuré.",
    nextStep: 'Ajoutez un serveur de licences sous Système, Connectivité, Remote Service.',
  },
};
