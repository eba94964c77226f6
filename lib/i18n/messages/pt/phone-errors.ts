import type { PhoneIssue } from "@/lib/core/phone";

export const phoneErrors = {
  phone_missing: "Digite o número do cliente.",
  phone_not_a_number: "Isto não é um número de telefone. Use só dígitos.",
  phone_too_short: "O número é curto demais. Veja se não falta nenhum dígito.",
  phone_too_long: "O número é longo demais. Veja se é um só número.",
  phone_no_country: "Escreva com o código do país, como +55 11 98888 7777.",
  phone_unknown: "Esse número não existe nesse país. Confira os dígitos.",
} as const satisfies Record<PhoneIssue, string>;
