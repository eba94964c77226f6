import { expect, test } from "vitest";
import { readRefusal } from "@/lib/core/refused-form";
import { languages } from "@/lib/i18n/language/locale";
import { refusals } from "@/lib/i18n/messages/refusals";
import { cookieName } from "@/lib/platform/cookie-name";
import { writeRefusal } from "@/lib/web/refusal";

const page = { accept: "text/html,application/xhtml+xml,*/*;q=0.8", "sec-fetch-dest": "document" };

function write(headers: Record<string, string>, refusal: Parameters<typeof writeRefusal>[0] = "busy") {
  return writeRefusal(refusal, (name) => headers[name] ?? null, { isForm: false });
}

test.each(languages)("a person reads a page in their language, with what helps (%s)", (language) => {
  const { busy, retry, home } = refusals[language];
  const { type, body } = write({ ...page, "accept-language": `${language}-CR,xx;q=0.5` });
  expect(type).toBe("text/html; charset=utf-8");
  expect(body).toContain(`<html lang="${language}"`);
  expect(body).toContain(busy.title);
  expect(body).toContain(busy.text);
  expect(body).toMatch(new RegExp(`<a href=""[^>]*>${retry}</a>`));
  const other = write({ ...page, "accept-language": language }, "addressTooLong").body;
  expect(other).toMatch(new RegExp(`<a href="/"[^>]*>${home}</a>`));
});

test("the language that was chosen in this browser comes before the browser's own", () => {
  const cookie = `a=b; ${cookieName("language")}=pt`;
  expect(write({ ...page, cookie, "accept-language": "es" }).body).toContain(refusals.pt.busy.text);
  expect(write({ ...page, cookie: `${cookieName("language")}=<b>`, "accept-language": "es" }).body).toContain(
    refusals.es.busy.text,
  );
});

test("a form that a script sent shows the sentence; other programs read it as text", () => {
  const sent = { "next-action": "1", accept: "text/x-component", "accept-language": "es" };
  expect(readRefusal(write(sent).body)).toBe(`${refusals.es.busy.title}. ${refusals.es.busy.text}`);
  for (const headers of [{ accept: "*/*" }, { ...page, "sec-fetch-dest": "empty" }, {}])
    expect(write(headers)).toEqual({
      type: "text/plain; charset=utf-8",
      body: `${refusals.en.busy.title}. ${refusals.en.busy.text}`,
    });
});

test("nobody is asked to send a form again with a link", () => {
  const { body } = writeRefusal("failed", (name) => ({ accept: "text/html" })[name] ?? null, {
    isForm: true,
  });
  expect(body).not.toContain(`href=""`);
  expect(body).toContain(refusals.en.home);
});
