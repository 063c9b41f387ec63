// A form from the first key to the paper, without a mouse, in Chromium and in Firefox.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withHand } from "./hand.mjs";

const EVERYTHING = fileURLToPath(new URL("../diagnostics/valid/every-field-and-type.yaml", import.meta.url));
const HOSTILE = '</script><b>é</b> "x"\n- a: {{1}} \u2028 \ud83d\ude00';

const folder = mkdtempSync(join(tmpdir(), "peil-keyboard-"));
const inFolder = (name) => join(folder, name);
let [passed, failed] = [0, 0];

const questionnaire = inFolder("questionnaire.yaml");
// Without an answer that excludes the others, the form offers one for nothing ticked.
writeFileSync(questionnaire, readFileSync(EVERYTHING, "utf8").replace(", exclusive: true, value: 0", ""));
execFileSync(process.env.PEIL, ["form", questionnaire, "-o", inFolder("form.html")], { stdio: "ignore" });

const SAVED = {
  "ri-st-1": { choice: 3, evidence: HOSTILE },
  "ri-de-1": [],
};

// Each step begins where the one before it left the focus.
const STEPS = [
  ["the first Tab offers a way past the introduction", async (hand) => {
    await hand.key("Tab");
    assert.equal((await hand.focus()).name, "skip");
    await hand.key("Enter", "Tab");
    assert.equal((await hand.focus()).name, "c0");
  }],
  ["what is missing is said beside its field, and the focus goes there", async (hand) => {
    await hand.to("save");
    await hand.key("Enter");
    assert.equal((await hand.focus()).name, "council");
    assert.match(await hand.text("#x-council"), /Vul de code/);
    assert.match(await hand.text("#status"), /Nog niet bewaard/);
    assert.equal(await hand.page.$eval('[name="council"]', (one) => one.getAttribute("aria-describedby")), "x-council");
  }],
  ["who answers is filled in", async (hand) => {
    await hand.type("41048");
    assert.equal(await hand.page.$("#x-council"), null);
    await hand.to("name");
    await hand.type("Sint-Érasme aan Zee");
    await hand.to("role");
    await hand.key("ArrowUp");
    assert.deepEqual(await hand.ticked("role"), ["dienst"]);
  }],
  ["an answer brings the question that depends on it", async (hand) => {
    assert.equal(await hand.visible("#q1"), false);
    await hand.to("c0");
    // From "no answer" past "not applicable", "don't know" and the highest.
    await hand.key("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp");
    assert.deepEqual(await hand.ticked("c0"), ["3"]);
    assert.equal(await hand.visible("#q1"), true);
    await hand.to("e0");
    await hand.type(HOSTILE);
  }],
  ["nothing ticked is a box of its own", async (hand) => {
    await hand.to("c1", { value: "balie" });
    await hand.key(" ");
    await hand.to("c1", { value: "web" });
    await hand.key(" ");
    assert.deepEqual(await hand.ticked("c1"), ["balie", "web"]);
    await hand.to("c1", { value: "-" });
    await hand.key(" ");
    assert.deepEqual(await hand.ticked("c1"), ["-"]);
    assert.equal(await hand.visible("#q2"), false);
  }],
  ["loading the page again loses nothing", async (hand) => {
    await hand.page.reload();
    assert.equal(await hand.value('[name="council"]'), "41048");
    assert.equal(await hand.value('[name="e0"]'), HOSTILE);
    assert.deepEqual([await hand.ticked("role"), await hand.ticked("c0"), await hand.ticked("c1")], [["dienst"], ["3"], ["-"]]);
  }],
  ["another language changes the words and no answer", async (hand) => {
    assert.match(await hand.text("#q0 legend"), /collegeprogramma/);
    // One browser goes on from the top, the other from the questions, to which the skip link led.
    await hand.to("c0");
    await hand.to("language", { back: true });
    await hand.key("ArrowDown");
    assert.match(await hand.text("#q0 legend"), /policy plan/);
    assert.equal(await hand.page.$eval("html", (one) => one.lang), "en");
    assert.deepEqual([await hand.ticked("c0"), await hand.ticked("c1")], [["3"], ["-"]]);
    await hand.key("ArrowUp");
    assert.match(await hand.text("#q0 legend"), /collegeprogramma/);
  }],
  ["the saved file holds what was filled in", async (hand) => {
    await hand.to("save");
    const { name, answers } = await hand.download(inFolder("answers.json"));
    assert.match(name, /^alles-erop-en-eraan-sint-erasme-aan-zee-dienst-r-[0-9a-f]{8}\.json$/);
    assert.deepEqual(answers.answers, SAVED);
    assert.deepEqual([answers.status, answers.council.id, answers.respondent.role], ["draft", "41048", "dienst"]);
    assert.match(await hand.text("#status"), /Bewaard als/);
    execFileSync(process.env.PEIL, ["check", inFolder("answers.json"), "-q", questionnaire], { stdio: "ignore" });
  }],
  ["clear all leaves nothing on the page or in the browser", async (hand) => {
    await hand.to("clear", { back: true });
    await hand.key("Enter");
    await hand.until("the page to be empty", async () => (await hand.value('[name="council"]')) === "");
    assert.deepEqual(await hand.page.evaluate(() => Object.keys(localStorage)), []);
    assert.deepEqual([await hand.ticked("c0"), await hand.ticked("role")], [[""], [""]]);
  }],
  ["the file opens again as it was saved", async (hand) => {
    await hand.to("load", { back: true });
    await hand.pick(inFolder("answers.json"));
    await hand.until("the file to be open", async () => (await hand.text("#status")).includes("answers.json is geopend"));
    await hand.to("save");
    const { answers } = await hand.download(inFolder("again.json"));
    const before = JSON.parse(readFileSync(inFolder("answers.json"), "utf8"));
    assert.deepEqual(answers, { ...before, saved: before.saved + 1 });
  }],
  ["there is a way back to no answer, and what it hides is told", async (hand) => {
    await hand.to("c0", { back: true });
    for (const _ of ["the highest", "don't know", "not applicable", "no answer"]) await hand.key("ArrowDown");
    assert.deepEqual(await hand.ticked("c0"), [""]);
    assert.equal(await hand.visible("#q1"), false);
    assert.match(await hand.text("#parked"), /Eén antwoord staat nu verborgen/);
  }],
  ["paper has every question and no button", async (hand) => {
    await hand.paper(inFolder("form.pdf"));
    const text = execFileSync(process.env.PDFTOTEXT, ["-layout", inFolder("form.pdf"), "-"], { encoding: "utf8" });
    const words = text.replace(/\s+/g, " ");
    const legends = await hand.page.$$eval(".q > legend", (all) => all.map((one) => one.textContent.trim()));
    assert.equal(legends.length, 8);
    for (const legend of legends) assert.ok(words.includes(legend), `not on paper: ${legend}`);
    assert.match(words, /Alleen als het antwoord op vraag 2 ‘Balie’ of ‘Website’ is\./);
    assert.doesNotMatch(words, /Antwoorden (bewaren(?! tot)|openen)|Alles wissen|Geen antwoord/);
  }],
];

async function walk(browser) {
  let at = 0;
  try {
    const troubles = await withHand(browser, inFolder("form.html"), async (hand) => {
      for (const [, step] of STEPS) {
        await step(hand);
        at += 1;
      }
    });
    assert.deepEqual(troubles, []);
    passed += STEPS.length;
  } catch (error) {
    passed += at;
    failed += 1;
    console.log(`keyboard: ${browser}: ${STEPS[at]?.[0] ?? "nothing goes wrong behind the scenes"}: ${error.stack ?? error}`);
  }
}

for (const browser of ["Chromium", "Firefox"]) {
  const started = Date.now();
  await walk(browser);
  console.log(`${browser}: ${STEPS.length} steps in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
rmSync(folder, { recursive: true });
console.log(`keyboard: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
