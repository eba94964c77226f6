export const splitView = {
  splitView: {
    nothingOpen: "Elija un enlace para verlo aquí.",
    close: "Cerrar lo que está abierto",
    allKeys: "Todos los atajos",
    filteredBy: "Filtros: {filters}",
    creator: "Creado por",
    pages: "Páginas",
  },
} as const;
