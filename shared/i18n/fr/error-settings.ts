export const errorSettings = {
  'settings-broken': {
    sentence:
      'Impossible de lire le fichier de paramètres. Il a été mis de côté tel quel et les valeurs par défaut sont en vigueur.',
    nextStep: 'Vérifiez les paramètres et enregistrez-les.',
  },
  'settings-newer': {
    sentence:
      'Le fichier de paramètres a été créé par une version plus récente de ce programme. Il a été mis de côté tel quel et les valeurs par défaut sont en vigueur.',
    nextStep: 'Mettez ce programme à jour, ou saisissez de nouveau les paramètres.',
  },
  'settings-changed-meanwhile': {
    sentence: 'Les paramètres ont été modifiés ailleurs entre-temps.',
    nextStep: 'Consultez les paramètres actuels, puis modifiez-les de nouveau.',
  },
  'settings-locked': {
    sentence: "Un autre programme est en train d'enregistrer les paramètres.",
    nextStep: 'Patientez un instant et enregistrez de nouveau.',
  },
  'settings-not-writable': {
    sentence: "Impossible d'enregistrer le fichier ; ce qui était enregistré auparavant est inchangé.",
    nextStep: "Vérifiez qu'il reste de l'espace sur le disque et que vous avez le droit d'y écrire.",
  },
  'settings-invalid': {
    sentence: "Les paramètres contiennent une erreur et n'ont pas été enregistrés.",
    nextStep: 'Corrigez les champs signalés et enregistrez de nouveau.',
  },
  'setting-locked': {
    sentence: "Ce paramètre est fixé par une stratégie de l'organisation. {by}",
    nextStep: 'Adressez-vous au responsable de la stratégie.',
  },
  'policy-untrusted': {
    sentence: "La stratégie {file} est ignorée, car elle n'est pas digne de confiance ({why}).",
    nextStep:
      "Demandez à un administrateur de veiller à ce que le fichier et son dossier appartiennent à root ou aux administrateurs, que personne d'autre ne puisse y écrire et que tout le monde puisse lire le fichier.",
  },
  'policy-invalid': {
    sentence: 'La stratégie {file} est ignorée, car elle contient une erreur à {detail}.',
    nextStep:
      'Demandez à un administrateur de la corriger. Sa forme est affichée par : remote-service schema policy',
  },
  'setting-unknown': {
    sentence: "Il n'existe aucun paramètre nommé {key}.",
    nextStep: 'Affichez la liste des noms avec : settings get',
  },
  'setting-not-available': {
    sentence: 'Cette version du programme ne propose pas ce paramètre.',
    nextStep: 'Choisissez un autre paramètre.',
  },
  'setting-value-wrong': {
    sentence: 'Cette valeur ne convient pas à {key}.',
    nextStep:
      "Indiquez true ou false, un nombre, l'un de ses mots, ou du JSON pour une liste, selon le paramètre.",
  },
  'setting-required': {
    sentence: 'Ce champ est obligatoire.',
    nextStep: 'Saisissez une valeur.',
  },
  'setting-too-long': {
    sentence: 'Cette valeur est trop longue.',
    nextStep: 'Saisissez au maximum {max} caractères.',
  },
  'setting-characters': {
    sentence: 'Cette valeur contient des caractères qui ne peuvent pas être utilisés ici.',
    nextStep: 'Saisissez-la de nouveau manuellement ; une copie peut introduire des caractères invisibles.',
  },
  'proxy-url-invalid': {
    sentence: "Ceci n'est pas l'adresse d'un serveur proxy.",
    nextStep: "Saisissez le nom d'hôte et le port, par exemple proxy.exemple.com:8080",
  },
  'proxy-url-required': {
    sentence: "L'adresse du serveur proxy est manquante.",
    nextStep: "Saisissez le nom d'hôte et le port, par exemple proxy.exemple.com:8080",
  },
  'proxy-user-name-required': {
    sentence: "Le nom d'utilisateur du proxy est manquant.",
    nextStep:
      "Saisissez le nom d'utilisateur pour le serveur proxy, ou désactivez « Authentification du serveur proxy ».",
  },
  'proxy-password-required': {
    sentence: 'Le mot de passe du proxy est manquant.',
    nextStep:
      'Saisissez le mot de passe pour le serveur proxy, ou désactivez « Authentification du serveur proxy ».',
  },
  'proxy-detect-with-assistance': {
    sentence:
      "L'assistance à distance ne fonctionne pas avec des paramètres de proxy détectés automatiquement.",
    nextStep:
      "Choisissez « Aucun serveur proxy » ou « Utiliser un serveur proxy », ou n'autorisez pas l'assistance à distance.",
  },
  'certificate-unreadable': {
    sentence: "Ceci n'est pas un certificat.",
    nextStep:
      'Choisissez un fichier contenant un certificat de votre organisation (PEM ou DER) ; votre administrateur réseau en dispose.',
  },
  'certificate-no-authority': {
    sentence: "Le certificat {name} appartient à un seul serveur et ne peut pas se porter garant d'autres.",
    nextStep: "Choisissez le certificat de l'autorité de certification qui l'a délivré.",
  },
  'certificate-out-of-date': {
    sentence: "Le certificat {name} n'est pas valable en ce moment.",
    nextStep:
      "Demandez le certificat actuel à votre administrateur réseau, et vérifiez l'horloge de cet ordinateur.",
  },
  'licence-path-required': {
    sentence: 'Le chemin de licence est manquant.',
    nextStep: 'Choisissez le dossier qui contient le fichier de licence.',
  },
  'licence-path-not-absolute': {
    sentence: "Le chemin de licence n'est pas complet.",
    nextStep: 'Saisissez le chemin complet, depuis la racine.',
  },
  'licence-server-name-taken': {
    sentence: 'Un autre serveur de licences porte ce nom.',
    nextStep: 'Saisissez un autre nom.',
  },
  'licence-server-path-taken': {
    sentence: 'Un autre serveur de licences utilise ce dossier.',
    nextStep: 'Choisissez un autre dossier.',
  },
  'licence-server-unknown': {
    sentence: 'Ce serveur de licences ne figure pas dans les paramètres enregistrés.',
    nextStep: "Enregistrez d'abord les paramètres.",
  },
  'licence-file-name-invalid': {
    sentence: "Ceci n'est pas un nom de fichier utilisable.",
    nextStep: "Utilisez uniquement des lettres, des chiffres, des points et des traits d'union.",
  },
  'settings-document-unusable': {
    sentence: 'Le fichier ne contient aucun paramètre pouvant être importé : {detail}.',
    nextStep: "Exportez de nouveau les paramètres, ou corrigez le fichier. Rien n'a été modifié.",
  },
  'secret-from-stdin': {
    sentence: "Un secret n'est pas accepté en ligne de commande, où d'autres pourraient le lire.",
    nextStep: "Indiquez un trait d'union comme valeur et envoyez le secret sur l'entrée standard.",
  },
  'command-unknown': {
    sentence: "Il n'existe aucune commande {command}.",
    nextStep: 'Affichez la liste des commandes avec : --help',
  },
  'usage-wrong': {
    sentence: "La commande n'est pas correcte : {detail}",
    nextStep: 'Affichez son utilisation avec : --help',
  },
  'file-unreadable': {
    sentence: 'Impossible de lire le fichier {file}.',
    nextStep: 'Vérifiez le nom du fichier et que vous avez le droit de le lire.',
  },
  'vendor-profile-invalid': {
    sentence: 'Le profil du fournisseur de ce programme est inutilisable : {detail}',
    nextStep: "Réinstallez le programme ou informez le centre d'assistance.",
  },
  'data-folder-unsafe': {
    sentence:
      "D'autres peuvent modifier le dossier de données {folder} ; le programme ne démarre donc pas avec ce dossier.",
    nextStep: 'Retirez aux autres leurs droits sur le dossier, puis redémarrez.',
  },
  'data-folder-unusable': {
    sentence: 'Le dossier de données {folder} est inutilisable.',
    nextStep:
      "Vérifiez qu'il est possible d'écrire dans le dossier et qu'il reste de l'espace sur le disque.",
  },
  'certificate-checks-off': {
    sentence: "L'environnement désactive la vérification des certificats ; le service ne démarre donc pas.",
    nextStep: "Retirez NODE_TLS_REJECT_UNAUTHORIZED de l'environnement.",
  },
  'switch-refused': {
    sentence: 'Le programme ne démarre pas avec --{name}, car cela lui retire sa protection.',
    nextStep:
      "Démarrez-le sans cette option. Si une AppImage l'affiche d'elle-même, ce système ne permet pas de bac à sable : installez-y le paquet deb ou rpm.",
  },
};
