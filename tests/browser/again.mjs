// A form that is met again: a file that is opened, a copy that is put back, and a second tab.

import assert from "node:assert/strict";
import { EVERYTHING, done, form, load, opened, saved, test } from "./filled.mjs";

const bytes = (answers) => Buffer.from(JSON.stringify(answers));
const status = (page) => page.locator("#status").innerText();
const chosen = (page) => page.locator('[name="c0"]:checked').getAttribute("value");

await test("what of a file has no place in the form is named, of who answers too", () =>
  opened(form(EVERYTHING, "--name", "Ninove"), async (page) => {
    await page.locator('[name="council"]').fill("41048");
    const { answers } = await saved(page);
    const file = {
      ...answers,
      council: { id: "41048", name: "Aalst" },
      respondent: { id: "r-1", role: "burgemeester" },
      keep_until: "31-12-2028",
      answers: { "ri-st-1": { choice: 2, via: "buur" }, "mi-de-1.web": 9, "mi-st-1": { number: 3, evidence: "Besluit 12" } },
    };
    await load(page, bytes(file));
    assert.match(
      await status(page),
      /is niet ingevuld: mi-de-1\.web, ri-st-1, mi-st-1, naam van het bestuur \(Aalst\), bewaren tot en met \(31-12-2028\), rol \(burgemeester\)\.$/,
    );
    assert.equal(await page.locator('[name="role"]:checked').getAttribute("value"), "");
    await load(page, bytes(answers));
    assert.match(await status(page), /is geopend\.$/);
  }),
);

await test("what a group answered together is no person's file, nor the other way round", async () => {
  let person;
  let group;
  const refused = async (page, file, words) => {
    await load(page, bytes(file), "b.json");
    assert.match(await status(page), words);
    assert.match(await status(page), /Er is niets veranderd/);
  };
  await opened(form(EVERYTHING, "--council", "41048"), async (page) => (person = (await saved(page)).answers));
  await opened(form(EVERYTHING, "--council", "41048", "--role", "consensus"), async (page) => {
    group = (await saved(page)).answers;
    await refused(page, person, /is van één persoon/);
    await load(page, bytes(group));
    assert.match(await status(page), /is geopend\.$/);
  });
  assert.equal(group.respondent.role, "consensus");
  await opened(form(EVERYTHING, "--council", "41048"), (page) => refused(page, group, /samen antwoordde \(consensus\)/));
});

await test("a file of the quick scan is sent to the form of the quick scan, and the other way round", async () => {
  let quick;
  let full;
  await opened(form(EVERYTHING, "--council", "41048", "--quick"), async (page) => (quick = (await saved(page)).answers));
  await opened(form(EVERYTHING, "--council", "41048"), async (page) => {
    full = (await saved(page)).answers;
    await load(page, bytes(quick), "b.json");
    assert.match(await status(page), /hoort bij de korte versie/);
  });
  await opened(form(EVERYTHING, "--council", "41048", "--quick"), async (page) => {
    await load(page, bytes(full), "b.json");
    assert.match(await status(page), /hoort bij de volledige vragenlijst/);
  });
});

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
