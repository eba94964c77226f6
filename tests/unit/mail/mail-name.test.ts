import { expect, test } from "vitest";
import { composeMail } from "@/lib/mail/compose-mail";
import { toMailName } from "@/lib/mail/mail-name";

test.each([
  ["Café Luna", "Café Luna"],
  ["Café St. John's", "Café St. John's"],
  ["A.B.C. Store", "A. B. C. Store"],
  ["Luna & Sol, 24 horas", "Luna & Sol, 24 horas"],
  ["pay at evil.guru now", "pay at evil. guru now"],
  ["evil.zip/path", "evil. zip/ path"],
  ["https://evil.example", "https:// evil. example"],
  ["write to me@evil.example", "write to me@ evil. example"],
  ["пример.рф", "пример. рф"],
  ["evil。com", "evil。 com"],
  ["You owe us, call +1 (800) 555-0199", "You owe us, call +…"],
  ["Llame al 8888 8888 ya", "Llame al … ya"],
  ["two\r\nBcc: all@example.com", "two Bcc: all@ example. com"],
  ["x".repeat(80), `${"x".repeat(39)}…`],
])("the name %j stands in an email as %j", (name, shown) => {
  expect(toMailName(name)).toBe(shown);
});

test("no name becomes an address in any email", () => {
  const bad = "Win at evil.guru/x or me@evil.zip, +506 8888 8888";
  const common = { to: "eva@example.com", until: 0, link: "https://cobro.example/x", locale: "en" };
  for (const mail of [
    { ...common, template: "invitation", merchant: bad, inviter: bad, role: "viewer" },
    { ...common, template: "passwordReset", name: bad },
    { ...common, template: "keyStopped", merchant: bad, mode: "live", last4: "abcd" },
  ] as const) {
    const { subject, text, html } = composeMail(mail);
    expect(subject + text + html).not.toMatch(/evil\.\S|@evil|8888/);
    expect(subject).not.toMatch(/[\r\n]/);
  }
});
