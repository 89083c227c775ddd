export const errorServerHealth = {
  'licence-ports-invalid': {
    sentence: "Ceci n'est pas un port de serveur de licences.",
    nextStep:
      "Saisissez un port, par exemple 27000, ou une plage telle que 27000-27009 ; laissez le champ vide pour n'importe quel port.",
  },
  'licence-host-invalid': {
    sentence: "Ceci n'est pas le nom d'un ordinateur.",
    nextStep: "Saisissez uniquement le nom d'hôte ou l'adresse, sans port.",
  },
  'reread-command-not-absolute': {
    sentence: "Le programme de la commande de relecture n'est pas indiqué avec son chemin complet.",
    nextStep: 'Saisissez le programme avec son chemin, depuis la racine, sur la première ligne.',
  },
  'reread-not-started': {
    sentence:
      'Impossible de démarrer la commande de relecture de {name}. La nouvelle licence est tout de même installée.',
    nextStep: "Vérifiez que le programme existe et que le compte de Print ORS Service peut l'exécuter.",
  },
  'reread-failed': {
    sentence:
      "La commande de relecture de {name} s'est terminée avec le code {exitCode}. La nouvelle licence est tout de même installée.",
    nextStep:
      'Essayez la commande manuellement, ou faites relire son fichier de licence au serveur de licences.',
  },
  'reread-timed-out': {
    sentence:
      "La commande de relecture de {name} ne s'est pas terminée d'elle-même en 30 secondes. La nouvelle licence est tout de même installée.",
    nextStep:
      'Essayez la commande manuellement, ou faites relire son fichier de licence au serveur de licences.',
  },
};
