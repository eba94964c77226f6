/** Words that people who sell do not use, each with its replacement. Whole words, in any case, with accents. */
type RetiredWord = { pattern: RegExp; use: string };

function retire(words: string, use: string): RetiredWord {
  return { pattern: new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, "iu"), use };
}

const english = [
  retire("merchants?", "business"),
  retire("shops?", "business"),
  retire("letters?", "email, or characters"),
  // Names at 4Geeks are kept: its button is called “Generate New Key”, its keys are secret or publishable.
  { pattern: /(?<!API )\bkeys?\b/i, use: "API key" },
  retire("this is it", "use this link"),
  retire("(?:put|puts|putting)(?: \\S+){0,3} aside", "dismiss"),
  retire("(?:write|writes|wrote|written)(?: it)? down", "add details"),
  retire("look(?:s|ing)? now|complete look", "check now, last checked"),
  retire("(?:give|gives|gave|given)(?: \\S+){0,3} up", "discard"),
  retire("not made", "failed"),
  retire("ready", "open"),
  retire("what happened", "activity"),
  retire("most of them", "first language"),
  retire("(?:do not|don’t) belong together", "wrong email or password"),
  retire("viewers?", "view only"),
  retire("recogni[sz]e[sd]?", "use"),
  retire("(?:take|takes|took|taken) back", "cancel"),
  retire("(?:have|had) (?:it )?back", "restore"),
  retire("sign out there", "sign out of that device"),
];

const spanish = [
  retire("claves?", "llave de API"),
  retire("llaves?(?! de (?:API|acceso))", "llave de API"),
  retire("lector(?:a|es|as)?", "solo consulta, escáner"),
  retire("funci(?:ón|ones)", "rol"),
  retire("apart(?:[aeoó]|a[rn]|ad[ao]s?|ando|e[ns]|aron)", "descartar"),
  retire("anot(?:[aeoó]|a[rn]|ad[ao]s?|ando|e[ns]|aron)", "agregar datos"),
  retire("bandejas?", "pendientes"),
  retire("cartas?", "correo"),
  retire("puls(?:[aeoó]|a[rn]|ad[ao]s?|ando|e[ns]|aron)", "toque"),
  retire("cifras?|cifrad[ao]s?", "números, encriptado"),
  retire("qué pasó", "actividad"),
  retire("allí", "en ese dispositivo, ahí"),
  retire("apag(?:[aoó]|u[eé]|a[rn]|ad[ao]s?|ando|aron)", "desactivar"),
  retire("enciend\\p{L}*|encend\\p{L}*", "activar"),
  retire("es este", "usar este enlace"),
  retire("no corresponden", "correo o contraseña incorrectos"),
  retire("merchants?|comercios?", "negocio"),
  retire("logotipos?", "logo"),
  retire("bitácoras?", "registro de actividad"),
  retire("ingres(?:[eoó]|ar)", "iniciar sesión"),
  retire("segundos? factor(?:es)?", "verificación en dos pasos"),
  // The interface addresses people as usted.
  retire("tú|tus?|contigo|puedes|tienes|quieres|vos|podés|tenés|querés", "usted"),
];

/** Words of Portugal, where the interface is in the Portuguese of Brazil, and words that nobody says at a counter. */
const portuguese = [
  retire("chaves?(?! de (?:API|acesso))", "chave de API"),
  retire("enlaces?|ligaç(?:ão|ões)", "link"),
  retire("merchants?|comerciantes?", "negócio"),
  retire("cartas?", "e-mail"),
  retire("clic\\p{L}*|cliqu\\p{L}*", "toque"),
  retire("delet\\p{L}*", "excluir"),
  retire("montantes?", "valor"),
  retire("utilizador\\p{L}*", "pessoa"),
  retire("telemóve(?:l|is)", "celular"),
  retire("ecrãs?", "tela"),
  retire("palavras?-passe", "senha"),
  retire("ficheiros?", "arquivo"),
  retire("partilh\\p{L}*", "compartilhar"),
  retire("aceder|acedeu|registar", "entrar, registrar"),
  retire("qr code", "código QR"),
  retire("dispositivos?", "aparelho"),
  retire("configuraç(?:ão|ões)", "ajustes"),
  // Who leaves a device has not closed an account.
  retire("conta(?: \\S+){0,2} (?:fechada|encerrada)", "sair da conta"),
  // The interface addresses people as você.
  retire("tu|teus?|tuas?|contigo|vós|vosso|vossa|o senhor|a senhora", "você"),
];

const retiredWords = { en: english, es: spanish, pt: portuguese };

/**
 * The retired words in a sentence of the interface, each with its replacement. Argument names in braces do not count.
 */
export function findRetiredWords(language: keyof typeof retiredWords, sentence: string): string[] {
  const read = sentence.replace(/\{\w+(?=[,}])/g, "{").replace(/Generate New Key/g, "");
  return retiredWords[language].flatMap(({ pattern, use }) => {
    const [word] = pattern.exec(read) ?? [];
    return word === undefined ? [] : [`${word} → ${use}`];
  });
}
