import { problems as en } from "@/lib/i18n/messages/en/problems";
import { problems as es } from "@/lib/i18n/messages/es/problems";
import { problems as pt } from "@/lib/i18n/messages/pt/problems";

/** Why a page shows nothing, in every language: for browsers, and for what is sent before any page. */
export const problems = { en, es, pt };

/** It is not there, or not for this person. */
export type Missing = "notFound" | "forbidden";
