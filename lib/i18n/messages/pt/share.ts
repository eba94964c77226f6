import type { PhoneIssue } from "@/lib/core/phone";
import type { ShareChannel } from "@/lib/domain/payment-links/schema";

export const share = {
  share: {
    more: "Mais formas",
    fullScreen: "Tela cheia",
    close: "Fechar",
    copyAddress: "Copiar",
    language: "A mensagem vai em",
    shortAddress: "Endereço curto",
    upstreamAddress: "Endereço na 4Geeks",
    upstreamForGood: "Este não pode ser cancelado.",
    copyMessage: "Copiar mensagem",
    sms: "SMS",
    email: "E-mail",
    number: "Para um número",
    nextCustomer: "Próximo cliente",
    keepNumber: "Guardar este número com o link",
    lastShared: "Compartilhado pela última vez: {name} {how}, {when}. Os mesmos botões enviam de novo.",
    numberHint: "Sem código do país, ele é lido como {code}.",
    numberHintAny: "Comece com + e o código do país.",
    openWhatsapp: "Abrir o WhatsApp para {number}",
    openSms: "Abrir SMS para {number}",
    passedOn: "Passado a outro app",
    notShared: "Não foi compartilhado",
    menuFailed:
      "O menu de compartilhar não abriu, então nada foi compartilhado. Tente de novo ou copie o link.",
    whatsappOpened: "O WhatsApp abriu. Envie a mensagem por lá.",
    smsAsked: "Abrindo SMS. Envie a mensagem por lá.",
    emailAsked: "Abrindo seu e-mail. Envie a mensagem por lá.",
    inactiveTitle: "Este link está inativo",
    inactiveText: "A 4Geeks diz que ele não está mais ativo. Não o compartilhe; crie outro.",
    abandonedTitle: "Este link foi descartado",
    abandonedText: "A 4Geeks nunca o confirmou. Não o compartilhe.",
  },
  shareChannel: {
    share_menu: "passou o link a outro app",
    whatsapp: "abriu o WhatsApp com o link",
    sms: "abriu SMS com o link",
    email: "abriu um e-mail com o link",
    copied_link: "copiou o link",
    copied_message: "copiou a mensagem com o link",
    copied_short: "copiou o endereço curto",
    copied_upstream: "copiou o endereço na 4Geeks",
    shown: "mostrou o código QR",
  } satisfies Record<ShareChannel, string>,
} as const;

export const phoneErrors = {
  phone_missing: "Digite o número do cliente.",
  phone_not_a_number: "Isto não é um número de telefone. Use só dígitos.",
  phone_too_short: "O número é curto demais. Veja se não falta nenhum dígito.",
  phone_too_long: "O número é longo demais. Veja se é um só número.",
  phone_no_country: "Escreva com o código do país, como +55 11 98888 7777.",
  phone_unknown: "Esse número não existe nesse país. Confira os dígitos.",
} as const satisfies Record<PhoneIssue, string>;
