import { unanswered as en } from "@/lib/i18n/messages/en/unanswered";
import { unanswered as es } from "@/lib/i18n/messages/es/unanswered";
import { unanswered as pt } from "@/lib/i18n/messages/pt/unanswered";

/** Why a form got no answer, in every language: a file for browsers. */
export const unanswered = { en, es, pt };
