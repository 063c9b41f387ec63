// A form in a browser, and the hand that fills it in, saves and opens: what the checks of forms have in common.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openBrowser } from "./page.mjs";

export const PEIL = process.env.PEIL;
export const EVERYTHING = fileURLToPath(new URL("../diagnostics/valid/every-field-and-type.yaml", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "peil-form-"));
export const inFolder = (name) => join(folder, name);
const browser = await openBrowser();
let [passed, failed] = [0, 0];

export async function test(name, run) {
  try {
    await run();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`form: ${name}: ${error.stack ?? error}`);
  }
}

// Ends the checks.
export async function done() {
  await browser.close();
  rmSync(folder, { recursive: true });
  console.log(`form: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

export function peil(...args) {
  return execFileSync(PEIL, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

export function form(questionnaire, ...flags) {
  const path = inFolder("form.html");
  peil("form", questionnaire, "-o", path, ...flags);
  return path;
}

// Opens a form as a file, without a network; anything on the console is a failure.
export async function opened(path, run, options = {}) {
  const context = await browser.newContext({ offline: true, acceptDownloads: true, locale: "nl-NL", ...options });
  try {
    const errors = [];
    await run(await tab(context, path, errors), () => tab(context, path, errors));
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

async function tab(context, path, errors) {
  const page = await context.newPage();
  page.on("console", (line) => line.type() === "error" && errors.push(line.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(pathToFileURL(path).href);
  return page;
}

// Chromium drops, without a word, the eleventh file that a page saves within a second. No hand is as quick as that.
const BETWEEN_FILES = 110; // milliseconds
let last = 0;

export async function saved(page, name = "answers.json") {
  await page.waitForTimeout(Math.max(0, last + BETWEEN_FILES - Date.now()));
  last = Date.now();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").press("Enter")]);
  await download.saveAs(inFolder(name));
  // Which save it is differs from file to file, also where nothing else does.
  const { saved: number, ...answers } = JSON.parse(readFileSync(inFolder(name), "utf8"));
  return { name: download.suggestedFilename(), number, answers };
}

export async function load(page, buffer, name = "a.json") {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#load").press("Enter")]);
  await chooser.setFiles({ name, mimeType: "application/json", buffer });
  await page.waitForFunction((file) => document.getElementById("status").textContent.includes(file), name);
}
