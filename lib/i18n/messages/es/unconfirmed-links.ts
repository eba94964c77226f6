export const unconfirmedLinks = {
  unconfirmedLinks: {
    mayMiss: "Desde entonces no estamos seguros de verlos todos. Seguimos revisando.",
    more: "Más enlaces que no pudimos confirmar",
    moreFound: "Más de los encontrados desde entonces",
    whole: "Todos los pendientes",
  },
} as const;
