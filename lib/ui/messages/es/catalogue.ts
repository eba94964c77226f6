import { account } from "@/lib/ui/messages/es/account";
import { audit } from "@/lib/ui/messages/es/audit";
import { errors } from "@/lib/ui/messages/es/errors";
import { links } from "@/lib/ui/messages/es/links";
import { portal } from "@/lib/ui/messages/es/portal";

export const es = { ...account, ...portal, ...links, ...audit, errors } as const;
