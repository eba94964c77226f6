import { account } from "@/lib/ui/messages/en/account";
import { audit } from "@/lib/ui/messages/en/audit";
import { business } from "@/lib/ui/messages/en/business";
import { create } from "@/lib/ui/messages/en/create";
import { desk } from "@/lib/ui/messages/en/desk";
import { doubts } from "@/lib/ui/messages/en/doubts";
import { errors } from "@/lib/ui/messages/en/errors";
import { links } from "@/lib/ui/messages/en/links";
import { portal } from "@/lib/ui/messages/en/portal";
import { print } from "@/lib/ui/messages/en/print";
import { share } from "@/lib/ui/messages/en/share";
import { team } from "@/lib/ui/messages/en/team";
import { templates } from "@/lib/ui/messages/en/templates";

export const en = {
  ...account,
  ...portal,
  ...links,
  ...audit,
  ...team,
  ...business,
  ...desk,
  ...doubts,
  ...print,
  ...share,
  ...create,
  ...templates,
  errors,
} as const;
