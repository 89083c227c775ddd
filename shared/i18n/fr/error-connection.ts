export const errorConnection = {
  'untrusted-sender': {
    sentence: "La demande ne venait pas d'une page de ce programme et a été refusée.",
    nextStep: 'Fermez le programme et rouvrez-le.',
  },
  'bad-input': {
    sentence: "La demande n'a pas été comprise.",
    nextStep: 'Vérifiez ce qui a été saisi et réessayez.',
  },
  internal: {
    sentence: "Une erreur s'est produite dans le programme.",
    nextStep:
      "Réessayez. Si l'erreur se reproduit, communiquez au centre d'assistance la référence qui figure sous « Détails ».",
  },
  'page-broken': {
    sentence: 'La fenêtre a cessé de fonctionner plusieurs fois de suite.',
    nextStep:
      'Réessayez, ou fermez votre session sur cet ordinateur et rouvrez-la. Print ORS Service ne dépend pas de la fenêtre et continue.',
  },
  'not-allowed': {
    sentence: "Votre compte d'utilisateur n'est pas autorisé à effectuer cette action.",
    nextStep: "Demandez à un membre du groupe des opérateurs de l'effectuer.",
  },
  'not-operator': {
    sentence:
      "Votre compte d'utilisateur n'est pas membre du groupe {group} ; Print ORS Service ne lui répond donc pas.",
    nextStep:
      "Demandez à l'administrateur de cet ordinateur de l'ajouter au groupe, puis fermez la session et rouvrez-la.",
  },
  'service-stopped': {
    sentence: "Print ORS Service n'est pas en cours d'exécution.",
    nextStep: 'Démarrez Print ORS Service.',
  },
  'service-untrusted': {
    sentence: 'Un autre programme occupe la place de Print ORS Service ; rien ne lui a donc été envoyé.',
    nextStep: 'Informez votre administrateur système ; le dossier du service a peut-être été modifié.',
  },
  'service-version': {
    sentence: "Le programme et Print ORS Service n'ont pas la même version.",
    nextStep: 'Fermez le programme et rouvrez-le ; si cela ne suffit pas, réinstallez-le.',
  },
  'service-busy': {
    sentence: 'Print ORS Service a trop de demandes en cours.',
    nextStep: 'Patientez un instant et réessayez.',
  },
  'service-already-running': {
    sentence: "Print ORS Service est déjà en cours d'exécution pour ce dossier de données.",
    nextStep: "Utilisez le service en cours d'exécution, ou arrêtez-le d'abord.",
  },
  'socket-in-the-way': {
    sentence:
      "Un élément qui n'appartient pas à Print ORS Service se trouve à l'emplacement {file} ; le service ne démarre donc pas.",
    nextStep: "Déterminez de quoi il s'agit, supprimez-le et redémarrez Print ORS Service.",
  },
  'verification-code-wrong': {
    sentence: "L'organisation de service n'accepte pas le code de vérification.",
    nextStep: "Demandez le code actuel au centre d'assistance et saisissez-le sous « Code de vérification ».",
  },
  'registration-blocked': {
    sentence: "L'organisation de service a bloqué cette installation.",
    nextStep: "Appelez le centre d'assistance.",
  },
  'organisation-unknown': {
    sentence: "Il n'existe aucune organisation de service avec cet ID.",
    nextStep: "Vérifiez « ID de l'organisation de service » ; le centre d'assistance le connaît.",
  },
  'serial-number-unknown': {
    sentence: "L'organisation de service ne connaît pas ce numéro de série.",
    nextStep:
      "Vérifiez sous Système, Licence que la bonne licence est installée, puis appelez le centre d'assistance.",
  },
  'installation-removed': {
    sentence: "L'organisation de service a supprimé cette installation.",
    nextStep: "Appelez le centre d'assistance, puis choisissez « Réessayer ».",
  },
  'registration-ended': {
    sentence: "L'organisation de service a mis fin à l'inscription de cette installation.",
    nextStep: "Appelez le centre d'assistance, puis choisissez « Réessayer ».",
  },
  'token-refused': {
    sentence: "Le back-office n'accepte plus cette installation, même après une nouvelle inscription.",
    nextStep: "Appelez le centre d'assistance, puis choisissez « Réessayer ».",
  },
  'back-office-name-not-found': {
    sentence: 'Le nom du back-office est introuvable sur le réseau.',
    nextStep: 'Vérifiez la connexion réseau et le serveur de noms de cet ordinateur.',
  },
  'back-office-unreachable': {
    sentence: 'Le back-office est injoignable.',
    nextStep: 'Vérifiez la connexion réseau. Une nouvelle tentative a lieu automatiquement.',
  },
  'back-office-timed-out': {
    sentence: "Le back-office n'a pas répondu à temps.",
    nextStep:
      'Rien à faire : une nouvelle tentative a lieu automatiquement. Si cela persiste, vérifiez la connexion réseau.',
  },
  'back-office-busy': {
    sentence: 'Le back-office est occupé et demande de patienter.',
    nextStep: 'Rien à faire : une nouvelle tentative a lieu automatiquement.',
  },
  'back-office-error': {
    sentence: 'Le back-office rencontre lui-même un problème.',
    nextStep:
      "Rien à faire : une nouvelle tentative a lieu automatiquement. Si cela persiste, appelez le centre d'assistance.",
  },
  'back-office-forbids': {
    sentence: 'Le back-office, ou un élément situé sur le trajet, ne laisse pas entrer cet ordinateur.',
    nextStep:
      "Une nouvelle tentative a lieu automatiquement. Si cela persiste, adressez-vous à votre administrateur réseau, puis appelez le centre d'assistance.",
  },
  'back-office-not-there': {
    sentence: "Un serveur répond à l'adresse du back-office, mais aucun back-office ne s'y trouve.",
    nextStep:
      "Une nouvelle tentative a lieu automatiquement. Si cela persiste, appelez le centre d'assistance.",
  },
  'back-office-address-refused': {
    sentence: "L'adresse du back-office n'est pas sécurisée.",
    nextStep:
      "Informez le centre d'assistance : le profil du fournisseur de ce programme doit contenir une adresse https.",
  },
  'answer-too-large': {
    sentence: 'Le back-office a envoyé plus que ce qui est autorisé ; sa réponse a donc été ignorée.',
    nextStep:
      "Rien à faire : une nouvelle tentative a lieu automatiquement. Si cela persiste, appelez le centre d'assistance.",
  },
  'answer-too-slow': {
    sentence: 'La réponse du back-office est arrivée trop lentement.',
    nextStep: 'Vérifiez la connexion réseau. Une nouvelle tentative a lieu automatiquement.',
  },
  'answer-unusable': {
    sentence: 'La réponse du back-office est inutilisable.',
    nextStep:
      "Rien à faire : une nouvelle tentative a lieu automatiquement. Si cela persiste, appelez le centre d'assistance.",
  },
  'sign-in-page': {
    sentence: 'Une page de connexion du réseau a répondu à la place du back-office.',
    nextStep:
      'Ouvrez un navigateur sur cet ordinateur, connectez-vous au réseau, puis choisissez « Réessayer ».',
  },
  'redirect-refused': {
    sentence:
      "Le back-office, ou un élément situé sur le trajet, a renvoyé vers une autre adresse ; ce renvoi n'a pas été suivi.",
    nextStep: "Informez votre administrateur réseau ou le centre d'assistance.",
  },
  'certificate-untrusted': {
    sentence: "Le certificat du back-office n'est pas approuvé (délivré par {issuer}).",
    nextStep:
      "Demandez à votre administrateur réseau si les connexions sont inspectées, et appelez le centre d'assistance.",
  },
  'certificate-expired': {
    sentence: "Le certificat du back-office a expiré ou n'est pas encore valable.",
    nextStep: "Vérifiez la date et l'heure de cet ordinateur, puis appelez le centre d'assistance.",
  },
  'certificate-wrong-name': {
    sentence: 'Le certificat appartient à un autre serveur que le back-office.',
    nextStep: "Informez votre administrateur réseau ou le centre d'assistance.",
  },
  'proxy-unreachable': {
    sentence: 'Le serveur proxy est injoignable.',
    nextStep: "Vérifiez « URL du proxy » et assurez-vous que le serveur proxy est en cours d'exécution.",
  },
  'proxy-refused': {
    sentence: 'Le serveur proxy ne laisse pas passer la connexion au back-office.',
    nextStep:
      "Demandez à votre administrateur réseau d'autoriser l'adresse du back-office ; il se peut aussi que le serveur proxy ne puisse pas la joindre.",
  },
  'proxy-detection-failed': {
    sentence: "Les paramètres proxy du système n'ont pas pu être détectés à temps.",
    nextStep:
      'Le script proxy de votre réseau est peut-être défectueux. Choisissez « Utiliser un serveur proxy » et renseignez « URL du proxy ».',
  },
  'proxy-login-required': {
    sentence: 'Le serveur proxy demande une authentification.',
    nextStep:
      "Choisissez « Utiliser un serveur proxy », activez « Authentification du serveur proxy » et saisissez les informations d'identification ; votre administrateur réseau les connaît.",
  },
  'proxy-login-refused': {
    sentence: "Le serveur proxy a refusé l'authentification.",
    nextStep:
      "Une seule tentative a été faite ; elle n'est pas répétée automatiquement. Vérifiez « Domaine du proxy », « Nom d'utilisateur du proxy » et « Mot de passe du proxy », puis enregistrez.",
  },
  'keychain-damaged': {
    sentence:
      'Le magasin de clés de Print ORS Service était endommagé. Ses fichiers ont été mis de côté et un nouveau magasin a été créé.',
    nextStep:
      'Saisissez de nouveau le code de vérification et, le cas échéant, le mot de passe du proxy, puis enregistrez.',
  },
  'keychain-unavailable': {
    sentence: "Le magasin de clés de ce compte d'utilisateur est verrouillé ou indisponible.",
    nextStep: 'Déverrouillez le magasin de clés (ouvrez une session sur le bureau), puis réessayez.',
  },
  disabled: {
    sentence: 'Remote Service est désactivé.',
    nextStep:
      "Activez l'option « Activé » sous Remote Service et enregistrez ; rien ne quitte cet ordinateur avant cela.",
  },
  'details-missing': {
    sentence: "Les paramètres ne sont pas encore complets ; aucune connexion n'a donc été établie.",
    nextStep: 'Complétez ce qui manque sous Remote Service et enregistrez.',
  },
  'proxy-name-not-found': {
    sentence: 'Le nom du serveur proxy est introuvable sur le réseau.',
    nextStep: 'Vérifiez « URL du proxy » ; votre administrateur réseau connaît cette adresse.',
  },
  'proxy-found-no-way': {
    sentence: 'Le serveur proxy répond, mais ne parvient pas lui-même à joindre le back-office.',
    nextStep:
      'Demandez à votre administrateur réseau si le serveur proxy peut accéder à Internet et rechercher des noms.',
  },
  'clock-off': {
    sentence: "L'horloge de cet ordinateur est décalée d'environ {minutes} minutes.",
    nextStep: "Réglez la date et l'heure de cet ordinateur, puis vérifiez de nouveau.",
  },
  'secret-unreadable': {
    sentence: 'Le code de vérification enregistré ne peut pas être ouvert sur cet ordinateur.',
    nextStep: 'Saisissez de nouveau le code de vérification et enregistrez.',
  },
};
