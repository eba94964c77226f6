import type { SentenceCode } from "@/lib/i18n/language/error-code";
import { cancelErrors } from "@/lib/i18n/messages/pt/cancel";
import { expiryErrors } from "@/lib/i18n/messages/pt/expiry";
import { limitErrors } from "@/lib/i18n/messages/pt/limits";
import { notesErrors } from "@/lib/i18n/messages/pt/notes";
import { paidErrors } from "@/lib/i18n/messages/pt/paid";
import { phoneErrors } from "@/lib/i18n/messages/pt/phone-errors";
import { unanswered } from "@/lib/i18n/messages/pt/unanswered";
import { viewErrors } from "@/lib/i18n/messages/pt/views";

export const errors = {
  unexpected: "Algo deu errado do nosso lado. O que você digitou continua aqui; tente de novo.",
  busy: "Muita gente está fazendo isto neste momento. O que você digitou continua aqui; tente de novo em alguns segundos.",
  form_unreadable: "Não conseguimos ler o formulário. Abra a página de novo.",
  field_too_long: "Isto é longo demais. Encurte.",
  form_too_long: unanswered.tooLong,

  name_missing: "Digite seu nome.",
  name_too_long: "Use no máximo 100 caracteres.",
  name_unprintable: "Este nome tem caracteres que não podem ser mostrados. Apague e digite à mão.",
  name_has_address:
    "Digite só o nome, sem endereços de site nem de e-mail. Se tiver ponto, deixe um espaço depois.",
  email_missing: "Digite seu e-mail.",
  email_malformed: "Este e-mail não está completo. Escreve-se assim: nome@exemplo.com.",
  password_missing: "Digite sua senha.",
  password_too_short: "Use pelo menos 15 caracteres. Algumas palavras seguidas são uma boa senha.",
  password_too_short_beside_factor:
    "Use pelo menos 8 caracteres. Algumas palavras seguidas são uma boa senha.",
  password_guessable:
    "Esta senha é fácil de adivinhar: muita gente usa esta ou uma parecida, ou ela é feita do seu nome, do seu e-mail ou do nosso. Use algumas palavras seguidas que não tenham a ver com você.",
  password_too_long: "Use no máximo 256 caracteres.",
  wrong_credentials: "E-mail ou senha incorretos. Confira os dois e tente de novo.",
  wrong_password: "Esta não é a sua senha. Confira e tente de novo.",
  too_many_attempts: "Muitas tentativas. Espere 15 minutos e tente de novo.",
  proof_not_enough: "Aqui a sua senha não basta. Use sua chave de acesso ou um código.",
  passkey_unknown: "Esta chave de acesso não serve aqui. Tente com outra, ou entre com a sua senha.",
  passkey_failed: "Não foi possível adicionar a chave de acesso. Tente de novo.",
  passkey_known: "Este aparelho já tem uma chave de acesso do Cobro. Remova essa antes.",
  passkey_name_too_long: "Use no máximo 60 caracteres.",
  passkey_name_unprintable: "Há caracteres neste nome que não podem ser mostrados. Apague e digite à mão.",
  too_many_passkeys: "Você tem 20 chaves de acesso, e não pode haver mais. Remova uma que não use mais.",
  code_missing: "Digite o código.",
  code_wrong: "Este código está errado, ou já foi usado. Espere o próximo e digite esse.",
  set_up_gone: "Isto foi concluído ou recomeçado em outra página. Veja como está agora.",
  no_second_factor: "Ative antes uma chave de acesso ou um aplicativo autenticador.",
  sign_in_over: "Passou tempo demais. Entre de novo.",
  too_many_sign_ins:
    "Muitas tentativas. Espere 15 minutos, use um aparelho em que você já entrou ou escolha uma nova senha em “Esqueceu sua senha?”.",
  email_taken: "Já existe uma conta com este e-mail. Entre com ela.",
  signup_closed: "Aqui, contas novas são por convite. Peça um ao proprietário do seu negócio.",

  business_name_missing: "Digite o nome do seu negócio.",
  business_name_too_long: "Use no máximo 80 caracteres.",
  business_name_unprintable: "Este nome tem caracteres que não podem ser mostrados. Apague e digite à mão.",
  business_name_has_address:
    "Digite só o nome, sem endereços de site nem de e-mail; por exemplo, Lua em vez de lua.com. Se tiver ponto, deixe um espaço depois.",
  slug_malformed: "Use de 3 a 40 caracteres: de a a z, de 0 a 9 e hifens; por exemplo, cafe-lua.",
  slug_taken: "Este endereço já está em uso. Escolha outro.",
  color_malformed: "Escolha uma cor.",
  time_zone_unknown: "Escolha um fuso horário da lista.",
  customer_language_missing: "Escolha pelo menos um idioma.",
  logo_missing: "Escolha uma imagem antes.",
  logo_too_heavy: "Este arquivo tem mais de 2 MB. Escolha um menor.",
  logo_wrong_type: "Não é uma imagem PNG, JPEG ou WebP. Escolha uma dessas.",
  logo_unreadable:
    "Não conseguimos ler esta imagem. Talvez esteja danificada; salve de novo ou escolha outra.",
  logo_too_many_pixels: "Esta imagem tem pixels demais. Use uma de no máximo 5000 por 5000.",
  too_many_pictures: "Muitas imagens em uma hora. Espere um pouco e tente de novo.",
  changed_meanwhile:
    "Alguém mudou isto enquanto isso, e agora é: {now}. O que você digitou continua aqui: salve outra vez para manter.",
  changed_since:
    "Isto mudou depois que você abriu esta página, então nada foi feito. Veja como está agora e toque outra vez se ainda quiser.",
  confirmation_wrong: "Digite o endereço exatamente como aparece.",

  last_owner: "Precisa ficar pelo menos um proprietário. Antes, torne outra pessoa proprietária.",
  not_a_member: "Esta pessoa não está mais na equipe.",
  not_for_your_role: "Sua função não inclui isto. Peça a um proprietário.",
  role_missing: "Escolha uma função.",
  already_member: "Esta pessoa já está na equipe.",
  already_invited: "Esta pessoa já tem um convite. Envie de novo mais abaixo.",
  invitation_ended: "Este convite já foi aceito ou cancelado.",
  invitation_gone: "Este convite não vale mais. Peça um novo.",
  invitation_for_another: "Este convite é para outro e-mail.",
  email_unconfirmed:
    "Antes, confirme seu e-mail: abra o link que acabamos de enviar. Depois envie o convite de novo.",
  too_many_invitations: "Muitos convites em uma hora. Espere um pouco e tente de novo.",
  reset_gone: "Este link não vale mais. Peça um novo.",

  key_missing: "Cole sua chave de API secreta.",
  key_replaced:
    "Outra chave de API foi conectada depois que você abriu esta página, então nada foi trocado. Veja qual é e cole a sua outra vez se ainda quiser trocar.",
  key_publishable:
    "Esta é uma chave de API pública (pk_). Cole a secreta: ela começa com sk_test_ ou sk_live_.",
  key_malformed:
    "Isto não parece uma chave de API da 4Geeks completa. A secreta começa com sk_test_ ou sk_live_; copie inteira.",
  link_gone: "Este link não está mais aqui. Volte à lista e comece de novo.",
  no_key: "Não há chave de API conectada para este modo. Conecte uma antes, em “Chave de API”.",
  key_unreadable: "Não é possível abrir a chave de API guardada. Conecte-a de novo em “Chave de API”.",

  table_missing: "Escolha um arquivo ou cole as células.",
  table_empty: "Esta tabela está vazia.",
  table_unreadable: "Este arquivo não é uma tabela. Envie um arquivo CSV ou XLSX.",
  table_damaged:
    "Este arquivo está danificado. Abra na sua planilha, salve de novo como XLSX ou CSV e envie esse.",
  table_old_excel: "Este é um arquivo antigo do Excel, ou tem senha. Salve como XLSX sem senha e envie esse.",
  table_other_program: "Este arquivo é de outro tipo. Salve como XLSX ou CSV e envie esse.",
  table_too_large:
    "Esta tabela é grande demais. Envie no máximo 5 MB; se precisar, divida em vários arquivos.",
  table_too_many_rows: "Esta tabela tem mais de 5.000 linhas. Divida em vários arquivos.",
  table_too_many_columns: "Esta tabela tem mais de 50 colunas. Deixe as do valor e da descrição.",
  table_open_quote: "Há aspas na linha {place} que nunca se fecham. Feche-as e envie a tabela de novo.",
  too_many_links: "Este negócio criou muitos links no último minuto. Espere um momento e tente de novo.",
  too_many_tables: "Muitas tabelas foram enviadas na última hora. Espere um pouco e envie de novo.",
  bulk_gone: "Esta tabela não está mais aqui. Envie de novo.",
  bulk_changed: "Esta tabela mudou desde que a página foi aberta. Veja de novo antes de continuar.",
  bulk_running: "Os links de outra tabela estão sendo criados. Espere terminar, ou pause.",
  bulk_nothing_to_create: "Não sobrou nenhuma linha para criar um link.",
  bulk_column_missing: "Escolha as colunas dos valores e das descrições.",
  bulk_column_twice: "Você escolheu a mesma coluna duas vezes. Escolha outra.",

  amount_empty: "Digite um valor.",
  amount_not_a_number: "Isto não é um valor. Use números, por exemplo 1234,50.",
  amount_other_digits: "Digite o valor com os números de 0 a 9.",
  amount_zero: "O valor precisa ser maior que zero.",
  amount_negative: "O valor não pode ser negativo. Digite sem o sinal de menos.",
  amount_too_many_decimals: "Use no máximo duas casas decimais, por exemplo 12,34.",
  amount_too_large: "Este valor é alto demais.",
  amount_ambiguous:
    "Isto pode ser lido de mais de um jeito. Escolha o que você quis dizer, ou digite com centavos.",
  amount_other_decimal_mark: "Este valor usa o outro sinal antes dos centavos. Confira qual é o certo.",
  amount_unclear_marks:
    "Não dá para saber o que são milhares e o que são centavos. Digite o valor sem separar os milhares, por exemplo 1234,50.",
  amount_currency_not_offered:
    "Este valor está em uma moeda em que não é possível criar links. Escolha uma da lista e digite o valor nela.",
  amount_currency_contradicted:
    "Este valor está em outra moeda, não na que você escolheu. Escolha o que você quis dizer.",
  currency_not_offered: "Escolha uma moeda da lista.",
  description_missing: "Diga para que é o pagamento.",
  description_too_long: "Use no máximo 500 caracteres.",
  description_unprintable: "Este texto tem caracteres que não podem ser mostrados. Apague e digite à mão.",
  mode_changed:
    "Esta página mostrava {shown}; o negócio agora cria links {current}. Nada foi criado. Toque outra vez para criar em {current}.",
  mode_missing:
    "O formulário não disse qual modo mostrava. Nada foi criado. Este negócio cria links {current}; toque outra vez para criar um.",
  other_business:
    "O formulário não é deste negócio, que cria links {current}. Nada foi criado. Veja o negócio acima e toque outra vez.",
  intent_reused:
    "Este formulário já criou um link, com outros dados. Para criar mais um com o que você vê aqui, toque no botão de novo.",
  near_duplicate: "Há um momento foi criado o mesmo link. Use esse, ou crie outro.",
  annotated:
    "Alguém da sua equipe adicionou dados a este link enquanto isso, ou o usou. Os seus não foram salvos: procure-o no histórico.",
  candidate_not_opened: "Você ainda não abriu este link. Abra antes a página de pagamento dele e compare.",
  candidate_differs: "Este link é de outro valor, então não é o que foi pedido.",
  match_outdated: "Esta página não mostra o que foi pedido. Carregue de novo e compare outra vez.",
  candidate_gone: "Este link já está em uso. Veja os outros.",
  template_name_missing: "Dê um nome a ele, por exemplo Café.",
  template_name_too_long: "Use no máximo 40 caracteres.",
  template_name_unprintable: "Este nome tem caracteres que não podem ser mostrados. Apague e digite à mão.",
  template_gone: "Este modelo foi removido. Veja os modelos de novo, ou digite o link.",
  template_changed: "Este modelo acaba de mudar. Veja o novo valor e toque outra vez.",
  too_many_templates: "Já há 30 modelos. Remova um antes.",
  not_unknown: "Este link já foi resolvido. Abra a página dele.",

  interrupted: "Algo nos interrompeu enquanto criávamos este link.",
  unreachable: "Não conseguimos falar com a 4Geeks, então nada foi criado. Tente daqui a pouco.",
  timeout: "A 4Geeks não respondeu a tempo. Tente daqui a pouco.",
  connection_lost: "A conexão com a 4Geeks caiu. Tente daqui a pouco.",
  redirected: "A 4Geeks nos mandou para outro endereço, e não fomos. Avise quem administra este portal.",
  rate_limited: "A 4Geeks pede para irmos mais devagar. Espere um minuto e tente de novo.",
  server_error: "A 4Geeks está com problemas neste momento. Tente daqui a pouco.",
  unreadable_answer: "A 4Geeks deu uma resposta que não entendemos. Tente daqui a pouco.",
  key_refused: "A 4Geeks recusou a chave de API. Crie uma nova no seu console da 4Geeks e conecte-a aqui.",
  not_found: "A 4Geeks não conhece este endereço. Avise quem administra este portal.",
  invalid_request:
    "A 4Geeks não aceitou estes dados, então o link não foi criado. Confira o valor, a moeda e o texto.",
  ...phoneErrors,
  ...viewErrors,
  ...notesErrors,
  ...paidErrors,
  ...cancelErrors,
  ...expiryErrors,
  ...limitErrors,
  till_name_missing: "Dê um nome ao aparelho, para distingui-lo de outros.",
  till_name_too_long: "Esse nome é longo demais. Use no máximo 60 caracteres.",
  till_name_unprintable: "Esse nome tem caracteres que não podem ser mostrados. Digite de novo.",
  idle_minutes_wrong: "Digite um número de minutos de 1 a 60.",
  pin_malformed: "Um PIN tem de 4 a 8 dígitos.",
  pin_weak: "Esse PIN é muito fácil de adivinhar. Evite sequências, repetições e anos.",
  pins_differ: "Os dois PINs não são iguais. Digite seu PIN de novo.",
  wrong_pin: "Esse não é o PIN. Tente de novo.",
  pin_blocked:
    "Muitos PINs errados. Neste aparelho, entre com a sua senha ou peça a um proprietário que desbloqueie seu PIN.",
  till_gone: "Este aparelho não é mais um caixa compartilhado. Entre com a sua senha.",
} as const satisfies Record<SentenceCode, string>;
