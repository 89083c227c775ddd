export const pageAccess = {
  look: {
    title: 'É permitido ver, não alterar',
    text: 'Para alterar definições e dar comandos, pedir ao administrador deste computador que adicione a conta ao grupo {group}, terminar a sessão e voltar a iniciá-la.',
  },
  nothing: {
    title: 'Esta conta não pode ver esta instalação',
    text: 'O Print ORS Service responde apenas aos membros do grupo {group}. Pedir ao administrador deste computador que adicione a conta ao grupo, terminar a sessão e voltar a iniciá-la.',
  },
};
