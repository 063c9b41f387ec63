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
    assert.match(await status(page), /hoort bij de quickscan/);
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

await test("another council or role than in the file is another person, and the way back is open", () =>
  opened(form(EVERYTHING), async (page) => {
    const role = (id) => page.locator(`[name="role"][value="${id}"]`).check();
    const told = () => page.locator("#other").isVisible();
    await page.locator('[name="council"]').fill("41048");
    await role("ict");
    const first = (await saved(page)).answers;
    assert.equal((await saved(page)).answers.respondent.id, first.respondent.id, "the same person saves again");
    await load(page, bytes(first));
    assert.equal(await told(), false);
    await role("dienst");
    assert.equal(await told(), true);
    await role("ict");
    assert.equal(await told(), false);
    assert.equal((await saved(page)).answers.respondent.id, first.respondent.id);
    await role("dienst");
    const second = (await saved(page)).answers;
    assert.notEqual(second.respondent.id, first.respondent.id);
    assert.equal(await told(), false, "this is who it is now");
    // Also of a copy that is put back, and for another council.
    await page.reload();
    await page.locator('[name="council"]').fill("41063");
    assert.equal(await told(), true);
    assert.notEqual((await saved(page)).answers.respondent.id, second.respondent.id);
  }),
);

await test("answers that were put back are said to be, with a way to begin as someone else", () =>
  opened(form(EVERYTHING, "--council", "41048"), async (page) => {
    assert.equal(await page.locator("#earlier").isVisible(), false);
    await page.locator('[name="c0"][value="2"]').check();
    const { answers } = await saved(page);
    assert.equal(await page.locator("#earlier").isVisible(), false, "these were given just now");
    await page.reload();
    assert.match(await page.locator("#earlier").innerText(), /Zijn ze van iemand anders\?/);
    await page.getByRole("button", { name: "Leeg beginnen" }).press("Enter");
    assert.equal(await page.locator("#earlier").isVisible(), false);
    const other = (await saved(page)).answers;
    assert.deepEqual(other.answers, {});
    assert.notEqual(other.respondent.id, answers.respondent.id);
  }),
);

await test("two tabs of one form hold one set of answers", () =>
  opened(form(EVERYTHING, "--council", "41048"), async (one, another) => {
    const note = (page) => page.locator('[name="n0"]');
    await one.locator('[name="c0"][value="1"]').check();
    const two = await another();
    await note(two).fill("uit het tweede tabblad");
    await one.waitForFunction(() => document.querySelector('[name="n0"]').value.startsWith("uit"));
    assert.match(await status(one), /ander tabblad/);
    await one.locator('[name="name"]').fill("Ninove");
    await one.reload();
    assert.equal(await note(one).inputValue(), "uit het tweede tabblad");
    assert.equal(await chosen(one), "1");
    // What one tab clears comes back in none.
    await two.waitForFunction(() => document.querySelector('[name="name"]').value === "Ninove");
    assert.equal(await one.locator("#earlier").isVisible(), true);
    await two.locator("#clear").press("Enter");
    await one.waitForFunction(() => document.querySelector('[name="name"]').value === "");
    assert.equal(await chosen(one), "");
    assert.equal(await one.locator("#earlier").isVisible(), false, "nothing is left of it");
    await one.locator('[name="name"]').fill("Aalst");
    const kept = await one.evaluate(() => JSON.parse(Object.values(localStorage)[0]).fields);
    assert.deepEqual(kept, { name: ["Aalst"] });
  }),
);

await test("a tab that missed what another wrote does not write over it, and says so", () =>
  opened(form(EVERYTHING, "--council", "41048"), async (page) => {
    await page.locator('[name="c0"][value="1"]').check();
    const written = await page.evaluate(() => {
      const [key] = Object.keys(localStorage);
      const copy = JSON.parse(localStorage.getItem(key));
      copy.fields.c0 = ["3"];
      // A page is not told of what it writes itself.
      localStorage.setItem(key, JSON.stringify(copy));
      return localStorage.getItem(key);
    });
    await page.locator('[name="n0"]').fill("mis");
    assert.match(await status(page), /wordt niet onthouden/);
    assert.equal(await page.evaluate(() => Object.values(localStorage)[0]), written);
    await saved(page);
    await page.locator("#clear").press("Enter");
    assert.match(await status(page), /in een ander tabblad verder ingevuld/);
    assert.equal(await page.evaluate(() => Object.values(localStorage)[0]), written);
    await page.reload();
    assert.equal(await chosen(page), "3");
  }),
);

await test("a language that was chosen is remembered before anything is filled in", () =>
  opened(form(EVERYTHING), async (page) => {
    await page.locator("#language").selectOption("en");
    await page.reload();
    assert.equal(await page.locator("#language").inputValue(), "en");
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(await page.locator("#earlier").isVisible(), false, "nothing was answered");
  }),
);

await done();
