export const certificateTrust = {
  offer: 'Considera attendibile il certificato di questa organizzazione',
  title: 'Considerare attendibile il certificato di questa organizzazione?',
  text: "Chi possiede questo certificato può leggere la connessione al back office. Chiedere l'impronta digitale al reparto IT o all'assistenza e proseguire solo se è identica, carattere per carattere. Il certificato viene aggiunto alle impostazioni e vale solo per il back office.",
  confirm: 'È identica: considera attendibile',
  saved: "D'ora in poi il certificato è considerato attendibile.",
};
