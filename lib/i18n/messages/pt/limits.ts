/** As frases dos limites de um negócio. */
export const limitErrors = {
  limit_wrong: "Digite um número inteiro de 1 a 100000, ou nada para o de costume.",
  links_used_up:
    "Este negócio já criou todos os links que pode criar em uma hora. Espere um pouco, ou peça mais a quem administra este portal.",
  too_many_businesses:
    "Na última hora foram criados muitos negócios a partir daqui. Espere um pouco e tente de novo.",
  team_full:
    "Esta equipe já tem todas as pessoas e convites que pode ter. Remova um, ou peça mais a quem administra este portal.",
  no_room_in_team:
    "Não há mais lugar nesta equipe. Peça a quem convidou você que abra um lugar, e abra o convite de novo.",
} as const;
