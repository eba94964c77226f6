import type { LogColumn } from "@/lib/domain/audit/export-log";
import type { CloseColumn } from "@/lib/domain/payment-links/close/export-close";
import type { LinkColumn } from "@/lib/domain/payment-links/history/export-links";

/** What stands in files for people in place of the codes of files for programs. */
export const exported = {
  exported: {
    links: {
      created_at: "Criado em",
      time_zone: "Fuso horário",
      amount: "Valor",
      currency: "Moeda",
      description: "Descrição",
      reference: "Referência",
      state: "Situação",
      mode: "Modo",
      created_by: "Criado por",
      url: "Endereço na 4Geeks",
      id: "ID",
      note: "Nota",
      tags: "Etiquetas",
      customer_name: "Cliente",
      customer_phone: "Telefone do cliente",
      customer_reference: "Referência do cliente",
      marked_paid_at: "Marcado como pago em",
      marked_paid_by: "Marcado como pago por",
      paid_reference: "Referência do pagamento",
      paid_note: "Nota do pagamento",
      short_code: "Código do endereço curto",
      expires_at: "Expira em",
      first_opened_at: "Visto pela primeira vez",
      last_opened_at: "Visto pela última vez",
      opened_count: "Vezes visto",
      points_to_code: "Leva ao código",
      cancelled_at: "Cancelado em",
      cancelled_by: "Cancelado por",
      cancel_reason: "Motivo do cancelamento",
      replaced_by_code: "Substituído pelo código",
    } satisfies Record<LinkColumn, string>,
    close: {
      from: "De",
      before: "Até",
      time_zone: "Fuso horário",
      mode: "Modo",
      created_by: "Criado por",
      currency: "Moeda",
      state: "Situação",
      links: "Links",
      amount: "Valor",
    } satisfies Record<CloseColumn, string>,
    log: {
      at: "Hora",
      time_zone: "Fuso horário",
      name: "Nome",
      email: "E-mail",
      action: "Ação",
      about: "Sobre",
      from: "Endereço de rede",
      details: "Detalhes",
      id: "ID",
      request: "Solicitação",
    } satisfies Record<LogColumn, string>,
    states: {
      made: "Criados",
      marked_paid_made_before: "Marcados como pagos, criados antes",
    },
  },
  exportRun: {
    title: "Exportação",
    missing: "O arquivo ainda não começou.",
    running: "{written, plural, one {# link escrito} other {# links escritos}}",
    counted: "{written, number} de {total, plural, one {# link escrito} other {# links escritos}}",
    done: "O arquivo está completo: {written, plural, one {# link} other {# links}}.",
    broken:
      "O download foi interrompido depois de {written, plural, one {# link} other {# links}}. O arquivo está incompleto: não o use.",
    cancelled: "Você cancelou o download. O arquivo está incompleto: não o use.",
    cancel: "Cancelar o download",
    again: "Tentar de novo",
    close: "Fechar",
  },
  /** The same of files with other lines than links. */
  exportLines: {
    running: "{written, plural, one {# linha escrita} other {# linhas escritas}}",
    counted: "{written, number} de {total, plural, one {# linha escrita} other {# linhas escritas}}",
    done: "O arquivo está completo: {written, plural, one {# linha} other {# linhas}}.",
    broken:
      "O download foi interrompido depois de {written, plural, one {# linha} other {# linhas}}. O arquivo está incompleto: não o use.",
  },
} as const;
