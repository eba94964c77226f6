import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { connectKey, startSandbox } from "@/app/m/[merchant]/settings/api-keys/actions";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { listConnectedKeys } from "@/lib/domain/api-keys/list-keys";
import { listSharedKeys } from "@/lib/domain/api-keys/list-shared-keys";
import { may } from "@/lib/domain/members/permissions";
import { getTranslations } from "@/lib/i18n/translations";
import { env } from "@/lib/platform/env";
import { ActionButton } from "@/lib/ui/form/action-button";
import { PasswordForm } from "@/lib/ui/form/password-form";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { requireMember } from "@/lib/web/require-member";
import { KeyRow } from "./key-row";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiKeys"))("title") };
}

export default async function ApiKeysPage({ params }: PageProps<"/m/[merchant]/settings/api-keys">) {
  const { merchant, merchantId, role } = await requireMember((await params).merchant, "api-keys:manage");
  const keys = await listConnectedKeys(merchantId);
  const shared = await listSharedKeys(merchantId);
  const t = await getTranslations("apiKeys");
  const hasSandbox = keys.some(({ mode }) => mode === "sandbox");
  return (
    <div className={`grid max-w-xl gap-8 ${keys.length === 0 ? "first-steps" : ""}`}>
      <div className="grid gap-1">
        <PageTitle>{t("title")}</PageTitle>
        <FrameCheck member={{ merchant, role }} />
        <p className="text-muted">{t("intro")}</p>
      </div>
      {keys.length > 0 && (
        <section className="grid gap-3">
          <h2>{t("connected")}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {keys.map((key) => (
              <KeyRow
                key={key.id}
                apiKey={key}
                isInUse={key.mode === merchant.mode}
                isShared={shared.has(key.id)}
                timeZone={merchant.timeZone}
              />
            ))}
          </ul>
        </section>
      )}
      {env().sandboxAvailable && !hasSandbox && (
        <section className="grid gap-3 rounded-box border-2 border-dashed border-sandbox p-5">
          <div>
            <h2>{t("sandboxTitle")}</h2>
            <p className="text-muted">{t("sandboxText")}</p>
          </div>
          <ActionButton
            action={startSandbox}
            name="sandbox"
            pending={t("sandboxPending")}
            className="button-quiet"
          >
            {t("sandbox")}
          </ActionButton>
        </section>
      )}
      <section className="grid gap-4">
        <h2>{keys.some(({ mode }) => mode !== "sandbox") ? t("replaceTitle") : t("connectTitle")}</h2>
        <PasswordForm
          name="connect-key"
          action={connectKey}
          fields={[
            { name: "apiKey", label: t("field"), type: "password", autoComplete: "off", hint: t("hint") },
          ]}
          submit={t("submit")}
          pending={t("pending")}
        >
          <input type="hidden" name="keys" value={keys.map(({ id }) => id).join(" ")} />
        </PasswordForm>
        <p className="text-small text-muted">
          {t("safety")} {keys.some(({ mode }) => mode !== "sandbox") && t("replaceText")}
        </p>
      </section>
      {may(role, "audit:read") && (
        <PageLink href={merchantPaths(merchant.slug).audit} className="link touch w-fit text-small">
          {(await getTranslations("audit"))("open")}
        </PageLink>
      )}
    </div>
  );
}
