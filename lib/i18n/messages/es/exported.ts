import type { LogColumn } from "@/lib/domain/audit/export-log";
import type { CloseColumn } from "@/lib/domain/payment-links/close/export-close";
import type { LinkColumn } from "@/lib/domain/payment-links/history/export-links";

/** What stands in files for people in place of the codes of files for programs. */
export const exported = {
  exported: {
    links: {
      created_at: "Creado",
      time_zone: "Zona horaria",
      amount: "Monto",
      currency: "Moneda",
      description: "Descripción",
      reference: "Referencia",
      state: "Estado",
      mode: "Modo",
      created_by: "Creado por",
      url: "Dirección de 4Geeks",
      id: "ID",
      note: "Nota",
      tags: "Etiquetas",
      customer_name: "Cliente",
      customer_phone: "Teléfono del cliente",
      customer_reference: "Referencia del cliente",
      marked_paid_at: "Marcado como pagado el",
      marked_paid_by: "Marcado como pagado por",
      paid_reference: "Referencia del pago",
      paid_note: "Nota del pago",
      short_code: "Código de la dirección corta",
      expires_at: "Vence",
      first_opened_at: "Visto por primera vez",
      last_opened_at: "Visto por última vez",
      opened_count: "Veces visto",
      points_to_code: "Lleva al código",
      cancelled_at: "Cancelado el",
      cancelled_by: "Cancelado por",
      cancel_reason: "Motivo de la cancelación",
      replaced_by_code: "Reemplazado por el código",
    } satisfies Record<LinkColumn, string>,
    close: {
      from: "Desde",
      before: "Hasta",
      time_zone: "Zona horaria",
      mode: "Modo",
      created_by: "Creado por",
      currency: "Moneda",
      state: "Estado",
      links: "Enlaces",
      amount: "Monto",
    } satisfies Record<CloseColumn, string>,
    log: {
      at: "Hora",
      time_zone: "Zona horaria",
      name: "Nombre",
      email: "Correo electrónico",
      action: "Acción",
      about: "Sobre",
      from: "Dirección de red",
      details: "Detalles",
      id: "ID",
      request: "Solicitud",
    } satisfies Record<LogColumn, string>,
    states: {
      made: "Creados",
      marked_paid_made_before: "Marcados como pagados, creados antes",
    },
  },
  exportRun: {
    title: "Exportación",
    missing: "El archivo aún no ha empezado.",
    running: "{written, plural, one {# enlace escrito} other {# enlaces escritos}}",
    counted: "{written, number} de {total, plural, one {# enlace escrito} other {# enlaces escritos}}",
    done: "El archivo está completo: {written, plural, one {# enlace} other {# enlaces}}.",
    broken:
      "La descarga se interrumpió después de {written, plural, one {# enlace} other {# enlaces}}. El archivo está incompleto: no lo use.",
    cancelled: "Canceló la descarga. El archivo está incompleto: no lo use.",
    cancel: "Cancelar la descarga",
    again: "Probar otra vez",
    close: "Cerrar",
  },
  /** The same of files with other lines than links. */
  exportLines: {
    running: "{written, plural, one {# línea escrita} other {# líneas escritas}}",
    counted: "{written, number} de {total, plural, one {# línea escrita} other {# líneas escritas}}",
    done: "El archivo está completo: {written, plural, one {# línea} other {# líneas}}.",
    broken:
      "La descarga se interrumpió después de {written, plural, one {# línea} other {# líneas}}. El archivo está incompleto: no lo use.",
  },
} as const;
