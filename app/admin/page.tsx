import type { Metadata } from "next";
import { FailedJobs } from "@/app/admin/failed-jobs";
import { LatestOperations } from "@/app/admin/latest-operations";
import { MerchantRow } from "@/app/admin/merchant-row";
import { paths } from "@/lib/core/paths";
import { watchMerchants } from "@/lib/domain/operator/list-merchants";
import { latestOperations } from "@/lib/domain/operator/list-operations";
import { getTranslations } from "@/lib/i18n/translations";
import { listFailedJobs, listJobs } from "@/lib/jobs/list-jobs";
import { env } from "@/lib/platform/env";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { PersonShell } from "@/lib/ui/person-shell";
import { requireOperator } from "@/lib/web/require-operator";

const merchantsShown = 50;
const jobsShown = 20;
const operationsShown = 20;

/** Nobody else learns from the title that there is such a page. */
export async function generateMetadata(): Promise<Metadata> {
  await requireOperator();
  return { title: (await getTranslations("operator"))("title") };
}

/** For operators: how merchants and jobs do. No key is shown, and nothing is done in a merchant's name. */
export default async function AdminPage({ searchParams }: PageProps<"/admin">) {
  await requireOperator();
  const asked = (await searchParams).after;
  const after = typeof asked === "string" ? asked : "";
  const merchants = await watchMerchants(after, merchantsShown);
  const [jobs, failed] = [await listJobs(1), await listFailedJobs(jobsShown)];
  const t = await getTranslations("operator");
  const last = merchants.length === merchantsShown ? merchants.at(-1) : undefined;
  return (
    <PersonShell isWide>
      <div className="grid gap-1">
        <PageTitle>{t("title")}</PageTitle>
        <p className="text-muted">{t(`signup_${env().SIGNUP}`)}</p>
      </div>
      <section className="grid gap-2">
        <h2>{t("merchants")}</h2>
        {merchants.length === 0 && <p className="text-muted">{t("noMerchants")}</p>}
        <ul className="divide-y divide-line border-y border-line">
          {merchants.map((merchant) => (
            <MerchantRow key={merchant.merchantId} merchant={merchant} after={after} />
          ))}
        </ul>
        <p className="flex gap-6">
          {after !== "" && (
            <PageLink href={paths.admin} className="link touch">
              {t("first")}
            </PageLink>
          )}
          {last && (
            <PageLink href={paths.adminAfter(last.slug)} className="link touch">
              {t("next")}
            </PageLink>
          )}
        </p>
      </section>
      <FailedJobs waiting={jobs.total - failed.length} failed={failed} after={after} />
      <LatestOperations operations={await latestOperations(operationsShown)} />
    </PersonShell>
  );
}
