/** Mensagens sobre o que as pessoas procuram com frequência no histórico. */
export const views = {
  views: {
    title: "Visualizações salvas",
    save: "Salvar esta visualização",
    name: "Nome da visualização",
    hint: "Só você a vê.",
    submit: "Salvar",
    saving: "Salvando…",
    remove: "Remover esta visualização",
    removing: "Removendo…",
  },
} as const;

export const viewErrors = {
  view_name_missing: "Digite um nome para a visualização.",
  view_name_too_long: "Use no máximo 40 caracteres.",
  view_name_unprintable: "Há caracteres neste nome que não podem ser mostrados. Apague e digite à mão.",
  view_name_taken:
    "Você já tem uma visualização com este nome. Escolha outro nome ou remova aquela primeiro.",
  view_empty: "Esta visualização mostra todos os links. Busque ou filtre primeiro e depois salve.",
  view_query_too_long: "A busca é longa demais para ser salva. Deixe-a mais curta.",
  too_many_views: "Você tem 20 visualizações, e não é possível ter mais. Remova uma que não usa mais.",
} as const;
