import type { FilterIssueCode } from "@/lib/core/filters";

export const filters = {
  filterIssue: {
    nothingShown: "Nada é mostrado até corrigir isto:",
    too_long: "{name}: é longo demais. Use no máximo 200 caracteres.",
    unprintable: "{name}: tem caracteres que não podem ser mostrados. Apague e digite à mão.",
    not_in_list: "{name}: não conhecemos este valor. Escolha um da lista.",
    not_a_day: "{name}: isto não é uma data. Escolha o dia de novo, ou escreva assim: 2026-11-28.",
    not_a_time: "{name}: isto não é um horário. Escreva assim: 07:30 ou 22:00.",
    day_not_yet: "{name}: este dia ainda não chegou. Escolha hoje ou um dia anterior.",
    time_not_yet: "{name}: este horário ainda não chegou. Escolha um anterior.",
    shift_reversed:
      "{name}: este horário vem depois do último. Um turno que passa da meia-noite pode ter até 16 horas.",
    not_an_amount: "{name}: isto não é um valor. Escreva assim: 1500 ou 12,50.",
    reversed: "{name}: este dia vem depois do último. Escolha um anterior.",
    amounts_reversed: "{name}: este valor é maior que o máximo. Escolha um menor.",
    repeated: "{name}: o endereço tem isto mais de uma vez. Escolha um.",
    too_many: "{name}: são mais de 100. Escolha menos, ou use os filtros.",
    no_such_page: "O endereço desta página está danificado. Volte aos mais recentes.",
  } satisfies Record<FilterIssueCode | "nothingShown", string>,
  /** Enviado no lugar de um arquivo, como texto que o navegador mostra e não salva. */
  download: {
    signed_out: "Seu acesso terminou. Entre no Cobro e baixe de novo.",
    forbidden: "Sua função não inclui isto. Peça a um proprietário.",
    second_factor_missing: "Antes, ative a verificação em duas etapas no portal.",
    not_found: "Esse arquivo não existe aqui.",
    failed: "Algo deu errado do nosso lado. Baixe de novo.",
    busy: "Muitos arquivos estão sendo feitos neste momento. Baixe de novo em alguns segundos.",
  },
} as const;
