export const desk = {
  desk: {
    nothingOpen: "Elija un enlace para verlo aquí.",
    pages: "Páginas",
  },
} as const;
