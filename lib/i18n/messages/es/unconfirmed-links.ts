export const unconfirmedLinks = {
  unconfirmedLinks: {
    mayMiss: "Desde entonces no pudimos asegurar que los vemos todos. Seguimos buscando.",
    more: "Más enlaces que no pudimos confirmar",
    moreFound: "Más de los encontrados desde entonces",
    whole: "Toda la bandeja",
  },
} as const;
