import type { NotesField, NotesIssue } from "@/lib/domain/payment-links/notes/schema";

export const notes = {
  notes: {
    title: "Nota, etiquetas y cliente",
    add: "Agregar una nota, etiquetas o el cliente",
    change: "Cambiar",
    tagsHint: "Sepárelas con comas. Máximo 10.",
    addTag: "Agregar la etiqueta {tag}",
    phoneHint: "WhatsApp se abre con este número. Sin código de país se lee como {code}.",
    phoneHintAny: "WhatsApp se abre con este número. Empiece con + y el código de país.",
    referenceHint: "Como llama usted al cliente o al pedido, por ejemplo un número de factura.",
    private: "Solo lo ve su equipo. No se envía a 4Geeks ni al cliente.",
    save: "Guardar",
    saving: "Guardando…",
    remove: "Eliminar los datos del cliente",
    removeText: "Vacía el nombre, el teléfono y la referencia. La nota se queda.",
    removing: "Eliminando…",
    whatsappTo: "WhatsApp se abre con {number}.",
  },
  customers: {
    title: "Eliminar los datos de un cliente",
    short: "Para un cliente que pide que lo olviden.",
    text: "Vacía el nombre, el teléfono y la referencia en todos los enlaces con este número, y en las filas de tablas que lo dicen. Las notas, las descripciones y los mensajes que se enviaron se quedan.",
    phone: "El teléfono del cliente",
    find: "Buscar dónde está",
    finding: "Buscando…",
    links: "{count, plural, one {# enlace} other {# enlaces}}",
    rows: "{count, plural, one {# fila de una tabla} other {# filas de tablas}}",
    found: "{number} está en {places}. Esto no se puede deshacer.",
    remove: "Eliminarlos de todas partes",
    done: "Los datos del cliente se eliminaron de {places}.",
  },
  notesField: {
    note: "Nota",
    tags: "Etiquetas",
    customerName: "Cliente",
    customerPhone: "Teléfono del cliente",
    customerReference: "Referencia del cliente",
  } satisfies Record<NotesField, string>,
} as const;

export const notesErrors = {
  customer_unknown: "Ningún enlace ni tabla de este negocio tiene este número. Revise los dígitos.",
  note_too_long: "Use como máximo 1000 caracteres.",
  note_unprintable: "Hay caracteres en esta nota que no se pueden mostrar. Bórrela y escríbala a mano.",
  tags_missing: "Escriba al menos una etiqueta.",
  tags_too_many: "Un enlace puede tener como máximo 10 etiquetas. Quite algunas.",
  tag_too_long: "Una etiqueta puede tener como máximo 30 caracteres. Sepárelas con comas.",
  tag_unprintable: "Hay caracteres en una etiqueta que no se pueden mostrar. Bórrela y escríbala a mano.",
  customer_name_too_long: "Use como máximo 80 caracteres.",
  customer_name_unprintable:
    "Hay caracteres en este nombre que no se pueden mostrar. Bórrelo y escríbalo a mano.",
  customer_reference_too_long: "Use como máximo 60 caracteres.",
  customer_reference_unprintable:
    "Hay caracteres en esta referencia que no se pueden mostrar. Bórrela y escríbala a mano.",
} as const satisfies Record<NotesIssue | "customer_unknown", string>;
