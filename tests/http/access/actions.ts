import { randomInt } from "node:crypto";
import type { en } from "@/lib/i18n/messages/en/catalogue";
import type { Access, Who } from "./access";
import type { Scene } from "./scene";

export type FormValues = Record<string, string>;

export type ActionRow = {
  needs: Access;
  /** Makes a form that the action accepts, each time it is sent; without it, the form is empty. */
  form?: (scene: Scene, who: Who) => FormValues | Promise<FormValues>;
  /** The error that an allowed person gets for this form. Without it, the form must change the database. */
  says?: keyof typeof en.errors;
  /** What the accepted form changes is not in the rows that are compared. */
  keepsRows?: true;
};

/** Every server action of the build, and what it requires of the person who submits its form: one entry each. */
export const actions: Record<string, ActionRow> = {
  "app/(public)/forgot-password/actions.ts#forgot": { needs: "public", says: "email_missing" },
  "app/(public)/invite/[token]/actions.ts#join": { needs: "person", says: "invitation_for_another" },
  "app/(public)/invite/[token]/actions.ts#signOutHere": { needs: "public" },
  "app/(public)/invite/[token]/actions.ts#signUpAndJoin": { needs: "public", says: "name_missing" },
  "app/account/email/[token]/actions.ts#confirm": { needs: "person", says: "reset_gone" },
  "app/(public)/login/actions.ts#signIn": { needs: "public", says: "email_missing" },
  "app/(public)/login/actions.ts#signInWithPasskey": { needs: "public", says: "passkey_unknown" },
  "app/(public)/login/second-step/actions.ts#restartSignIn": { needs: "public" },
  "app/(public)/login/second-step/actions.ts#signInWithCode": { needs: "public", says: "code_missing" },
  "app/(public)/reset-password/[token]/actions.ts#saveNewPassword": {
    needs: "public",
    says: "password_missing",
  },
  "app/(public)/signup/actions.ts#signUp": { needs: "public", says: "name_missing" },
  "app/(public)/till/actions.ts#lock": { needs: "public" },
  "app/(public)/till/actions.ts#unlock": {
    needs: "public",
    form: (scene) => ({ person: scene.colleagueId, pin: "4071" }),
    says: "till_gone",
  },
  "app/account/actions.ts#endOtherSession": {
    needs: "person",
    form: async (scene, who) => ({ session: await scene.otherSession(who) }),
  },
  "app/account/confirm/actions.ts#confirmWithPassword": {
    needs: "person",
    form: () => ({ password: "not this one" }),
    says: "wrong_password",
  },
  "app/account/confirm/actions.ts#confirmWithCode": { needs: "person", says: "code_missing" },
  "app/account/confirm/actions.ts#confirmWithPasskey": { needs: "person", says: "passkey_unknown" },
  "app/account/second-factor/actions.ts#addPasskey": { needs: "person", says: "passkey_failed" },
  "app/account/second-factor/actions.ts#deletePasskey": { needs: "person" },
  "app/account/second-factor/actions.ts#declinePasskey": { needs: "person" },
  "app/account/second-factor/actions.ts#beginApp": { needs: "person" },
  "app/account/second-factor/actions.ts#confirmApp": { needs: "person", says: "code_missing" },
  "app/account/second-factor/actions.ts#removeApp": { needs: "person" },
  "app/account/second-factor/actions.ts#renewCodes": { needs: "person", says: "no_second_factor" },
  "app/account/actions.ts#endEveryOtherSession": {
    needs: "person",
    form: async (scene, who) => {
      await scene.otherSession(who);
      return {};
    },
  },
  "app/account/actions.ts#unlink": { needs: "person" },
  "app/account/actions.ts#saveName": { needs: "person", says: "name_missing" },
  "app/account/password/actions.ts#savePassword": { needs: "person", says: "password_missing" },
  "app/account/actions.ts#signOut": { needs: "public" },
  "app/language/actions.ts#chooseLanguage": { needs: "public" },
  "app/admin/actions.ts#changeMerchant": {
    needs: "operator",
    form: (scene) => ({ slug: scene.fixtures.turnedOff.slug, does: "enable", after: "" }),
  },
  "app/admin/actions.ts#saveLimits": {
    needs: "operator",
    form: (scene) => ({
      slug: scene.fixtures.turnedOff.slug,
      linksPerHour: String(randomInt(1_000, 90_000)),
      people: "",
      after: "",
    }),
  },
  "app/admin/actions.ts#retry": { needs: "operator", form: () => ({ job: "1", after: "" }) },
  "app/m/actions.ts#reopen": {
    needs: "owner of what is turned off",
    form: (scene) => ({ slug: scene.fixtures.turnedOff.slug }),
  },
  "app/m/new/actions.ts#createMerchant": {
    needs: "person",
    form: () => ({ name: "Another one", timeZone: "America/Costa_Rica" }),
  },
  "app/m/[merchant]/inbox/actions.ts#match": {
    needs: "links:resolve",
    form: (scene, who) => scene.openedCandidate(who),
  },
  "app/m/[merchant]/inbox/actions.ts#takeBackMatch": {
    needs: "links:resolve",
    form: (scene) => scene.matchedLink(),
  },
  "app/m/[merchant]/inbox/actions.ts#createAgain": {
    needs: "links:resolve",
    form: async (scene, who) => ({
      ...scene.drawn(who),
      linkId: await scene.unknownLink(),
      intentId: crypto.randomUUID(),
    }),
  },
  "app/m/[merchant]/inbox/actions.ts#annotate": {
    needs: "links:resolve",
    form: async (scene) => ({ ...scene.newLink(), linkId: await scene.externalLink() }),
  },
  "app/m/[merchant]/inbox/actions.ts#dismiss": {
    needs: "links:resolve",
    form: async (scene) => ({ linkId: await scene.externalLink() }),
  },
  "app/m/[merchant]/inbox/actions.ts#syncNow": { needs: "links:resolve" },
  "app/m/[merchant]/bulk/actions.ts#sendTable": {
    needs: "links:create",
    form: (scene, who) => ({ ...scene.drawn(who), intentId: crypto.randomUUID() }),
    says: "table_missing",
  },
  "app/m/[merchant]/bulk/[batchId]/actions.ts#saveLayout": {
    needs: "links:create",
    form: async (scene) => ({
      ...{ batchId: await scene.batch(), version: "1", width: "2", currency: "USD", decimalMark: "," },
      ...{ description: "0", amount: "1" },
    }),
  },
  "app/m/[merchant]/bulk/[batchId]/actions.ts#saveTotal": {
    needs: "links:create",
    form: async (scene) => ({ batchId: await scene.batch(), version: "2", place: "1", take: "on" }),
    says: "bulk_changed",
  },
  "app/m/[merchant]/bulk/[batchId]/actions.ts#saveCells": {
    needs: "links:create",
    form: async (scene) => ({
      batchId: await scene.batch(),
      version: "2",
      place: "1",
      column1: "0",
      text1: "a",
    }),
    says: "bulk_changed",
  },
  "app/m/[merchant]/bulk/[batchId]/actions.ts#start": {
    needs: "links:create",
    // Started for good, a worker would go on with it while the rows are compared.
    form: async (scene, who) => ({ ...scene.drawn(who), batchId: await scene.batch(), version: "2" }),
    says: "bulk_changed",
  },
  "app/m/[merchant]/bulk/[batchId]/actions.ts#pause": {
    needs: "links:create",
    form: async (scene) => ({ batchId: await scene.batch() }),
    says: "bulk_changed",
  },
  "app/m/[merchant]/bulk/[batchId]/actions.ts#resume": {
    needs: "links:create",
    form: async (scene) => ({ batchId: await scene.batch() }),
    says: "bulk_changed",
  },
  "app/m/[merchant]/bulk/[batchId]/actions.ts#cancel": {
    needs: "links:create",
    form: async (scene) => ({ batchId: await scene.pausedBatch() }),
  },
  "app/m/[merchant]/bulk/[batchId]/actions.ts#retry": {
    needs: "links:create",
    form: async (scene) => ({ batchId: await scene.batch() }),
    says: "bulk_changed",
  },
  "app/m/[merchant]/bulk/[batchId]/actions.ts#discard": {
    needs: "links:create",
    form: async (scene) => ({ batchId: await scene.batch() }),
  },
  "app/m/[merchant]/links/[linkId]/actions.ts#chooseCustomerLanguage": {
    needs: "links:share",
    form: (scene, who) => ({ linkId: scene.getMerchant(who).linkId, language: "es" }),
    keepsRows: true,
  },
  "app/m/[merchant]/links/[linkId]/actions.ts#readNumber": {
    needs: "links:share",
    form: (scene, who) => ({ linkId: scene.getMerchant(who).linkId, number: "888", by: "sms" }),
    says: "phone_too_short",
  },
  "app/m/[merchant]/links/_history/actions.ts#saveView": {
    needs: "links:read",
    form: () => ({ viewName: crypto.randomUUID().slice(0, 30), query: "state=open" }),
  },
  "app/m/[merchant]/links/_history/actions.ts#forgetView": {
    needs: "links:read",
    form: () => ({ viewId: crypto.randomUUID() }),
    keepsRows: true,
  },
  "app/m/[merchant]/links/[linkId]/_notes/actions.ts#changeLinkNotes": {
    needs: "links:note",
    form: (scene, who) => ({ linkId: scene.getMerchant(who).linkId, note: crypto.randomUUID() }),
  },
  "app/m/[merchant]/links/[linkId]/_notes/actions.ts#removeLinkCustomer": {
    needs: "links:note",
    form: (scene, who) => ({ linkId: scene.getMerchant(who).linkId }),
    keepsRows: true,
  },
  "app/m/[merchant]/links/[linkId]/_paid/actions.ts#markLinkPaid": {
    needs: "links:mark-paid",
    form: async (scene) => ({ linkId: await scene.externalLink() }),
  },
  "app/m/[merchant]/links/[linkId]/_paid/actions.ts#undoLinkPaid": {
    needs: "links:mark-paid",
    form: (scene) => scene.paidLink(),
  },
  "app/m/[merchant]/links/[linkId]/_paid/actions.ts#describeLinkPaid": {
    needs: "links:mark-paid",
    form: async (scene) => ({ ...(await scene.paidLink()), reference: "F-12" }),
  },
  "app/m/[merchant]/links/[linkId]/_cancel/actions.ts#cancelThisLink": {
    needs: "links:cancel",
    form: async (scene) => ({ linkId: await scene.externalLink(), reason: "not_needed" }),
  },
  "app/m/[merchant]/links/[linkId]/_cancel/actions.ts#undoThisCancel": {
    needs: "links:cancel",
    form: (scene) => scene.cancelledLink(),
  },
  "app/m/[merchant]/close/open/actions.ts#markAndGoOn": {
    needs: "links:mark-paid",
    form: async (scene) => ({ linkId: await scene.externalLink() }),
  },
  "app/m/[merchant]/close/open/actions.ts#undoMarkAndGoBack": {
    needs: "links:mark-paid",
    form: (scene) => scene.paidLink(),
  },
  "app/m/[merchant]/close/open/actions.ts#cancelAndGoOn": {
    needs: "links:cancel",
    form: async (scene) => ({ linkId: await scene.externalLink(), reason: "not_needed" }),
  },
  "app/m/[merchant]/close/open/actions.ts#undoCancelAndGoBack": {
    needs: "links:cancel",
    form: (scene) => scene.cancelledLink(),
  },
  "app/m/[merchant]/links/[linkId]/_expiry/actions.ts#changeLinkExpiry": {
    needs: "links:cancel",
    form: async (scene) => ({ linkId: await scene.externalLink(), expiry: "7d", expiryDay: "" }),
  },
  "app/m/[merchant]/links/[linkId]/_point/actions.ts#pointThisCode": {
    needs: "links:cancel",
    form: async (scene) => ({ linkId: await scene.externalLink(), targetId: await scene.externalLink() }),
  },
  "app/m/[merchant]/links/[linkId]/_point/actions.ts#restoreThisCode": {
    needs: "links:cancel",
    form: async (scene) => ({ linkId: await scene.externalLink() }),
    keepsRows: true,
  },
  "app/m/[merchant]/links/paid/actions.ts#findPaid": { needs: "links:mark-paid", says: "pasted_nothing" },
  "app/m/[merchant]/links/selected/actions.ts#markSelected": {
    needs: "links:mark-paid",
    form: async (scene) => ({ links: await scene.externalLink() }),
  },
  "app/m/[merchant]/links/selected/actions.ts#undoSelected": {
    needs: "links:mark-paid",
    form: async (scene) => {
      const { linkId: links = "", at = "" } = await scene.paidLink();
      return { links, at };
    },
  },
  "app/m/[merchant]/links/selected/actions.ts#tagSelected": {
    needs: "links:note",
    form: (scene, who) => ({ links: scene.getMerchant(who).linkId, tags: crypto.randomUUID().slice(0, 8) }),
  },
  "app/m/[merchant]/links/new/actions.ts#createLink": {
    needs: "links:create",
    form: (scene, who) => ({ ...scene.drawn(who), ...scene.newLink(), intentId: crypto.randomUUID() }),
  },
  "app/m/[merchant]/links/new/actions.ts#createFromTemplate": {
    needs: "links:create",
    form: async (scene, who) => ({
      ...scene.drawn(who),
      templateId: await scene.template(),
      version: "1",
      intentId: crypto.randomUUID(),
    }),
  },
  "app/m/[merchant]/settings/templates/actions.ts#saveTemplate": {
    needs: "templates:manage",
    form: (scene) => ({ ...scene.newLink(), name: "Coffee" }),
  },
  "app/m/[merchant]/settings/templates/actions.ts#deleteTemplate": {
    needs: "templates:manage",
    form: async (scene) => ({ templateId: await scene.template(), version: "1" }),
  },
  "app/m/[merchant]/settings/actions.ts#leave": { needs: "team:leave", form: () => ({}) },
  "app/m/[merchant]/settings/api-keys/actions.ts#connectKey": {
    needs: "api-keys:manage",
    form: async (scene) => ({
      apiKey: scene.fixtures.merchant.account.key,
      keys: await scene.keyIds(),
    }),
  },
  "app/m/[merchant]/settings/api-keys/actions.ts#startSandbox": {
    needs: "api-keys:manage",
    form: () => ({}),
  },
  "app/m/[merchant]/settings/api-keys/actions.ts#makeModeCurrent": {
    needs: "api-keys:manage",
    form: (scene) => scene.sandboxKey(),
  },
  "app/m/[merchant]/settings/api-keys/actions.ts#disconnectMode": {
    needs: "api-keys:manage",
    form: (scene) => scene.sandboxKey(),
  },
  "app/m/[merchant]/settings/general/actions.ts#saveSettings": {
    needs: "settings:manage",
    form: (scene, who) => ({ ...scene.settings(who), color: "#aa3311" }),
  },
  "app/m/[merchant]/settings/general/actions.ts#saveLogo": {
    needs: "settings:manage",
    says: "logo_missing",
  },
  "app/m/[merchant]/settings/general/actions.ts#deleteLogo": {
    needs: "settings:manage",
    form: async (scene) => {
      await scene.logo();
      return {};
    },
  },
  "app/m/[merchant]/settings/general/actions.ts#closeMerchant": {
    needs: "merchant:close",
    form: (scene, who) => ({ confirmation: scene.getMerchant(who).slug, how: "disable" }),
  },
  "app/m/[merchant]/settings/team/actions.ts#setSecondFactorRule": {
    needs: "security:manage",
    form: () => ({ rule: "required" }),
  },
  "app/m/[merchant]/inbox/actions.ts#seeAllOf": {
    needs: "links:resolve",
    form: async (scene) => ({ ...(await scene.inactiveLink()), kind: "inactive" }),
  },
  "app/m/[merchant]/inbox/actions.ts#undoSeen": {
    needs: "links:resolve",
    form: async (scene) => ({ ...(await scene.inactiveLink()), kind: "inactive" }),
    keepsRows: true,
  },
  "app/m/[merchant]/inbox/actions.ts#chooseAboutInactive": {
    needs: "settings:manage",
    form: async (scene) => ({ asks: await scene.otherChoice() }),
  },
  "app/m/[merchant]/settings/customers/actions.ts#findLinksOfCustomer": {
    needs: "customers:remove",
    form: () => ({ phone: "+506 8765 4321" }),
    says: "customer_unknown",
  },
  "app/m/[merchant]/settings/customers/actions.ts#removeFromEveryLink": {
    needs: "customers:remove",
    form: (scene) => scene.knownCustomer(),
  },
  "app/m/[merchant]/settings/pin/actions.ts#choosePin": {
    needs: "pin:choose",
    form: () => ({ pin: "4071", again: "4071" }),
  },
  "app/m/[merchant]/settings/tills/actions.ts#enroll": {
    needs: "tills:manage",
    form: () => ({ name: "Counter" }),
  },
  "app/m/[merchant]/settings/tills/actions.ts#removeDevice": {
    needs: "tills:manage",
    form: async (scene) => ({ deviceId: await scene.till() }),
  },
  "app/m/[merchant]/settings/tills/actions.ts#saveIdleMinutes": {
    needs: "tills:manage",
    form: (scene) => ({ minutes: scene.minutes() }),
  },
  "app/m/[merchant]/settings/tills/actions.ts#unblock": {
    needs: "tills:manage",
    form: (scene) => scene.blockedPin(),
  },
  "app/m/[merchant]/settings/tills/actions.ts#resetPin": {
    needs: "tills:manage",
    form: (scene) => scene.blockedPin(),
  },
  "app/m/[merchant]/settings/team/actions.ts#invite": {
    needs: "team:manage",
    form: () => ({ email: `${crypto.randomUUID()}@example.com`, role: "viewer" }),
  },
  "app/m/[merchant]/settings/team/actions.ts#renew": {
    needs: "team:manage",
    form: async (scene) => ({ ...(await scene.drawnInvitation()), by: "link" }),
  },
  "app/m/[merchant]/settings/team/actions.ts#revoke": {
    needs: "team:manage",
    form: (scene) => scene.drawnInvitation(),
  },
  "app/m/[merchant]/settings/team/actions.ts#setRole": {
    needs: "team:manage",
    form: (scene) => ({ userId: scene.colleagueId, role: "cashier" }),
  },
  "app/m/[merchant]/settings/team/actions.ts#remove": {
    needs: "team:manage",
    form: async (scene) => ({ userId: scene.colleagueId, drawn: await scene.colleagueRole() }),
  },
  "app/m/[merchant]/settings/team/actions.ts#transferBusiness": {
    needs: "ownership:transfer",
    form: (scene) => ({ userId: scene.colleagueId }),
  },
};
