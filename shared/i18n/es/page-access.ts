export const pageAccess = {
  look: {
    title: 'Puede consultar, pero no cambiar',
    text: 'Para cambiar la configuración y dar órdenes, pida al administrador de este equipo que añada su cuenta al grupo {group}; después, cierre la sesión y vuelva a iniciarla.',
  },
  nothing: {
    title: 'Su cuenta no puede consultar esta instalación',
    text: 'Print ORS Service solo responde a los miembros del grupo {group}. Pida al administrador de este equipo que añada su cuenta al grupo; después, cierre la sesión y vuelva a iniciarla.',
  },
};
