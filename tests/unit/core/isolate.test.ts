import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { isolate, isolateReversed } from "@/lib/core/isolate";
import { composeMail } from "@/lib/mail/compose-mail";
import { IsolatedText } from "@/lib/ui/isolated-text";

const render = (text: string) => renderToStaticMarkup(createElement(IsolatedText, null, text));

test("on a page each name in a sentence is an element of its own", () => {
  expect(render(`${isolate("شركة")} invited ${isolate("<Ana>")}.`)).toBe(
    "<bdi>شركة</bdi> invited <bdi>&lt;Ana&gt;</bdi>.",
  );
  expect(render("Nobody did it")).toBe("Nobody did it");
});

test.each(["شركة", "חנות", "Café שלום", "\u{1e900}"])("in plain text %s is set apart", (name) => {
  expect(isolateReversed(name)).toBe(`\u2068${name}\u2069`);
});

test.each(["Café Luna", "Ресторан", "寿司", "😀", "123"])("in plain text %s stays as it is", (name) => {
  expect(isolateReversed(name)).toBe(name);
});

test("an email leaves the words around a name in place", () => {
  const mail = {
    template: "invitation",
    locale: "en",
    to: "ana@example.com",
    link: "https://x.example/",
  } as const;
  const common = { ...mail, role: "cashier", until: 0 } as const;
  const { subject, text } = composeMail({ ...common, merchant: "شركة", inviter: "Ana" });
  expect(subject).toContain("\u2068شركة\u2069");
  expect(text).toContain("Ana invites you to work with \u2068شركة\u2069");
});
