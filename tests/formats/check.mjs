// Validates what `peil check` writes about all fixtures: JSON against the schema that ships with peil, SARIF against the
// schema of OASIS, GitLab against the shape in its documentation, JUnit as XML that says what the JSON says, GitHub by
// undoing the escapes as its command parser does. Likewise what `peil score` writes as JSON: numbers with where they come from,
// and scores. Every validator first has to refuse something wrong.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv2020 from "ajv/dist/2020.js";
import AjvDraft4 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { XMLParser, XMLValidator } from "fast-xml-parser";

const require = createRequire(import.meta.url);
const read = (url) => JSON.parse(readFileSync(new URL(url, import.meta.url)));
const validator = (Ajv, schema) => {
  // The patterns of the SARIF schema are older than Unicode mode.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(schema);
};
const diagnostics = validator(Ajv2020, read("../../schemas/diagnostics.schema.json"));
const derivation = validator(Ajv2020, read("../../schemas/derivation.schema.json"));
const scores = validator(Ajv2020, read("../../schemas/scores.schema.json"));
const gitlab = validator(Ajv2020, read("gitlab.schema.json"));
const sarif = validator(AjvDraft4, require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

const runs = [
  { files: ["tests/diagnostics"], flags: [] },
  { files: ["tests/answers"], flags: ["-q", "tests/answers/kort.yaml"] },
  { files: ["tests/answers"], flags: ["-q", "tests/answers/kort.yaml", "--deny", "warnings", "--lang", "nl"] },
  { files: ["questionnaires"], flags: [] },
];
let passed = 0;

for (const { files, flags } of runs) {
  const codes = new Set();
  const write = (format) => {
    const run = spawnSync(process.env.PEIL, ["check", ...files, ...flags, "--format", format], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    codes.add(run.status);
    return run.stdout;
  };
  const valid = (name, validate, value) => {
    assert.ok(validate(value), `${name}: ${JSON.stringify(validate.errors?.slice(0, 5), null, 2)}`);
    passed += 1;
  };

  const report = JSON.parse(write("json"));
  const found = report.diagnostics;
  valid("json", diagnostics, report);
  assert.equal(diagnostics({ ...report, format: "peil.diagnostics/0" }), false);

  const issues = JSON.parse(write("gitlab"));
  valid("gitlab", gitlab, issues);
  assert.equal(issues.length, found.length);
  assert.equal(new Set(issues.map((issue) => issue.fingerprint)).size, issues.length, "a fingerprint twice");

  const log = JSON.parse(write("sarif"));
  valid("sarif", sarif, log);
  const { results, tool } = log.runs[0];
  assert.equal(results.length, found.length);
  results.forEach((result, index) => {
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    const { code, file, start, end } = found[index];
    assert.equal(tool.driver.rules[result.ruleIndex].id, result.ruleId);
    assert.equal(result.ruleId, code);
    assert.equal(decodeURIComponent(artifactLocation.uri), file);
    const place = [region.startLine, region.startColumn, region.endLine, region.endColumn];
    assert.deepEqual(place, [start.line, start.column, end.line, end.column]);
  });
  const broken = structuredClone(log);
  broken.runs[0].columnKind = "bytes";
  assert.equal(sarif(broken), false);

  const xml = write("junit");
  assert.equal(XMLValidator.validate(xml), true);
  assert.notEqual(XMLValidator.validate(xml.replace("</testsuites>", "")), true);
  const arrays = (name) => ["testsuite", "testcase"].includes(name);
  const { testsuites } = new XMLParser({ ignoreAttributes: false, isArray: arrays }).parse(xml);
  const cases = testsuites.testsuite.flatMap((suite) => suite.testcase);
  assert.equal(testsuites.testsuite.length, report.summary.files);
  assert.equal(cases.length, Number(testsuites["@_tests"]));
  assert.equal(cases.filter((one) => one.failure).length, report.summary.errors);
  assert.equal(cases.filter((one) => one["system-out"]).length, report.summary.warnings);
  passed += 1;

  const unescape = (text) =>
    text.replace(/%(0D|0A|3A|2C|25)/g, (code) => String.fromCharCode(parseInt(code.slice(1), 16)));
  const commands = write("github").split("\n").slice(0, -1);
  assert.equal(commands.length, found.length);
  commands.forEach((command, index) => {
    const [, level, properties, data] = command.match(/^::(error|warning) (.*?)::(.*)$/);
    const { code, severity, message, notes, help, file, start } = found[index];
    const fields = Object.fromEntries(properties.split(",").map((part) => part.split("=")));
    assert.equal(level, severity);
    assert.deepEqual([unescape(fields.file), unescape(fields.title), Number(fields.line)], [file, code, start.line]);
    assert.equal(unescape(data), [message, ...notes, help].join("\n"));
  });
  const concise = write("concise").split("\n").slice(0, -1);
  concise.forEach((line, index) => {
    const { code, severity, file, start } = found[index];
    assert.ok(line.startsWith(`${file}:${start.line}:${start.column}: ${severity}[${code}] `), line);
  });
  assert.equal(concise.length, found.length);
  passed += 2;

  assert.equal(codes.size, 1, `${files}: the exit code depends on the format`);
  console.log(`${files} ${flags.join(" ")}: ${found.length} findings`);
}
const explained = ["score", "reports/input/dienstverlening", "--council", "demo-07", "--wave", "2026", "--explain"];
const told = spawnSync(process.env.PEIL, [...explained, "--format", "json"], { encoding: "utf8", maxBuffer: 1 << 28 });
const number = JSON.parse(told.stdout);
assert.ok(derivation(number), JSON.stringify(derivation.errors?.slice(0, 5), null, 2));
assert.equal(derivation({ ...number, number: { ...number.number, part: "person" } }), false);
passed += 1;

const scored = spawnSync(process.env.PEIL, ["score", "reports/input/digitale-maturiteit", "--format", "json"], {
  encoding: "utf8",
  maxBuffer: 1 << 28,
});
const all = JSON.parse(scored.stdout);
assert.ok(scores(all), JSON.stringify(scores.errors?.slice(0, 5), null, 2));
assert.equal(scores({ ...all, scores: [{ ...all.scores[0], coverage_richten: 1.5 }] }), false);
passed += 1;
console.log(`formats: ${passed} passed, 0 failed`);
