import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/lib/auth/session";
import { membershipsOf } from "@/lib/members/service";
import { accentStyle } from "@/lib/ui/accent";
import { Icon } from "@/lib/ui/icon";
import { ModeTag } from "@/lib/ui/mode-tag";
import { PageTitle } from "@/lib/ui/page-title";
import { PersonShell } from "@/lib/ui/person-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("merchants"))("title") };
}

export default async function MerchantsPage() {
  const person = await requirePerson();
  const memberships = await membershipsOf(person.id);
  if (memberships.length === 0) redirect("/m/new");
  const t = await getTranslations("merchants");
  return (
    <PersonShell>
      <PageTitle>{t("title")}</PageTitle>
      <ul className="divide-y divide-line border-y border-line">
        {memberships.map(({ role, merchant }) => (
          <li key={merchant.id}>
            <Link
              href={`/m/${merchant.slug}/links/new`}
              className="flex min-h-16 items-center gap-3 py-2 no-underline"
            >
              <span
                style={accentStyle(merchant.color)}
                className="grid size-10 place-items-center rounded-box bg-accent text-accent-ink"
              >
                <Icon name="shop" />
              </span>
              <span className="grid min-w-0 flex-1">
                <span className="truncate font-bold">{merchant.name}</span>
                <span className="text-small text-muted">{t(`role_${role}`)}</span>
              </span>
              <ModeTag mode={merchant.mode} />
            </Link>
          </li>
        ))}
      </ul>
      <Link href="/m/new" className="button button-quiet justify-self-start">
        <Icon name="plus" />
        {t("create")}
      </Link>
    </PersonShell>
  );
}
