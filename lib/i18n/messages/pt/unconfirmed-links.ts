export const unconfirmedLinks = {
  unconfirmedLinks: {
    mayMiss: "Desde então não temos certeza de ver todos. Continuamos conferindo.",
    more: "Mais links que não conseguimos confirmar",
    moreFound: "Mais dos encontrados desde então",
    whole: "Todas as pendências",
  },
} as const;
