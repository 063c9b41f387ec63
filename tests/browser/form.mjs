// Fills in offline forms, also with random answers, which must score the same as when they are written by hand.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { answerAll, columnsOf, dice } from "./answer.mjs";
import { EVERYTHING, PEIL, done, form, inFolder, load, opened, peil, saved, test } from "./filled.mjs";

const QUESTIONNAIRES = ["digitale-maturiteit", "dienstverlening", "digitale-transformatie", EVERYTHING];
const ROUNDS = Number(process.env.ROUNDS ?? 12);

await test("a key that is held down saves one file, not one for each time that it repeats", () =>
  opened(form(EVERYTHING, "--council", "41048"), async (page) => {
    let files = 0;
    page.on("download", () => (files += 1));
    await page.locator("#save").focus();
    for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await saved(page);
    assert.equal(files, 2);
  }),
);

await test("what cannot be saved is said beside its field", () =>
  opened(form(EVERYTHING), async (page) => {
    await page.locator("#save").press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.name), "council");
    assert.match(await page.locator("#x-council").innerText(), /Vul de code/);
    await page.keyboard.type("41048");
    assert.equal(await page.locator("#x-council").count(), 0);
    await page.locator('[name="wave"]').fill("2026-02-30");
    await page.locator('[name="c0"][value="na"]').check();
    await page.locator("#save").press("Enter");
    assert.equal(await page.locator("#x-wave").count(), 1);
    assert.equal(await page.locator("#x-r0").count(), 1);
  }),
);

await test("a partner who does it is in the file and comes back from it, but not beside an answer that says nothing", () =>
  opened(form(EVERYTHING, "--council", "41048"), async (page) => {
    const partner = page.getByRole("checkbox", { name: "Een partner doet dit voor ons" }).first();
    assert.equal(await partner.count(), 0, "not before there is an answer");
    await page.locator('[name="c0"][value="2"]').check();
    await partner.check();
    const { answers } = await saved(page);
    assert.deepEqual(answers.answers, { "ri-st-1": { choice: 2, via: "partner" } });
    await page.locator('[name="c0"][value="?"]').check();
    assert.equal(await partner.count(), 0);
    assert.deepEqual((await saved(page)).answers.answers, { "ri-st-1": "dont-know" });
    await load(page, Buffer.from(JSON.stringify(answers)));
    assert.equal(await partner.isChecked(), true);
    assert.deepEqual((await saved(page)).answers.answers, answers.answers);
    const score = peil("score", inFolder("answers.json"), "-q", EVERYTHING, "--explain", "overall", "--lang", "nl");
    assert.match(score, /ri-st-1 = 2 \(via een partner\)/);
  }),
);

await test("each file says which save of the form it is, also after the page or the file was opened again", () =>
  opened(form(EVERYTHING, "--council", "41048"), async (page) => {
    await page.locator('[name="c0"][value="2"]').check();
    assert.deepEqual([(await saved(page)).number, (await saved(page, "second.json")).number], [1, 2]);
    await page.reload();
    assert.equal((await saved(page)).number, 3);
    await load(page, readFileSync(inFolder("second.json")), "second.json");
    assert.equal((await saved(page)).number, 3, "it goes on from what was opened");
    await page.locator("#clear").press("Enter");
    assert.equal((await saved(page)).number, 1);
  }),
);

await test("another language changes no answer, and a region has its own words", () =>
  opened(form(EVERYTHING), async (page) => {
    await page.locator('[name="c0"][value="2"]').check();
    for (const [tag, words] of [["en", "policy plan"], ["nl-BE", "beleidsplan"], ["nl-NL", "collegeprogramma"]]) {
      await page.locator("#language").selectOption(tag);
      assert.match(await page.locator("#q0 legend").innerText(), new RegExp(words));
      assert.equal(await page.locator('[name="c0"]:checked').getAttribute("value"), "2");
    }
  }),
);

await test("our words say which language they are in, where the questionnaire has one that we do not speak", async () => {
  const french = inFolder("french.yaml");
  const yaml = readFileSync(EVERYTHING, "utf8").replace("languages: [nl, en]", "languages: [nl, fr]");
  writeFileSync(french, yaml.replaceAll(/\ben: /g, "fr: "));
  const told = (page) => page.evaluate(() => ["x-council", "status", "count", "save"].map((id) => document.getElementById(id).lang));
  await opened(
    form(french),
    async (page) => {
      await page.locator("#save").press("Enter");
      assert.deepEqual(await told(page), ["en", "en", "en", "en"]);
      assert.equal(await page.locator("html").getAttribute("lang"), "fr");
      assert.equal(await page.locator("#q0 legend").getAttribute("lang"), null);
      await page.locator("#language").selectOption("nl");
      assert.deepEqual(await told(page), ["", "", "", ""]);
      assert.match(await page.locator("#x-council").innerText(), /Vul de code/);
      assert.equal(await page.locator("#status").innerText(), "");
    },
    { locale: "fr-BE" },
  );
});

await test("a file of another form or of no form changes nothing", () =>
  opened(form(EVERYTHING, "--council", "41048", "--role", "ict"), async (page) => {
    const { answers } = await saved(page);
    const refused = async (file, words) => {
      await load(page, Buffer.from(file), "b.json");
      assert.match(await page.locator("#status").innerText(), words);
      assert.deepEqual((await saved(page)).answers, answers);
    };
    await refused("{", /is geen bestand/);
    await refused("null", /is geen bestand/);
    await refused(JSON.stringify({ ...answers, questionnaire: { id: "x", version: "1.0.0" } }), /andere vragenlijst/);
    await refused(JSON.stringify({ ...answers, council: { id: "99999" } }), /ander bestuur/);
  }),
);

await test("paper has every question, with and without scripts", async () => {
  for (const javaScriptEnabled of [true, false]) {
    await opened(
      form(EVERYTHING),
      async (page) => {
        await page.emulateMedia({ media: "print" });
        const seen = await page.locator(".q").evaluateAll((all) => all.filter((one) => one.offsetHeight > 0).length);
        assert.equal(seen, 8);
        assert.equal(await page.locator(".when").first().isVisible(), true);
        assert.equal(await page.locator("#save").isVisible(), false);
      },
      { javaScriptEnabled },
    );
  }
});

await test("a number comes back from its file as one that the form takes", () =>
  opened(form(EVERYTHING, "--council", "41048"), async (page) => {
    const column = (await columnsOf(page)).findIndex(({ id }) => id === "mi-st-1");
    const typed = page.locator(`[name="t${column}"]`);
    const { answers } = await saved(page);
    // The scale of this question ends at 12.5: nobody means twelve hundred.
    const shown = { 1.125: "1,125", 1e-7: "0,0000001", 1e23: "1" + "0".repeat(23), [-1234.5]: "-1234,5", 7: "7" };
    for (const [number, digits] of Object.entries(shown)) {
      await load(page, Buffer.from(JSON.stringify({ ...answers, answers: { "mi-st-1": Number(number) } })));
      assert.equal(await typed.inputValue(), digits);
      assert.deepEqual((await saved(page)).answers.answers, { "mi-st-1": Number(number) });
    }
  }),
);

await test("a number that could be thousands is asked again, with how to write it, where the scale has thousands", async () => {
  const wide = inFolder("wide.yaml");
  writeFileSync(wide, readFileSync(EVERYTHING, "utf8").replace("to: 12.5", "to: 5000").replace(/    when:\n      any:\n(.*\n){2}/, ""));
  await opened(form(wide, "--council", "41048"), async (page) => {
    const column = (await columnsOf(page)).findIndex(({ id }) => id === "mi-st-1");
    const typed = page.locator(`[name="t${column}"]`);
    await typed.fill("1,125");
    await page.locator("#save").press("Enter");
    assert.match(await page.locator(`#x-t${column}`).innerText(), /1,1250 is één en een achtste/);
    await typed.fill("1,1250");
    const { answers } = await saved(page);
    assert.equal(answers.answers["mi-st-1"], 1.125);
    await load(page, Buffer.from(JSON.stringify(answers)));
    assert.equal(await typed.inputValue(), "1,1250");
    assert.deepEqual((await saved(page)).answers, answers);
  });
});

await test("lines stay lines: in a text, in how to send the file back, and in a reason", async () => {
  const lined = inFolder("lined.yaml");
  writeFileSync(lined, readFileSync(EVERYTHING, "utf8").replace('nl: "Denk aan: doelen, budget."', 'nl: "Denk aan:\\n- doelen\\n- budget"'));
  await opened(form(lined, "--council", "41048", "--instructions", "1. Bewaar.\n2. Stuur op."), async (page) => {
    assert.match(await page.locator("#q0").innerText(), /Denk aan:\n- doelen\n- budget\n/);
    assert.match(await page.locator("main").innerText(), /1\. Bewaar\.\n2\. Stuur op\.\n/);
    const { answers } = await saved(page);
    const reasoned = { "ri-st-1": { "not-applicable": "regel 1\nregel 2" } };
    await load(page, Buffer.from(JSON.stringify({ ...answers, answers: reasoned })));
    assert.deepEqual((await saved(page)).answers.answers, reasoned);
  });
});

await test("evidence is asked for by what an answer is worth: boxes together, numbers, and rows that can reach it", async () => {
  const evident = inFolder("evident.yaml");
  const from = (yaml, id, bound) => yaml.replace(new RegExp(`(  - id: ${id}\n)`), `$1    evidence: {from: ${bound}}\n`);
  const bounds = { "ri-de-1": 2, "ri-de-2": 2.5, "mi-st-1": 5, "mi-de-1": 4 };
  // Without what routes them out.
  const open = readFileSync(EVERYTHING, "utf8").replace(/\n    when:( .*|\n( {6,}.*\n)+)(?=\n| {2}-|\ndropped)/g, "\n");
  writeFileSync(evident, Object.entries(bounds).reduce((yaml, [id, bound]) => from(yaml, id, bound), open));
  await opened(form(evident, "--council", "41048"), async (page) => {
    const columns = await columnsOf(page);
    const at = (id) => columns.findIndex((one) => one.id === id);
    const asks = (id) => page.locator(`[name="e${at(id)}"]`).isVisible();
    const tick = (id, value) => page.locator(`[name="c${at(id)}"][value="${value}"]`).check();
    for (const [id, first, second] of [["ri-de-1", "balie", "web"], ["ri-de-2", "wegen", "bomen"]]) {
      await tick(id, first);
      assert.equal(await asks(id), false, id);
      await tick(id, second);
      assert.equal(await asks(id), true, id);
    }
    const typed = page.locator(`[name="t${at("mi-st-1")}"]`);
    await typed.fill("4,9");
    assert.equal(await asks("mi-st-1"), false);
    await typed.fill("5");
    assert.equal(await asks("mi-st-1"), true);
    await tick("mi-de-1.balie", "4");
    assert.equal(await asks("mi-de-1.balie"), true);
    // The highest that this row can reach is 3.
    assert.equal(await page.locator(`[name="e${at("mi-de-1.web")}"]`).count(), 0);
  });
});

await test("a consensus is asked what any role is asked", async () => {
  for (const questionnaire of QUESTIONNAIRES) {
    await opened(form(questionnaire, "--role", "consensus", "--council", "41048"), async (page) => {
      const shown = () => page.locator(".q:not([hidden])").count();
      const asked = await shown();
      assert.ok(asked > 0, questionnaire);
      // A person without a role is asked everything too.
      await opened(form(questionnaire), async (other) => assert.equal(await other.locator(".q:not([hidden])").count(), asked));
    });
  }
});

await test("a letter does not wait for a thousand columns", async () => {
  const rows = (grid) => Array.from({ length: 10 }, (_, row) => `{id: g${grid}r${row}, title: {nl: Rij, en: Row}}`).join(", ");
  const grid = (at) => `  - {id: grid-${at}, at: {niveau: richten, d: delen}, ask: {nl: G${at}, en: G${at}}, type: grid, choices: vijf-treden, rows: [${rows(at)}]}\n`;
  const many = readFileSync(EVERYTHING, "utf8").replace("\ndropped:", `${Array.from({ length: 100 }, (_, at) => grid(at)).join("")}\ndropped:`);
  writeFileSync(inFolder("many.yaml"), many);
  await opened(form(inFolder("many.yaml")), async (page) => {
    const fastest = await page.evaluate(() => {
      const note = document.querySelector('[name="n0"]');
      const letters = Array.from({ length: 5 }, () => {
        const started = performance.now();
        note.value += "a";
        note.dispatchEvent(new Event("input", { bubbles: true }));
        return performance.now() - started;
      });
      return Math.min(...letters);
    });
    // A search of the page for each column takes three quarters of a second.
    assert.ok(fastest < 200, `${fastest} ms for a letter`);
  });
});

// Random answers: the file that the form saves, and a table with the same answers.
async function rounds(questionnaire, flags, role, scan) {
  await opened(form(questionnaire, "--council", "41048", ...flags), async (page) => {
    const columns = await columnsOf(page);
    const throwDie = dice(columns.length);
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.locator("#clear").press("Enter");
      if (role && !flags.includes("--role")) await page.locator(`[name="role"][value="${role}"]`).check();
      const cells = await answerAll(page, columns, throwDie);
      const { answers } = await saved(page);
      const heads = ["council", "scan", ...(role ? ["role"] : []), ...columns.map(({ id }) => id)];
      const row = ["41048", scan, ...(role ? [role] : []), ...cells];
      writeFileSync(inFolder("hand.csv"), `${heads.join(",")}\n${row.join(",")}\n`);
      const score = (file) => peil("score", inFolder(file), "-q", questionnaire, "--format", "csv");
      assert.equal(score("answers.json"), score("hand.csv"));
      // What peil says was not asked is what the page hides.
      const check = spawnSync(PEIL, ["check", inFolder("answers.json"), "-q", questionnaire, "--format", "json"], { encoding: "utf8" });
      const found = JSON.parse(check.stdout);
      const lines = readFileSync(inFolder("answers.json"), "utf8").split("\n");
      const list = Array.isArray(found) ? found : found.diagnostics;
      const notAsked = list.filter(({ code }) => code === "not-asked");
      assert.deepEqual(list.filter(({ code }) => !["not-asked", "no-answers"].includes(code)), []);
      const idOn = (line) => /"([^"]+)"/.exec(lines[line - 1])[1];
      const out = notAsked.map((one) => idOn(one.start.line)).sort();
      const hidden = await page.evaluate(() => [...document.querySelectorAll(".q[hidden]")].map((one) => Number(one.id.slice(1))));
      const parked = columns.filter(({ id, q }) => hidden.includes(q) && id in answers.answers).map(({ id }) => id).sort();
      assert.deepEqual(out, parked);
      // And the file opens as what was saved.
      await page.locator("#clear").press("Enter");
      await load(page, readFileSync(inFolder("answers.json")));
      assert.deepEqual((await saved(page)).answers, answers);
    }
  });
}

for (const questionnaire of QUESTIONNAIRES) {
  const name = questionnaire.replace(/^.*\//, "");
  await test(`${name}: a form scores as the same answers by hand`, () => rounds(questionnaire, [], "", "full"));
  await test(`${name}: so it does for a role`, () => rounds(questionnaire, [], "dienst", "full"));
  await test(`${name}: so it does for a consensus`, () => rounds(questionnaire, ["--role", "consensus"], "consensus", "full"));
  await test(`${name}: so it does for the quick scan`, () => rounds(questionnaire, ["--quick"], "ict", "quick"));
}

await done();
