/** Las frases de los límites de un negocio. */
export const limitErrors = {
  limit_wrong: "Escriba un número entero de 1 a 100000, o nada para el habitual.",
  links_used_up:
    "Este negocio ya creó todos los enlaces que puede crear en una hora. Espere un rato, o pida más a quien administra este portal.",
  too_many_businesses:
    "En la última hora se crearon muchos negocios desde aquí. Espere un rato e inténtelo de nuevo.",
  team_full:
    "Este equipo ya tiene todas las personas e invitaciones que puede tener. Quite una, o pida más a quien administra este portal.",
  no_room_in_team:
    "Ya no hay lugar en este equipo. Pida a quien le invitó que haga lugar, y abra de nuevo la invitación.",
} as const;
