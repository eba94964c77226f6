import { expect, test } from "vitest";
import { type Language, languages } from "@/lib/i18n/language/locale";
import { en as customerEn } from "@/lib/i18n/messages/customer/en";
import { es as customerEs } from "@/lib/i18n/messages/customer/es";
import { pt as customerPt } from "@/lib/i18n/messages/customer/pt";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { errorPage } from "@/lib/i18n/messages/error-page";
import { es } from "@/lib/i18n/messages/es/catalogue";
import { pt } from "@/lib/i18n/messages/pt/catalogue";
import { payPageLabels } from "@/lib/sandbox/pay-page-labels";
import { type Catalogue, flattenCatalogue } from "@/tests/support/flatten-catalogue";
import { findRetiredWords } from "./retired-words";

const catalogues: Record<Language, Catalogue> = {
  en: { portal: en, customer: customerEn, errorPage: errorPage.en, payPage: payPageLabels("en") },
  es: { portal: es, customer: customerEs, errorPage: errorPage.es, payPage: payPageLabels("es") },
  pt: { portal: pt, customer: customerPt, errorPage: errorPage.pt, payPage: payPageLabels("pt") },
};

/** Sentences in which a retired word means something else. */
const kept = new Set([
  // A size of paper.
  "portal.print.papers.letter",
  // Beside the field “API key”; people and scripts know this button by its name.
  "portal.apiKeys.submit",
  // The keys of a keyboard.
  "portal.splitView.allKeys",
  ...Object.keys(en.shortcuts).map((name) => `portal.shortcuts.${name}`),
]);

test.each(languages)("no sentence in %s has a retired word", (language) => {
  const sentences = [...flattenCatalogue(catalogues[language])].filter(([name]) => !kept.has(name));
  expect(sentences.length).toBeGreaterThan(500);
  const found = sentences.flatMap(([name, sentence]) =>
    findRetiredWords(language, sentence).map((word) => `${name}: ${word}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ["en", "Switch merchant", "merchant → business"],
  ["en", "Paste the key again", "key → API key"],
  ["en", "{name} put a link aside", "put a link aside → dismiss"],
  ["en", "{name} gave it up", "gave it up → discard"],
  ["es", "La clave de {merchant}", "clave → llave de API"],
  ["es", "Pegue la llave", "llave → llave de API"],
  ["es", "Elija una función.", "función → rol"],
  ["es", "Qué pasó", "Qué pasó → actividad"],
  ["es", "Pulse otra vez", "Pulse → toque"],
  ["es", "Apagó el negocio", "Apagó → desactivar"],
  ["es", "Ver la bitácora", "bitácora → registro de actividad"],
  ["pt", "Sua conta foi fechada", "conta foi fechada → sair da conta"],
  ["pt", "Cole a chave de novo", "chave → chave de API"],
  ["pt", "Clique outra vez", "Clique → toque"],
  ["pt", "Envie o ficheiro", "ficheiro → arquivo"],
  ["pt", "O teu negócio", "teu → você"],
] as const)("finds it in %s: %s", (language, sentence, found) => {
  expect(findRetiredWords(language, sentence)).toEqual([found]);
});

test.each([
  ["en", "Join {merchant}: press Generate New Key, then paste the API key"],
  ["pt", "{key} de {merchant}: chaves de API, chave de acesso, estudar e ritual"],
  ["es", "{key} de {merchant}: este apartamento, las llaves de API y su descripción"],
] as const)("has nothing in %s against: %s", (language, sentence) => {
  expect(findRetiredWords(language, sentence)).toEqual([]);
});
