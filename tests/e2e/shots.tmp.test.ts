import { mkdir, readFile, writeFile } from "node:fs/promises";
import { test } from "vitest";
import { desk, openBrowserOf } from "@/tests/support/browser";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";

test("shots", async () => {
  await mkdir("/tmp/dqr-x/shots", { recursive: true });
  const owner = await connectedOwner("Café Luna");
  const png = await readFile("/tmp/dqr-x/luna.png");
  await asSuperuser(
    "UPDATE merchants SET color = $2, logo_version = $3, customer_languages = $4 WHERE slug = $1",
    [owner.slug, "#0f766e", "v1", ["es", "en", "pt"]],
  );
  await asSuperuser(
    `INSERT INTO merchant_logos (merchant_id, png, icon, width, height, version) SELECT merchant_id, $2, $2, 512,512, 'v1' FROM merchants WHERE slug=$1`,
    [owner.slug, png],
  );
  const link = await makeLink(owner, {
    amount: "25000.00",
    description: "Desayuno para dos con café y jugo de naranja",
  });
  const ar = await makeLink(owner, {
    amount: "9999999999.99",
    description: "قهوتان وكعكة لمريم، مع السكر " + "x".repeat(200),
  });
  for (let i = 0; i < 24; i++) await makeLink(owner, { amount: `${i + 1}500`, description: `Mesa ${i}` });
  await asSuperuser("UPDATE payment_links SET mode='live' WHERE id=$1", [link.split("/").at(-1)]).catch((e) =>
    console.log(String(e)),
  );
  for (const [size, ctx] of [
    ["phone", {}],
    ["desk", { ...desk }],
  ] as const)
    for (const scheme of ["light", "dark"] as const) {
      const v = await openBrowserOf(owner.http, { ...ctx, colorScheme: scheme });
      v.expectStatus(404);
      const shot = async (name: string, path: string, full = true) => {
        await v.page.goto(path);
        await v.page.evaluate(() => document.fonts.ready);
        await v.page.waitForTimeout(300);
        await v.page.screenshot({ path: `/tmp/dqr-x/shots/${name}-${size}-${scheme}.png`, fullPage: full });
      };
      await shot("link", link);
      await shot("poster", `${link}/poster`);
      if (scheme === "light") await shot("poster-ar", `${ar}/poster?paper=a6`);
      await shot("qr", `${link}/qr?look=brand`);
      await shot("sheet", `${owner.path}/links/sheet?q=mesa`, false);
      await shot("history", `${owner.path}/links`);
      if (size === "desk" && scheme === "light") {
        for (const paper of ["a4", "a5", "a6", "letter"])
          for (const lang of ["es", "en", "pt"]) {
            await v.page.goto(`${link}/poster?paper=${paper}&lang=${lang}`);
            if (lang === "es") {
              await writeFile(
                `/tmp/dqr-x/shots/html-${paper}.pdf`,
                await v.page.pdf({ preferCSSPageSize: true, printBackground: true }),
              );
            }
            await writeFile(
              `/tmp/dqr-x/shots/file-${paper}-${lang}.pdf`,
              await (await v.page.request.get(`${link}/poster.pdf?paper=${paper}&lang=${lang}`)).body(),
            );
          }
        await v.page.goto(`${owner.path}/links/sheet?q=mesa`);
        await writeFile(`/tmp/dqr-x/shots/html-sheet.pdf`, await v.page.pdf({ preferCSSPageSize: true }));
      }
    }
});
