// Validates files against the schemas that `peil schema` writes, with a whole validator and a YAML parser of others: every
// file that peil takes is as they say, they are valid schemas themselves, and their patterns take the words that peil takes.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";

const peil = (...args) => spawnSync(process.env.PEIL, args, { encoding: "utf8", maxBuffer: 1 << 28 });
const load = (kind) => {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, validateSchema: false });
  const schema = JSON.parse(readFileSync(new URL(`../../schemas/${kind}.schema.json`, import.meta.url)));
  assert.equal(schema.$schema, "http://json-schema.org/draft-07/schema#");
  assert.ok(ajv.validateSchema(schema), JSON.stringify(ajv.errors));
  assert.equal(ajv.validateSchema({ ...schema, required: "peil" }), false);
  return ajv.compile(schema);
};
const schemas = { questionnaire: load("questionnaire"), answers: load("answers") };

const scratch = mkdtempSync(path.join(tmpdir(), "peil-schemas-"));
const made = ["demo", "nl", "en"].map((name) => path.join(scratch, name));
assert.equal(peil("demo", made[0]).status, 0);
assert.equal(peil("new", made[1], "--lang", "nl").status, 0);
assert.equal(peil("new", made[2], "--lang", "en").status, 0);

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(yaml|json)$/.test(entry.name) && !entry.name.endsWith(".schema.json"))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
const folders = ["questionnaires", "tests/models", "tests/diagnostics/valid", "tests/answers/valid", "tests/mutations"];
const seen = { questionnaire: 0, answers: 0 };
for (const file of [...folders, "reports/input", ...made].flatMap(files)) {
  const value = parse(readFileSync(file, "utf8"));
  const kind = value.peil.split("/")[0];
  assert.ok(schemas[kind](value), `${file}: ${JSON.stringify(schemas[kind].errors, null, 1)}`);
  seen[kind] += 1;
}
assert.ok(seen.questionnaire > 25 && seen.answers > 100, JSON.stringify(seen));

// Words in the places that have a form, refused by peil and by the schema alike.
const whole = readFileSync("tests/mutations/every-field.yaml", "utf8");
const words = [
  ["id: ", "startend", ",", ["a", "A-1_b", "é", "a.b", "-a", "_a", "a b", `a${"b".repeat(63)}`, `a${"b".repeat(64)}`, "7", "-7"]],
  ["id: ", "dienst", ",", ["council", "coverage_a", "coverage", "every", "x-coverage_a"]],
  ["id: ", "geen", ", label", ["none", "na", "dont-know", "nota"]],
  ["version: ", "2.0.0", "\n", ["2.0.1", "2.0", "2.0.0.0", "v2.0.0", "2.1234567890.0", "2.0.x"]],
  ["languages: [", "nl, en", "]", ["nl, en, nl", "nl, EN", "nl, en_GB", "nl, eng", "nl, engl"]],
  ["id: ", "ri-st-8.paper", ",", ["ri-st-8", "ri-st-8.a.b", ".paper", "ri-st-8."]],
];
let tried = 0;
for (const [before, old, after, list] of words) {
  const place = before + old + after;
  assert.ok(whole.includes(place), place);
  for (const word of list) {
    const text = whole.replace(place, () => before + word + after);
    const file = path.join(scratch, "one.yaml");
    writeFileSync(file, text);
    const { diagnostics } = JSON.parse(peil("check", file, "--format", "json").stdout);
    // Only what stands in the place itself: that others refer to what stood there is for peil to see.
    const line = whole.slice(0, whole.indexOf(place)).split("\n").length;
    const codes = ["invalid-id", "invalid-value", "reserved-id", "duplicate-key"];
    const refused = diagnostics.some((one) => codes.includes(one.code) && one.start.line === line);
    const valid = schemas.questionnaire(parse(text));
    assert.equal(valid, !refused, `${place} ${word}: ${JSON.stringify(diagnostics.map((one) => one.code))}`);
    tried += 1;
  }
}

const sheet = readFileSync("tests/answers/valid/every-kind-of-answer.yaml", "utf8");
const days = ["2026-03-01", "2026-13-01", "2026-3-1", "soon", "2026-12-32"];
const lines = [
  ...[...days, "2026", "20265", "-1", "0", '"2026"'].map((word) => `wave: ${word}`),
  ...days.map((word) => `keep_until: ${word}`),
];
for (const line of lines) {
  const text = sheet.replace("respondent:", `${line}\nrespondent:`);
  const file = path.join(scratch, "sheet.yaml");
  writeFileSync(file, text);
  const { diagnostics } = JSON.parse(
    peil("check", file, "-q", "tests/answers/kort.yaml", "--format", "json").stdout,
  );
  assert.equal(schemas.answers(parse(text)), diagnostics.length === 0, line);
  tried += 1;
}

rmSync(scratch, { recursive: true });
console.log(`${seen.questionnaire} questionnaires, ${seen.answers} answers and ${tried} words against the schemas`);
console.log("formats: 3 passed, 0 failed");
