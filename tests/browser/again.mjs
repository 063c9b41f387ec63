// A form that is met again: a file that is opened, a copy that is put back, and a second tab.

import assert from "node:assert/strict";
import { EVERYTHING, done, form, load, opened, saved, test } from "./filled.mjs";

const bytes = (answers) => Buffer.from(JSON.stringify(answers));
const status = (page) => page.locator("#status").innerText();
const chosen = (page) => page.locator('[name="c0"]:checked').getAttribute("value");

await test("answers are kept until a day in a year that somebody means", () =>
  opened(form(EVERYTHING, "--council", "41048"), async (page) => {
    const { answers } = await saved(page);
    for (const day of ["20281-12-31", "0028-12-31"]) {
      await load(page, bytes({ ...answers, keep_until: day }));
      await page.locator("#save").press("Enter");
      assert.match(await page.locator("#x-keep").innerText(), /van 2000 tot en met 2999/, day);
    }
    await page.locator('[name="keep"]').fill("2028-12-31");
    assert.equal((await saved(page)).answers.keep_until, "2028-12-31");
  }),
);

await done();
