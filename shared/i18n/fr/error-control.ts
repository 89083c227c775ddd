export const errorControl = {
  'service-not-installed': {
    sentence: "Print ORS Service n'est pas installé sur cet ordinateur.",
    nextStep: "Réinstallez le programme, ou adressez-vous à l'administrateur de cet ordinateur.",
  },
  'service-disabled': {
    sentence: 'Print ORS Service est désactivé sur cet ordinateur ; il ne peut donc pas être démarré.',
    nextStep: "Demandez à l'administrateur de cet ordinateur d'activer le service.",
  },
  'service-control-failed': {
    sentence: "Print ORS Service n'a pas fait ce qui lui était demandé.",
    nextStep:
      "Regardez sous « Services » comment la dernière exécution s'est terminée. Si cela persiste, appelez le centre d'assistance.",
  },
  'service-manager-silent': {
    sentence: 'Le gestionnaire de services de cet ordinateur ne répond pas.',
    nextStep: 'Réessayez dans un instant. Si cela persiste, redémarrez cet ordinateur.',
  },
  'elevation-needed': {
    sentence:
      'Depuis ce compte, seul un administrateur de cet ordinateur peut démarrer ou arrêter Print ORS Service.',
    nextStep: 'Confiez cette tâche à un administrateur, ou faites-vous ajouter au groupe des opérateurs.',
  },
  'elevation-refused': {
    sentence: "Le système n'a pas donné son autorisation ; rien n'a donc été modifié.",
    nextStep: "Réessayez avec le nom et le mot de passe d'un administrateur de cet ordinateur.",
  },
  'account-unknown': {
    sentence: "Ce compte n'existe pas.",
    nextStep:
      "Vérifiez le domaine et le nom d'utilisateur. Les comptes d'un domaine ne sont connus que si son serveur est joignable.",
  },
  'account-administrator': {
    sentence: "Le compte d'administrateur ne doit pas exécuter Print ORS Service.",
    nextStep: "Choisissez un compte qui n'a que les droits nécessaires pour les dossiers de licence.",
  },
  'account-password-wrong': {
    sentence: "Le mot de passe n'est pas celui de ce compte ; rien n'a donc été modifié.",
    nextStep:
      'Saisissez-le de nouveau en respectant les majuscules et les minuscules. Après plusieurs mots de passe erronés, un compte peut être verrouillé.',
  },
  'account-no-service-logon': {
    sentence:
      "Ce compte ne peut pas ouvrir de session en tant que service sur cet ordinateur ; rien n'a donc été modifié.",
    nextStep:
      "Demandez à un administrateur de lui accorder le droit « Ouvrir une session en tant que service » dans la stratégie de sécurité locale et de vérifier qu'il n'est ni désactivé, ni expiré, ni verrouillé.",
  },
  'account-change-failed': {
    sentence:
      "Print ORS Service n'a pas démarré sous ce compte ; il s'exécute donc de nouveau sous le compte précédent.",
    nextStep:
      'Assurez-vous que le compte peut ouvrir une session en tant que service et utiliser les dossiers des serveurs de licences, puis réessayez.',
  },
  'account-not-restored': {
    sentence:
      "Print ORS Service n'a démarré ni sous ce compte ni sous le précédent, dont Windows ne communique le mot de passe à personne.",
    nextStep: 'Choisissez de nouveau le compte précédent et saisissez son mot de passe.',
  },
};
