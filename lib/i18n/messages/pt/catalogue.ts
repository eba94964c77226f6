import { account } from "@/lib/i18n/messages/pt/account";
import { audit } from "@/lib/i18n/messages/pt/audit";
import { bulk } from "@/lib/i18n/messages/pt/bulk";
import { business } from "@/lib/i18n/messages/pt/business";
import { cancel } from "@/lib/i18n/messages/pt/cancel";
import { close } from "@/lib/i18n/messages/pt/close";
import { create } from "@/lib/i18n/messages/pt/create";
import { drafts } from "@/lib/i18n/messages/pt/drafts";
import { errors } from "@/lib/i18n/messages/pt/errors";
import { expiry } from "@/lib/i18n/messages/pt/expiry";
import { exported } from "@/lib/i18n/messages/pt/exported";
import { filters } from "@/lib/i18n/messages/pt/filters";
import { links } from "@/lib/i18n/messages/pt/links";
import { match } from "@/lib/i18n/messages/pt/match";
import { notes } from "@/lib/i18n/messages/pt/notes";
import { operator } from "@/lib/i18n/messages/pt/operator";
import { overview } from "@/lib/i18n/messages/pt/overview";
import { paid } from "@/lib/i18n/messages/pt/paid";
import { portal } from "@/lib/i18n/messages/pt/portal";
import { print } from "@/lib/i18n/messages/pt/print";
import { problems } from "@/lib/i18n/messages/pt/problems";
import { providers } from "@/lib/i18n/messages/pt/providers";
import { secondFactor } from "@/lib/i18n/messages/pt/second-factor";
import { seen } from "@/lib/i18n/messages/pt/seen";
import { selected } from "@/lib/i18n/messages/pt/selected";
import { share } from "@/lib/i18n/messages/pt/share";
import { shortcuts } from "@/lib/i18n/messages/pt/shortcuts";
import { splitView } from "@/lib/i18n/messages/pt/split-view";
import { team } from "@/lib/i18n/messages/pt/team";
import { templates } from "@/lib/i18n/messages/pt/templates";
import { tills } from "@/lib/i18n/messages/pt/tills";
import { unanswered } from "@/lib/i18n/messages/pt/unanswered";
import { unconfirmedLinks } from "@/lib/i18n/messages/pt/unconfirmed-links";
import { views } from "@/lib/i18n/messages/pt/views";
import { zone } from "@/lib/i18n/messages/pt/zone";

export const pt = {
  ...account,
  ...portal,
  ...links,
  ...match,
  ...audit,
  ...filters,
  ...team,
  ...bulk,
  ...business,
  ...splitView,
  ...unconfirmedLinks,
  ...zone,
  ...operator,
  ...overview,
  ...print,
  ...share,
  ...notes,
  ...paid,
  ...cancel,
  ...close,
  ...drafts,
  ...expiry,
  ...exported,
  ...seen,
  ...selected,
  ...create,
  ...templates,
  ...secondFactor,
  ...providers,
  ...tills,
  ...views,
  errors,
  problems,
  shortcuts,
  unanswered,
} as const;
