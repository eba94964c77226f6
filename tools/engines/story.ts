import { en } from "@/lib/i18n/messages/en/catalogue";
import { english as labels } from "@/tests/e2e/labels";
import { qrReaders } from "@/tests/support/qr-readers";
import { button, field, link, opener, until, type Visitor } from "@/tools/engines/visitor";

const qr = '//*[@role="img" and @aria-label="QR code"] | //*[name()="svg" and @aria-label="QR code"]';
const text = "document.body.innerText";
const hasShell = 'caches.match("/offline").then((page) => page !== undefined)';
const seenCount = `new Promise((resolve) => {
  const request = indexedDB.open("cobro-offline");
  request.onupgradeneeded = () => request.transaction.abort();
  request.onerror = () => resolve(0);
  request.onsuccess = () => {
    const count = request.result.transaction("seen").objectStore("seen").count();
    count.onsuccess = () => {
      request.result.close();
      resolve(count.result);
    };
  };
})`;

type Step = [name: string, tell: () => Promise<unknown>];

/**
 * What a cashier does in a day, each step by its name. Each throws when what should be seen is not.
 * @param stopPortal after it nothing answers, as without a network. Every engine can be told so in this way.
 */
export function tellStory(visitor: Visitor, url: string, stopPortal: () => Promise<unknown>): Step[] {
  const { open, press, fill } = visitor;
  const email = `ana.${Date.now()}@example.com`;
  const password = "correct horse battery";
  const at = (path: RegExp) =>
    until(`the page ${path}`, async () => path.test(new URL(await visitor.address()).pathname));
  const reads = (what: string) =>
    until(`“${what}”`, async () => String(await visitor.evaluate(text)).includes(what));
  let linkPage = "";
  let address = "";
  return [
    [
      "signs up and opens a business",
      async () => {
        await open(`${url}/signup`);
        await fill(field("name"), "Ana Rojas");
        await fill(field("email"), email);
        await fill(field("password"), password);
        await press('//form//button[@type="submit"]');
        await at(/^\/m\/new$/);
        await fill(field("name"), "Café Luna");
        await press(button(labels.createBusiness));
        await at(/\/settings\/api-keys$/);
        await press(button(labels.useSandbox));
        await at(/\/links\/new$/);
      },
    ],
    [
      "types an amount and has a link",
      async () => {
        await fill('//input[@id="amount"]', "12.50");
        await fill(field("description"), "Two coffees");
        await press(button(labels.createLink));
        await at(/\/links\/[0-9a-f-]{36}$/);
        linkPage = await visitor.address();
      },
    ],
    [
      "shows a code that can be scanned",
      async () => {
        await reads("Two coffees");
        await reads("12.50");
        [address = ""] = /http\S+\/link\/plink_\w+/.exec(String(await visitor.evaluate(text))) ?? [];
        const read = await qrReaders.zxing(await visitor.picture(qr));
        if (read !== address) throw new Error(`the code says ${read}, and the page ${address}`);
      },
    ],
    [
      "shows it in full screen, and comes back",
      async () => {
        await press(link(en.share.fullScreen));
        await at(/\/show$/);
        await visitor.evaluate("history.back()");
        await at(/\/links\/[0-9a-f-]{36}$/);
      },
    ],
    [
      "marks it as paid, and takes that back",
      async () => {
        await press(button(en.paid.mark));
        await reads("Ana Rojas");
        await press(button(en.paid.undo));
        await until("the button again", async () =>
          String(await visitor.evaluate(text)).includes(en.paid.mark),
        );
      },
    ],
    [
      "reads an amount that can mean two things, and is asked",
      async () => {
        await open(linkPage.replace(/[^/]+$/, "new"));
        await fill('//input[@id="amount"]', "1.234");
        await fill(field("description"), "A cake");
        await press(button(labels.createLink));
        await until("a question", async () => /1,234\.00|1,234/.test(String(await visitor.evaluate(text))));
      },
    ],
    [
      "finds it in the history",
      async () => {
        await open(linkPage.replace(/\/[^/]+$/, ""));
        await reads("Two coffees");
        await fill(field("q"), "cofees");
        await reads("Two coffees");
        await fill(field("q"), "nothing like this");
        await reads(en.history.nothingTitle);
      },
    ],
    [
      "prints its poster",
      async () => {
        await open(`${linkPage}/poster`);
        await reads("Two coffees");
        const width = await visitor.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (Number(width) > 0) throw new Error(`the poster is ${width} px too wide`);
      },
    ],
    [
      "signs out, and nothing is left to see",
      async () => {
        await open(linkPage);
        await press(opener("Café Luna"));
        await press(button(labels.signOut));
        await at(/^\/login$/);
        await open(linkPage);
        await at(/^\/login$/);
        await fill(field("email"), email);
        await fill(field("password"), password);
        await press(button(labels.signIn));
        await at(/\/links\/[0-9a-f-]{36}$/);
        await reads("Two coffees");
      },
    ],
    [
      "stores what is needed without a network",
      async () => {
        await until("a service worker", () =>
          visitor.evaluate("navigator.serviceWorker.controller !== null"),
        );
        await until("what was seen last", () => visitor.evaluate(seenCount));
        await until("the page without a network", () => visitor.evaluate(hasShell));
      },
    ],
    [
      "opens the link and its code where nothing answers",
      async () => {
        await stopPortal();
        await open(linkPage);
        await reads("Two coffees");
        const read = await qrReaders.zxing(await visitor.picture(qr));
        if (read !== address) throw new Error(`the code says ${read}, and the page ${address}`);
      },
    ],
    [
      "keeps a draft there",
      async () => {
        await open(url);
        await fill('//input[@id="amount"]', "3.50");
        await fill(field("description"), "Water");
        await press(button(en.drafts.keep));
        await reads(en.drafts.kept);
        await open(`${url}/offline`);
        await reads("Water");
        await reads(en.drafts.waits);
      },
    ],
  ];
}
