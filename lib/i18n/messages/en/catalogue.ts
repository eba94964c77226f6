import { account } from "@/lib/i18n/messages/en/account";
import { audit } from "@/lib/i18n/messages/en/audit";
import { bulk } from "@/lib/i18n/messages/en/bulk";
import { business } from "@/lib/i18n/messages/en/business";
import { cancel } from "@/lib/i18n/messages/en/cancel";
import { close } from "@/lib/i18n/messages/en/close";
import { create } from "@/lib/i18n/messages/en/create";
import { drafts } from "@/lib/i18n/messages/en/drafts";
import { errors } from "@/lib/i18n/messages/en/errors";
import { expiry } from "@/lib/i18n/messages/en/expiry";
import { exported } from "@/lib/i18n/messages/en/exported";
import { filters } from "@/lib/i18n/messages/en/filters";
import { links } from "@/lib/i18n/messages/en/links";
import { match } from "@/lib/i18n/messages/en/match";
import { notes } from "@/lib/i18n/messages/en/notes";
import { operator } from "@/lib/i18n/messages/en/operator";
import { overview } from "@/lib/i18n/messages/en/overview";
import { paid } from "@/lib/i18n/messages/en/paid";
import { portal } from "@/lib/i18n/messages/en/portal";
import { print } from "@/lib/i18n/messages/en/print";
import { problems } from "@/lib/i18n/messages/en/problems";
import { providers } from "@/lib/i18n/messages/en/providers";
import { secondFactor } from "@/lib/i18n/messages/en/second-factor";
import { seen } from "@/lib/i18n/messages/en/seen";
import { selected } from "@/lib/i18n/messages/en/selected";
import { share } from "@/lib/i18n/messages/en/share";
import { shortcuts } from "@/lib/i18n/messages/en/shortcuts";
import { splitView } from "@/lib/i18n/messages/en/split-view";
import { team } from "@/lib/i18n/messages/en/team";
import { templates } from "@/lib/i18n/messages/en/templates";
import { tills } from "@/lib/i18n/messages/en/tills";
import { unanswered } from "@/lib/i18n/messages/en/unanswered";
import { unconfirmedLinks } from "@/lib/i18n/messages/en/unconfirmed-links";
import { views } from "@/lib/i18n/messages/en/views";
import { zone } from "@/lib/i18n/messages/en/zone";

export const en = {
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
