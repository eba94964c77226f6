/** Las frases de los límites de un negocio. */
export const limitErrors = {
  limit_wrong: "Escribe un número entero de 1 a 100000, o nada para el habitual.",
  links_used_up:
    "Este negocio ya creó todos los enlaces que puede crear en una hora. Espera un rato, o pide más a quien administra este portal.",
  too_many_businesses:
    "En la última hora se crearon muchos negocios desde aquí. Espera un rato e inténtalo de nuevo.",
  team_full:
    "Este equipo ya tiene todas las personas e invitaciones que puede tener. Quita una, o pide más a quien administra este portal.",
  no_room_in_team:
    "Ya no hay lugar en este equipo. Pide a quien te invitó que haga lugar, y abre de nuevo la invitación.",
} as const;
