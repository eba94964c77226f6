import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { callingCode } from "@/lib/core/phone";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { getRegion } from "@/lib/money/region";
import { PageTitle } from "@/lib/ui/page-title";
import { requireMember } from "@/lib/web/require-member";
import { CustomerForm } from "./customer-form";
import { describePlaces } from "./describe-places";

type Props = PageProps<"/m/[merchant]/settings/customers">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

/** Where an owner removes what is known of a customer who asks for it. */
export default async function CustomersPage({ params, searchParams }: Props) {
  const { merchant, role } = await requireMember((await params).merchant, "customers:remove");
  const { removed, rows } = await searchParams;
  const links = readCount(removed);
  const t = await getTranslations("customers");
  const notes = await getTranslations("notes");
  const share = await getTranslations("share");
  const country =
    getRegion({ ...merchant, currency: merchant.defaultCurrency }) ??
    new Intl.Locale(await getLocale()).region ??
    null;
  const code = country && callingCode(country);
  return (
    <div className="grid max-w-xl gap-6">
      <div className="grid gap-2">
        <PageTitle>{t("title")}</PageTitle>
        <FrameCheck member={{ merchant, role }} />
        <p className="text-muted">{t("text")}</p>
        {links !== null && (
          <p role="status" className="font-bold text-good">
            {t("done", { places: await describePlaces({ links, rows: readCount(rows) ?? 0 }) })}
          </p>
        )}
      </div>
      <CustomerForm
        key={`${links} ${readCount(rows)}`}
        labels={{
          phone: t("phone"),
          phoneHint: code ? share("numberHint", { code }) : share("numberHintAny"),
          find: t("find"),
          finding: t("finding"),
          remove: t("remove"),
          removing: notes("removing"),
        }}
      />
    </div>
  );
}

function readCount(value: string | string[] | undefined): number | null {
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : null;
}
