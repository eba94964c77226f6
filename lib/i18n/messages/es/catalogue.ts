import { account } from "@/lib/i18n/messages/es/account";
import { audit } from "@/lib/i18n/messages/es/audit";
import { bulk } from "@/lib/i18n/messages/es/bulk";
import { business } from "@/lib/i18n/messages/es/business";
import { cancel } from "@/lib/i18n/messages/es/cancel";
import { close } from "@/lib/i18n/messages/es/close";
import { create } from "@/lib/i18n/messages/es/create";
import { drafts } from "@/lib/i18n/messages/es/drafts";
import { errors } from "@/lib/i18n/messages/es/errors";
import { expiry } from "@/lib/i18n/messages/es/expiry";
import { exported } from "@/lib/i18n/messages/es/exported";
import { filters } from "@/lib/i18n/messages/es/filters";
import { links } from "@/lib/i18n/messages/es/links";
import { match } from "@/lib/i18n/messages/es/match";
import { notes } from "@/lib/i18n/messages/es/notes";
import { operator } from "@/lib/i18n/messages/es/operator";
import { overview } from "@/lib/i18n/messages/es/overview";
import { paid } from "@/lib/i18n/messages/es/paid";
import { portal } from "@/lib/i18n/messages/es/portal";
import { print } from "@/lib/i18n/messages/es/print";
import { problems } from "@/lib/i18n/messages/es/problems";
import { providers } from "@/lib/i18n/messages/es/providers";
import { secondFactor } from "@/lib/i18n/messages/es/second-factor";
import { seen } from "@/lib/i18n/messages/es/seen";
import { selected } from "@/lib/i18n/messages/es/selected";
import { share } from "@/lib/i18n/messages/es/share";
import { shortcuts } from "@/lib/i18n/messages/es/shortcuts";
import { splitView } from "@/lib/i18n/messages/es/split-view";
import { team } from "@/lib/i18n/messages/es/team";
import { templates } from "@/lib/i18n/messages/es/templates";
import { tills } from "@/lib/i18n/messages/es/tills";
import { unanswered } from "@/lib/i18n/messages/es/unanswered";
import { unconfirmedLinks } from "@/lib/i18n/messages/es/unconfirmed-links";
import { views } from "@/lib/i18n/messages/es/views";
import { zone } from "@/lib/i18n/messages/es/zone";

export const es = {
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
