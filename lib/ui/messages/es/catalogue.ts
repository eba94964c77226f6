import { account } from "@/lib/ui/messages/es/account";
import { audit } from "@/lib/ui/messages/es/audit";
import { business } from "@/lib/ui/messages/es/business";
import { create } from "@/lib/ui/messages/es/create";
import { desk } from "@/lib/ui/messages/es/desk";
import { doubts } from "@/lib/ui/messages/es/doubts";
import { errors } from "@/lib/ui/messages/es/errors";
import { links } from "@/lib/ui/messages/es/links";
import { portal } from "@/lib/ui/messages/es/portal";
import { print } from "@/lib/ui/messages/es/print";
import { share } from "@/lib/ui/messages/es/share";
import { team } from "@/lib/ui/messages/es/team";
import { templates } from "@/lib/ui/messages/es/templates";

export const es = {
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
