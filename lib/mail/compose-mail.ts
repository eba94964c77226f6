import { createTranslator } from "use-intl/core";
import { toLocale } from "@/lib/i18n/language/locale";
import { messagesIn } from "@/lib/i18n/messages/catalogue";
import { type EmailContent, emailHtml, emailText } from "@/lib/mail/email-layout";
import { toMailName } from "@/lib/mail/mail-name";
import type { Mail } from "@/lib/platform/mail/schema";

export type ComposedMail = { subject: string; text: string; html: string };

/** An email in the language of its reader, as plain text and as HTML with the same sentences. */
export function composeMail(mail: Mail): ComposedMail {
  const locale = toLocale(mail.locale);
  const emailContent = toEmailContent(mail, createTranslator({ locale, messages: messagesIn(locale) }));
  return {
    subject: emailContent.title,
    text: emailText(emailContent),
    html: emailHtml(emailContent, locale),
  };
}

type Labels = ReturnType<typeof createTranslator<ReturnType<typeof messagesIn>>>;

function toEmailContent(mail: Mail, t: Labels): EmailContent {
  const { link } = mail;
  switch (mail.template) {
    case "invitation": {
      const merchant = toMailName(mail.merchant);
      const inviter = toMailName(mail.inviter);
      const role = t(`merchants.role_${mail.role}`);
      return {
        title: t("mail.invitation.subject", { merchant }),
        paragraphs: [t("mail.invitation.text", { inviter, merchant, role })],
        button: { label: t("mail.invitation.button"), link },
        footer: t("mail.invitation.footer", { email: mail.to }),
      };
    }
    case "passwordReset":
      return {
        title: t("mail.passwordReset.subject"),
        paragraphs: [t("mail.passwordReset.text", { name: toMailName(mail.name), email: mail.to })],
        button: { label: t("mail.passwordReset.button"), link },
        footer: t("mail.passwordReset.footer"),
      };
    case "ownerAlert": {
      const { change, mode, last4 = "" } = mail;
      const merchant = toMailName(mail.merchant);
      const values = {
        ...{ merchant, last4, by: toMailName(mail.by), about: toMailName(mail.about) },
        mode: mode ? t(`mode.${mode}Name`) : "",
      };
      return {
        title: t("ownerMail.subject", { merchant }),
        paragraphs: [t(`ownerMail.${change}`, values), t("ownerMail.todo")],
        button: { label: t("ownerMail.button"), link },
        footer: t("ownerMail.footer", { merchant }),
      };
    }
    case "factorChange": {
      const isReset = mail.what === "reset";
      return {
        title: t(isReset ? "factorMail.subjectReset" : "factorMail.subjectChanged"),
        paragraphs: [
          t(isReset ? "factorMail.textReset" : "factorMail.textChanged", { email: mail.to }),
          t("factorMail.todo"),
        ],
        button: { label: t("factorMail.button"), link },
        footer: t("factorMail.footer"),
      };
    }
    case "confirmEmail":
      return {
        title: t("mail.confirmEmail.subject"),
        paragraphs: [t("mail.confirmEmail.text", { email: mail.to })],
        button: { label: t("mail.confirmEmail.button"), link },
        footer: t("mail.confirmEmail.footer"),
      };
    case "keyStopped": {
      const { last4 } = mail;
      const merchant = toMailName(mail.merchant);
      const mode = t(`mode.${mail.mode}Name`);
      return {
        title: t("keyMail.subject", { merchant }),
        paragraphs: [t("keyMail.text", { merchant, mode, last4 }), t("keyMail.todo")],
        button: { label: t("keyMail.button"), link },
        footer: t("keyMail.footer", { merchant }),
      };
    }
  }
}
