export const errorManual = {
  'licence-package-missing': {
    sentence: 'Ainda não há nenhum pacote de licença, pelo que não há ficheiro de licença para guardar.',
    nextStep: 'Estabelecer ligação ao back office ou importar o pacote de licença recebido.',
  },
  'serial-number-missing': {
    sentence: 'O número de série ainda não é conhecido, pelo que não é possível pedir uma licença.',
    nextStep:
      'Colocar o primeiro ficheiro de licença na pasta da licença; o número de série é lido a partir dele.',
  },
  'backup-missing': {
    sentence: 'Este ficheiro de licença anterior já não está conservado.',
    nextStep: 'Escolher outro no histórico.',
  },
  'backup-unusable': {
    sentence: 'Este ficheiro de licença anterior está danificado ou foi alterado depois de ser conservado.',
    nextStep: 'Escolher outro no histórico.',
  },
  'file-not-saved': {
    sentence: 'Não foi possível guardar o ficheiro {file}.',
    nextStep: 'Escolher um local onde seja permitido escrever e onde haja espaço.',
  },
  'file-exists': {
    sentence: 'Já existe um ficheiro com o nome {file}; ficou como está.',
    nextStep: 'Escolher outro nome ou acrescentar --force para o substituir.',
  },
};
