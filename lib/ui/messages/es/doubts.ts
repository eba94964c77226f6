export const doubts = {
  doubts: {
    mayMiss: "Desde entonces no pudimos asegurar que los vemos todos. Seguimos buscando.",
  },
} as const;
