export const certificateTrust = {
  offer: 'Approuver le certificat de cette organisation',
  title: 'Approuver le certificat de cette organisation ?',
  text: "Quiconque détient ce certificat peut lire la connexion au back-office. Demandez son empreinte numérique à votre service informatique ou au centre d'assistance, et ne continuez que si elle est identique, caractère par caractère. Le certificat est ajouté aux paramètres et ne vaut que pour le back-office.",
  confirm: 'Elle est identique : approuver',
  saved: 'Le certificat est désormais approuvé.',
};
