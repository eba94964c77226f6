import type { NotesField, NotesIssue } from "@/lib/domain/payment-links/notes/schema";

export const notes = {
  notes: {
    title: "Nota, etiquetas e cliente",
    add: "Adicionar uma nota, etiquetas ou o cliente",
    change: "Alterar",
    tagsHint: "Separe com vírgulas. No máximo 10.",
    addTag: "Adicionar a etiqueta {tag}",
    phoneHint: "O WhatsApp abre com este número. Sem código do país, ele é lido como {code}.",
    phoneHintAny: "O WhatsApp abre com este número. Comece com + e o código do país.",
    referenceHint: "Como você chama o cliente ou o pedido, por exemplo o número do pedido.",
    private: "Só a sua equipe vê isto. Não é enviado à 4Geeks nem ao cliente.",
    save: "Salvar",
    saving: "Salvando…",
    remove: "Remover os dados do cliente",
    removeText: "Apaga o nome, o telefone e a referência. A nota fica.",
    removing: "Removendo…",
    whatsappTo: "O WhatsApp abre com {number}.",
  },
  customers: {
    title: "Remover os dados de um cliente",
    short: "Para um cliente que pede para ser esquecido.",
    text: "Apaga o nome, o telefone e a referência em todos os links com este número, e nas linhas de tabelas que o contêm. Notas, descrições e mensagens já enviadas ficam.",
    phone: "O telefone do cliente",
    find: "Buscar onde está",
    finding: "Buscando…",
    links: "{count, plural, one {# link} other {# links}}",
    rows: "{count, plural, one {# linha de uma tabela} other {# linhas de tabelas}}",
    found: "{number} está em {places}. Isto não pode ser desfeito.",
    remove: "Remover de todos os lugares",
    done: "Os dados do cliente foram removidos de {places}.",
  },
  notesField: {
    note: "Nota",
    tags: "Etiquetas",
    customerName: "Cliente",
    customerPhone: "Telefone do cliente",
    customerReference: "Referência do cliente",
  } satisfies Record<NotesField, string>,
} as const;

export const notesErrors = {
  customer_unknown: "Nenhum link nem tabela deste negócio tem este número. Confira os dígitos.",
  note_too_long: "Use no máximo 1.000 caracteres.",
  note_unprintable: "Há caracteres nesta nota que não podem ser mostrados. Apague e digite à mão.",
  tags_missing: "Digite pelo menos uma etiqueta.",
  tags_too_many: "Um link pode ter no máximo 10 etiquetas. Remova algumas.",
  tag_too_long: "Uma etiqueta pode ter no máximo 30 caracteres. Separe as etiquetas com vírgulas.",
  tag_unprintable: "Há caracteres em uma etiqueta que não podem ser mostrados. Apague e digite à mão.",
  customer_name_too_long: "Use no máximo 80 caracteres.",
  customer_name_unprintable: "Há caracteres neste nome que não podem ser mostrados. Apague e digite à mão.",
  customer_reference_too_long: "Use no máximo 60 caracteres.",
  customer_reference_unprintable:
    "Há caracteres nesta referência que não podem ser mostrados. Apague e digite à mão.",
} as const satisfies Record<NotesIssue | "customer_unknown", string>;
