import { account } from "@/lib/ui/messages/en/account";
import { audit } from "@/lib/ui/messages/en/audit";
import { errors } from "@/lib/ui/messages/en/errors";
import { links } from "@/lib/ui/messages/en/links";
import { portal } from "@/lib/ui/messages/en/portal";

export const en = { ...account, ...portal, ...links, ...audit, errors } as const;
