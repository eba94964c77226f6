export const splitView = {
  splitView: {
    nothingOpen: "Escolha um link para vê-lo aqui.",
    close: "Fechar o que está aberto",
    allKeys: "Todos os atalhos",
    filteredBy: "Filtros: {filters}",
    creator: "Criado por",
    pages: "Páginas",
  },
} as const;
