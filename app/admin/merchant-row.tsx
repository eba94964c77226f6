import { Fold } from "@/app/_fold/fold";
import { changeMerchant } from "@/app/admin/actions";
import { LimitsForm } from "@/app/admin/limits-form";
import type { WatchedMerchant } from "@/lib/domain/operator/list-merchants";
import { useFormatter, useTranslations } from "@/lib/i18n/translations";
import { env } from "@/lib/platform/env";
import { ActionButton } from "@/lib/ui/form/action-button";

/** One merchant: a line with columns on a desk, facts below its name on a phone. */
export function MerchantRow({ merchant, after }: { merchant: WatchedMerchant; after: string }) {
  const { slug, name, members, links, unconfirmed, disabledAt, deletedAt, lastSyncAt } = merchant;
  const t = useTranslations("operator");
  const format = useFormatter();
  const isOff = disabledAt !== null;
  return (
    <li className="grid gap-x-4 gap-y-1 py-2 md:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))_minmax(0,2fr)_8rem] md:items-center">
      <span className="grid min-w-0">
        <bdi className="truncate font-bold">{name}</bdi>
        <span className="truncate text-small text-muted">
          {slug}
          {(deletedAt || isOff) && (
            <strong className="text-ink"> · {t(deletedAt ? "deleted" : "disabled")}</strong>
          )}
        </span>
      </span>
      <span className="flex flex-wrap gap-x-4 text-small tabular-nums md:contents">
        <span>{t("people", { count: members })}</span>
        <span>{t("links", { count: links })}</span>
        <span className={unconfirmed > 0 ? "font-bold" : "text-muted"}>
          {t("unconfirmed", { count: unconfirmed })}
        </span>
      </span>
      <span className="grid min-w-0 text-small">
        <Keys merchant={merchant} />
        <span className="text-muted">
          {lastSyncAt ? t("synced", { when: format.relativeTime(lastSyncAt, new Date()) }) : t("neverSynced")}
        </span>
      </span>
      {deletedAt === null && (
        <div className="justify-self-start md:justify-self-end">
          <ActionButton
            action={changeMerchant}
            name={`change-${slug}`}
            fields={{ slug, after, does: isOff ? "enable" : "disable" }}
            pending={t("pending")}
            className="button-quiet text-small"
          >
            {t(isOff ? "enable" : "disable")}
          </ActionButton>
        </div>
      )}
      {deletedAt === null && <Limits merchant={merchant} after={after} />}
    </li>
  );
}

function Limits({ merchant: { slug, limits }, after }: { merchant: WatchedMerchant; after: string }) {
  const t = useTranslations("operator");
  const { LIMIT_LINKS_PER_HOUR, LIMIT_PEOPLE } = env();
  const isOwn = limits.linksPerHour !== null || limits.people !== null;
  return (
    <Fold forms={[`limits-${slug}`]} className="col-span-full">
      <summary className="link touch w-fit text-small">{t(isOwn ? "ownLimits" : "limits")}</summary>
      <LimitsForm
        slug={slug}
        after={after}
        values={{ linksPerHour: toField(limits.linksPerHour), people: toField(limits.people) }}
        usual={{ linksPerHour: String(LIMIT_LINKS_PER_HOUR), people: String(LIMIT_PEOPLE) }}
        labels={{
          linksPerHour: t("linksPerHour"),
          people: t("mostPeople"),
          submit: t("saveLimits"),
          pending: t("pending"),
        }}
      />
    </Fold>
  );
}

function toField(limit: number | null): string {
  return limit === null ? "" : String(limit);
}

function Keys({ merchant: { keys, syncProblem } }: { merchant: WatchedMerchant }) {
  const t = useTranslations("operator");
  const refused = keys.filter(({ isRefused }) => isRefused);
  if (keys.length === 0) return <span className="text-muted">{t("noKey")}</span>;
  if (refused.length > 0) {
    return (
      <span className="font-bold text-danger">
        {t("keyRefused", { modes: refused.map(({ mode }) => mode).join(", ") })}
      </span>
    );
  }
  if (syncProblem !== null)
    return <span className="font-bold">{t("syncProblem", { code: syncProblem })}</span>;
  return <span>{t("keysWork", { modes: keys.map(({ mode }) => mode).join(", ") })}</span>;
}
