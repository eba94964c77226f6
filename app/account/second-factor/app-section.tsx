import { type AuthenticatorSetUp, findSetUp } from "@/lib/domain/second-factors/change-authenticator";
import { getTranslations } from "@/lib/i18n/translations";
import { qrPicture } from "@/lib/rendering/qr/qr-picture";
import { qrPaths } from "@/lib/rendering/qr/qr-svg";
import { ActionButton } from "@/lib/ui/form/action-button";
import { beginApp, removeApp } from "./actions";
import { AppForm } from "./app-form";

/** The app for codes: to set up, waiting for its first code, or in use. */
export async function AppSection({
  person,
  isInUse,
  next,
}: {
  person: { id: string; email: string };
  isInUse: boolean;
  next: string | null;
}) {
  const t = await getTranslations("secondFactor");
  const setUp = await findSetUp(person);
  const fields = next === null ? {} : { next };
  return (
    <section className="grid gap-4">
      <div className="grid gap-1">
        <h2>{t("appTitle")}</h2>
        <p className="text-muted">{t(isInUse ? "appOn" : "appText")}</p>
      </div>
      <AppForm isWaiting={setUp !== null} labels={await getFormLabels()}>
        {setUp && <SetUp setUp={setUp} />}
      </AppForm>
      {isInUse ? (
        <ActionButton action={removeApp} name="remove-app" pending={t("removing")} className="button-quiet">
          {t("remove")}
        </ActionButton>
      ) : (
        <ActionButton
          action={beginApp}
          name="begin-app"
          fields={fields}
          pending={t("beginning")}
          className="button-quiet"
        >
          {t(setUp ? "beginAgain" : "begin")}
        </ActionButton>
      )}
    </section>
  );
}

/** The secret as a QR code, on true white in the dark too, and as text in groups of four. */
async function SetUp({ setUp: { address, key } }: { setUp: AuthenticatorSetUp }) {
  const t = await getTranslations("secondFactor");
  const { viewBox, paths } = qrPaths(qrPicture({ text: address, mode: "live" }));
  return (
    <>
      <p>{t("scan")}</p>
      <svg
        viewBox={viewBox}
        role="img"
        aria-label={t("picture")}
        shapeRendering="crispEdges"
        className="w-full max-w-56 rounded-box"
      >
        {paths.map(({ fill, d }) => (
          <path key={fill} fill={fill} d={d} />
        ))}
      </svg>
      <p className="grid gap-1">
        <span className="text-small text-muted">{t("byHand")}</span>
        <span className="font-mono text-small select-all wrap-anywhere">
          {key.match(/.{1,4}/g)?.join(" ")}
        </span>
      </p>
    </>
  );
}

async function getFormLabels() {
  const t = await getTranslations("secondFactor");
  return {
    code: t("code"),
    confirm: t("confirm"),
    confirming: t("confirming"),
    ...(await getCodeLabels()),
  };
}

export async function getCodeLabels() {
  const t = await getTranslations("secondFactor");
  return {
    codesShown: t("codesShown"),
    copy: t("copy"),
    copied: t("copied"),
    copyByHand: t("copyByHand"),
    download: t("download"),
  };
}
