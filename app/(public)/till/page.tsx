import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { paths } from "@/lib/core/paths";
import { listPinHolders } from "@/lib/domain/tills/reset-pin";
import type { PinHolder, Till } from "@/lib/domain/tills/schema";
import { getTranslations } from "@/lib/i18n/translations";
import { accentStyle } from "@/lib/ui/accent";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { currentSessionOrPin, isByPin } from "@/lib/web/session";
import { currentTill } from "@/lib/web/till-cookie";
import { PinPad } from "./pin-pad";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("till"))("title") };
}

/** The lock screen of a shared till: first who it is, then their PIN. */
export default async function TillPage({ searchParams }: PageProps<"/till">) {
  const till = await currentTill();
  if (!till) redirect(paths.login);
  const session = await currentSessionOrPin();
  if (session) redirect(isByPin(session) ? merchantPaths(till.merchant.slug).home : "/");
  const { person } = await searchParams;
  const holders = await listPinHolders(till.merchantId);
  const chosen = holders.find(({ userId }) => userId === person);
  const t = await getTranslations("till");
  return (
    <div style={accentStyle(till.merchant.color)} className="grid gap-6">
      <div className="grid gap-1">
        <p className="truncate font-bold text-muted">
          <bdi>{till.merchant.name}</bdi>
        </p>
        <PageTitle>{chosen ? <bdi>{chosen.name}</bdi> : t("who")}</PageTitle>
        {chosen?.hint && <p className="wrap-anywhere text-muted">{chosen.hint}</p>}
      </div>
      {chosen ? <Pad holder={chosen} /> : <Names holders={holders} till={till} />}
    </div>
  );
}

async function Names({ holders, till }: { holders: PinHolder[]; till: Till }) {
  const t = await getTranslations("till");
  return (
    <>
      {holders.length === 0 && <p className="text-muted">{t("nobody")}</p>}
      <ul className="grid gap-3">
        {holders.map(({ userId, name, hint }) => (
          <li key={userId}>
            <PageLink
              href={paths.tillFor(userId)}
              className="grid min-h-16 content-center rounded-box border border-line bg-surface px-5 py-2 text-title font-bold no-underline active:bg-line"
            >
              <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
              {hint && <span className="wrap-anywhere text-small font-normal text-muted">{hint}</span>}
            </PageLink>
          </li>
        ))}
      </ul>
      <p>
        <PageLink href={paths.login} className="link touch">
          {t("signIn")}
        </PageLink>
      </p>
      <p className="text-small text-muted">{t("device", { name: till.name })}</p>
    </>
  );
}

async function Pad({ holder }: { holder: PinHolder }) {
  const t = await getTranslations("till");
  return (
    <>
      <PinPad
        person={holder.userId}
        labels={{
          pin: t("pin"),
          keypad: t("keypad"),
          back: t("back"),
          submit: t("open"),
          pending: t("opening"),
        }}
      />
      <div className="flex flex-wrap gap-x-6">
        <PageLink href={paths.till} className="link touch">
          {t("other")}
        </PageLink>
        <PageLink href={paths.login} className="link touch">
          {t("signIn")}
        </PageLink>
      </div>
    </>
  );
}
