import type { SentenceCode } from "@/lib/i18n/language/error-code";
import { cancelErrors } from "@/lib/i18n/messages/es/cancel";
import { expiryErrors } from "@/lib/i18n/messages/es/expiry";
import { limitErrors } from "@/lib/i18n/messages/es/limits";
import { notesErrors } from "@/lib/i18n/messages/es/notes";
import { paidErrors } from "@/lib/i18n/messages/es/paid";
import { phoneErrors } from "@/lib/i18n/messages/es/phone-errors";
import { unanswered } from "@/lib/i18n/messages/es/unanswered";
import { viewErrors } from "@/lib/i18n/messages/es/views";

export const errors = {
  unexpected: "Algo falló de nuestro lado. Lo que escribió sigue aquí; inténtelo de nuevo.",
  busy: "En este momento hay muchísima gente haciendo esto. Lo que escribió sigue aquí; pruebe de nuevo en unos segundos.",
  form_unreadable: "No pudimos leer el formulario. Abra la página de nuevo.",
  field_too_long: "Esto es demasiado largo. Acórtelo.",
  form_too_long: unanswered.tooLong,

  name_missing: "Escriba su nombre.",
  name_too_long: "Use como máximo 100 caracteres.",
  name_unprintable: "Este nombre tiene caracteres que no se pueden mostrar. Bórrelo y escríbalo a mano.",
  name_has_address:
    "Escriba solo el nombre, sin direcciones web ni de correo. Si lleva punto, deje un espacio después.",
  email_missing: "Escriba su correo electrónico.",
  email_malformed: "Este correo no está completo. Se escribe así: nombre@ejemplo.com.",
  password_missing: "Escriba su contraseña.",
  password_too_short: "Use al menos 15 caracteres. Unas cuantas palabras seguidas son una buena contraseña.",
  password_too_short_beside_factor:
    "Use al menos 8 caracteres. Unas cuantas palabras seguidas son una buena contraseña.",
  password_guessable:
    "Esta contraseña es fácil de adivinar: mucha gente usa esta o una parecida, o está hecha de su nombre, de su correo o del nuestro. Use unas cuantas palabras seguidas que no tengan que ver con usted.",
  password_too_long: "Use como máximo 256 caracteres.",
  wrong_credentials: "Correo o contraseña incorrectos. Revise los dos e inténtelo de nuevo.",
  wrong_password: "Esta no es su contraseña. Revísela e intente de nuevo.",
  too_many_attempts: "Demasiados intentos. Espere 15 minutos e inténtelo de nuevo.",
  proof_not_enough: "Aquí no basta su contraseña. Use su llave de acceso o un código.",
  passkey_unknown: "Esta llave de acceso no sirve aquí. Pruebe con otra, o entre con su contraseña.",
  passkey_failed: "No se pudo agregar la llave de acceso. Intente de nuevo.",
  passkey_known: "Este dispositivo ya tiene una llave de acceso de Cobro. Quite esa primero.",
  passkey_name_too_long: "Use 60 caracteres como máximo.",
  passkey_name_unprintable:
    "Hay caracteres en este nombre que no se pueden mostrar. Bórrelo y escríbalo a mano.",
  too_many_passkeys: "Usted tiene 20 llaves de acceso, y no puede haber más. Quite una que ya no use.",
  code_missing: "Escriba el código.",
  code_wrong: "Este código es incorrecto, o ya se usó. Espere el siguiente y escriba ese.",
  set_up_gone: "Esto se terminó o se empezó de nuevo en otra página. Véalo como está ahora.",
  no_second_factor: "Active primero una llave de acceso o una aplicación de autenticación.",
  sign_in_over: "Pasó demasiado tiempo. Inicie sesión de nuevo.",
  too_many_sign_ins:
    "Demasiados intentos. Espere 15 minutos, use un dispositivo en el que ya haya iniciado sesión o elija una contraseña nueva en «¿Olvidó su contraseña?».",
  email_taken: "Ya hay una cuenta con este correo. Inicie sesión.",
  signup_closed: "Aquí las cuentas nuevas son por invitación. Pídale una al dueño de su negocio.",

  business_name_missing: "Escriba el nombre de su negocio.",
  business_name_too_long: "Use como máximo 80 caracteres.",
  business_name_unprintable:
    "Este nombre tiene caracteres que no se pueden mostrar. Bórrelo y escríbalo a mano.",
  business_name_has_address:
    "Escriba solo el nombre, sin direcciones web ni de correo; por ejemplo, Luna en vez de luna.com. Si lleva punto, deje un espacio después.",
  slug_malformed: "Use de 3 a 40 caracteres: de la a a la z, del 0 al 9 y guiones; por ejemplo, cafe-luna.",
  slug_taken: "Esta dirección ya está en uso. Elija otra.",
  color_malformed: "Elija un color.",
  time_zone_unknown: "Elija una zona horaria de la lista.",
  customer_language_missing: "Elija al menos un idioma.",
  logo_missing: "Elija primero una imagen.",
  logo_too_heavy: "Este archivo pesa más de 2 MB. Elija uno más pequeño.",
  logo_wrong_type: "No es una imagen PNG, JPEG o WebP. Elija una de esas.",
  logo_unreadable: "No pudimos leer esta imagen. Puede estar dañada; guárdela de nuevo o elija otra.",
  logo_too_many_pixels: "Esta imagen tiene demasiados píxeles. Use una de 5000 por 5000 como máximo.",
  too_many_pictures: "Demasiadas imágenes en una hora. Espere un rato e inténtelo de nuevo.",
  changed_meanwhile:
    "Alguien cambió esto mientras tanto, y ahora es: {now}. Lo que usted escribió sigue aquí: guarde otra vez para dejarlo.",
  changed_since:
    "Esto cambió después de que usted abrió esta página, así que no se hizo nada. Mire cómo está ahora y toque otra vez si todavía lo quiere.",
  confirmation_wrong: "Escriba la dirección exactamente como aparece.",

  last_owner: "Debe quedar al menos un dueño. Primero haga dueño a otra persona.",
  not_a_member: "Esta persona ya no está en el equipo.",
  not_for_your_role: "Su rol no incluye esto. Pídalo a un dueño.",
  role_missing: "Elija un rol.",
  already_member: "Esta persona ya está en el equipo.",
  already_invited: "Esta persona ya tiene una invitación. Envíesela de nuevo más abajo.",
  invitation_ended: "Esta invitación ya se aceptó o se canceló.",
  invitation_gone: "Esta invitación ya no sirve. Pida una nueva.",
  invitation_for_another: "Esta invitación es para otro correo electrónico.",
  email_unconfirmed:
    "Primero confirme su correo: abra el enlace que le acabamos de enviar. Luego envíe la invitación de nuevo.",
  too_many_invitations: "Demasiadas invitaciones en una hora. Espere un rato e inténtelo de nuevo.",
  reset_gone: "Este enlace ya no sirve. Pida uno nuevo.",

  key_missing: "Pegue su llave de API secreta.",
  key_replaced:
    "Se conectó otra llave de API después de que usted abrió esta página, así que no se reemplazó nada. Mírela y pegue la suya otra vez si todavía la quiere reemplazar.",
  key_publishable:
    "Esta es una llave de API pública (pk_). Pegue la secreta: empieza con sk_test_ o sk_live_.",
  key_malformed:
    "Esto no parece una llave de API de 4Geeks completa. La secreta empieza con sk_test_ o sk_live_; cópiela entera.",
  link_gone: "Este enlace ya no está aquí. Vuelva a la lista y empiece de nuevo.",
  no_key: "No hay una llave de API conectada para este modo. Conecte una primero, en «Llave de API».",
  key_unreadable: "La llave de API guardada no se puede abrir. Conéctela de nuevo en «Llave de API».",

  table_missing: "Elija un archivo o pegue las celdas.",
  table_empty: "Esta tabla está vacía.",
  table_unreadable: "Este archivo no es una tabla. Envíe un archivo CSV o XLSX.",
  table_damaged:
    "Este archivo está dañado. Ábralo en su hoja de cálculo, guárdelo de nuevo como XLSX o CSV y envíe ese.",
  table_old_excel:
    "Este es un archivo viejo de Excel, o tiene contraseña. Guárdelo como XLSX sin contraseña y envíe ese.",
  table_other_program: "Este archivo es de otro tipo. Guárdelo como XLSX o CSV y envíe ese.",
  table_too_large:
    "Esta tabla es demasiado grande. Envíe 5 MB como máximo; si hace falta, divídala en varios archivos.",
  table_too_many_rows: "Esta tabla tiene más de 5000 filas. Divídala en varios archivos.",
  table_too_many_columns: "Esta tabla tiene más de 50 columnas. Deje las del monto y la descripción.",
  table_open_quote: "Unas comillas de la fila {place} nunca se cierran. Ciérrelas y envíe la tabla de nuevo.",
  too_many_links:
    "Este negocio creó muchos enlaces en el último minuto. Espere un momento e inténtelo de nuevo.",
  too_many_tables: "Se enviaron muchas tablas en la última hora. Espere un rato y envíela de nuevo.",
  bulk_gone: "Esta tabla ya no está aquí. Envíela de nuevo.",
  bulk_changed: "Esta tabla cambió desde que se abrió la página. Mírela de nuevo antes de seguir.",
  bulk_running: "Se están creando los enlaces de otra tabla. Espere a que termine, o póngala en pausa.",
  bulk_nothing_to_create: "No queda ninguna fila de la que crear un enlace.",
  bulk_column_missing: "Elija las columnas de los montos y de las descripciones.",
  bulk_column_twice: "Eligió la misma columna dos veces. Elija otra.",

  amount_empty: "Escriba un monto.",
  amount_not_a_number: "Esto no es un monto. Use números, por ejemplo 1234,50.",
  amount_other_digits: "Escriba el monto con los números del 0 al 9.",
  amount_zero: "El monto debe ser mayor que cero.",
  amount_negative: "El monto no puede ser negativo. Escríbalo sin el signo menos.",
  amount_too_many_decimals: "Use como máximo dos decimales, por ejemplo 12,34.",
  amount_too_large: "Este monto es demasiado grande.",
  amount_ambiguous:
    "Esto se puede leer de más de una manera. Elija la que quiso decir, o escríbalo con céntimos.",
  amount_other_decimal_mark:
    "Este monto lleva el otro signo antes de los céntimos. Revise cuál es el correcto.",
  amount_unclear_marks:
    "No queda claro cuáles son los miles y cuáles los decimales. Escriba el monto sin separar los miles, por ejemplo 1234,50.",
  amount_currency_not_offered:
    "Este monto está en una moneda en la que no se pueden crear enlaces. Elija una de la lista y escriba el monto en ella.",
  amount_currency_contradicted:
    "Este monto está en otra moneda, no en la que eligió. Elija lo que quiso decir.",
  currency_not_offered: "Elija una moneda de la lista.",
  description_missing: "Diga para qué es el pago.",
  description_too_long: "Use como máximo 500 caracteres.",
  description_unprintable:
    "Este texto tiene caracteres que no se pueden mostrar. Bórrelo y escríbalo a mano.",
  mode_changed:
    "Esta página mostraba {shown}; el negocio ahora crea enlaces {current}. No se creó nada. Toque otra vez para crearlo en {current}.",
  mode_missing:
    "El formulario no dijo qué modo mostraba. No se creó nada. Este negocio crea enlaces {current}; toque otra vez para crear uno.",
  other_business:
    "El formulario no es de este negocio, que crea enlaces {current}. No se creó nada. Mire el negocio arriba y toque otra vez.",
  intent_reused:
    "Este formulario ya creó un enlace, con otros datos. Para crear uno más con lo que ve aquí, toque el botón de nuevo.",
  near_duplicate: "Hace un momento se creó el mismo enlace. Use ese, o cree otro.",
  annotated:
    "Alguien de su equipo agregó datos a este enlace mientras tanto, o lo usó. Los suyos no se guardaron: búsquelo en el historial.",
  candidate_not_opened: "Todavía no ha abierto este enlace. Abra primero su página de pago y compare.",
  candidate_differs: "Este enlace es por otro monto, así que no es el que se pidió.",
  match_outdated: "Esta página no muestra lo que se pidió. Cárguela de nuevo y compare otra vez.",
  candidate_gone: "Este enlace ya está en uso. Vea los otros.",
  template_name_missing: "Póngale un nombre, por ejemplo Café.",
  template_name_too_long: "Use como máximo 40 caracteres.",
  template_name_unprintable:
    "Este nombre tiene caracteres que no se pueden mostrar. Bórrelo y escríbalo a mano.",
  template_gone: "Esta plantilla se quitó. Mire de nuevo las plantillas, o escriba el enlace.",
  template_changed: "Esta plantilla acaba de cambiar. Mire el monto nuevo y toque otra vez.",
  too_many_templates: "Ya hay 30 plantillas. Quite una antes.",
  not_unknown: "Este enlace ya se resolvió. Abra su página.",

  interrupted: "Algo nos interrumpió mientras creábamos este enlace.",
  unreachable: "No pudimos comunicarnos con 4Geeks, así que no se creó nada. Inténtelo en un momento.",
  timeout: "4Geeks no respondió a tiempo. Inténtelo en un momento.",
  connection_lost: "Se cortó la conexión con 4Geeks. Inténtelo en un momento.",
  redirected: "4Geeks nos envió a otra dirección, y no la seguimos. Avise a quien administra este portal.",
  rate_limited: "4Geeks nos pide ir más despacio. Espere un minuto e inténtelo de nuevo.",
  server_error: "4Geeks tiene problemas en este momento. Inténtelo en un momento.",
  unreadable_answer: "4Geeks dio una respuesta que no entendemos. Inténtelo en un momento.",
  key_refused: "4Geeks rechazó la llave de API. Cree una nueva en su consola de 4Geeks y conéctela aquí.",
  not_found: "4Geeks no conoce esta dirección. Avise a quien administra este portal.",
  invalid_request:
    "4Geeks no aceptó estos datos, así que no se creó el enlace. Revise el monto, la moneda y el texto.",
  ...phoneErrors,
  ...viewErrors,
  ...notesErrors,
  ...paidErrors,
  ...cancelErrors,
  ...expiryErrors,
  ...limitErrors,
  till_name_missing: "Póngale un nombre al dispositivo, para distinguirlo de otros.",
  till_name_too_long: "Ese nombre es demasiado largo. Use 60 caracteres como máximo.",
  till_name_unprintable: "Ese nombre tiene caracteres que no se pueden mostrar. Escríbalo de nuevo.",
  idle_minutes_wrong: "Escriba un número de minutos de 1 a 60.",
  pin_malformed: "Un PIN tiene de 4 a 8 dígitos.",
  pin_weak: "Ese PIN es muy fácil de adivinar. Evite series, repeticiones y años.",
  pins_differ: "Los dos PIN no son iguales. Escriba su PIN de nuevo.",
  wrong_pin: "Ese no es el PIN. Intente de nuevo.",
  pin_blocked:
    "Demasiados PIN incorrectos. En este dispositivo, entre con su contraseña o pida a un dueño que desbloquee su PIN.",
  till_gone: "Este dispositivo ya no es una caja compartida. Entre con su contraseña.",
} as const satisfies Record<SentenceCode, string>;
