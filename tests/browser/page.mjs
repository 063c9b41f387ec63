// One page, opened in every way that a reader may have set up the screen, and everything that is wrong with it there.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";
import { svgTextFaults } from "./svg-text.mjs";

const VIEWS = [
  { name: "light", options: { viewport: { width: 1280, height: 900 }, colorScheme: "light" } },
  { name: "dark", options: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" } },
  // WCAG 2.2, 1.4.10: no sideways scrolling at a width of 320 CSS pixels.
  { name: "320 px", options: { viewport: { width: 320, height: 640 }, colorScheme: "light" } },
  // The usual high-contrast theme is dark; the browser leaves the fills of a picture as they are.
  {
    name: "forced colours",
    options: { viewport: { width: 1280, height: 900 }, forcedColors: "active", colorScheme: "dark" },
  },
];
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const MARKUP = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // A report is one file: its styles stand inside it, also where a number decides a width.
    "no-inline-style": "off",
    // The title names the council, the questionnaire and the wave.
    "long-title": "off",
    // How the bytes are laid out is the renderer's affair.
    "no-trailing-whitespace": "off",
    "void-style": "off",
    // Ids come from the questionnaire, where a part of a question is written `id.part`.
    "valid-id": ["error", { relaxed: true }],
    // The boxes of one question share a name, as they should.
    "form-dup-name": ["error", { shared: ["radio", "checkbox"] }],
    // An offline form is saved to a file; there is nowhere to submit it to.
    "wcag/h32": "off",
  },
});

// Chromium without its own errands, so that every request is the page's.
const QUIET = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export function openBrowser() {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) throw new Error("set CHROMIUM to the browser's path, or start these checks with run.sh");
  return chromium.launch({ executablePath, args: [...QUIET, "--no-sandbox", "--disable-gpu", "--disable-quic"] });
}

// Everything wrong with a file, as sentences; the same fault in several views is told once.
export async function faultsOf(browser, file) {
  const views = new Map();
  for (const fault of await markupFaults(file)) views.set(fault, ["markup"]);
  for (const view of VIEWS) {
    for (const fault of await viewFaults(browser, file, view)) {
      views.set(fault, [...(views.get(fault) ?? []), view.name]);
    }
  }
  return [...views].map(([fault, names]) => `${fault} (${[...new Set(names)].join(", ")})`);
}

async function markupFaults(file) {
  const report = await MARKUP.validateFile(file);
  const messages = report.results.flatMap((result) => result.messages);
  return messages.map(({ ruleId, message, line, column }) => `html/${ruleId}: line ${line}:${column}: ${message}`);
}

async function viewFaults(browser, file, view) {
  const faults = [];
  const context = await browser.newContext({ ...view.options, offline: true, reducedMotion: "reduce" });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  page.on("console", (line) => line.type() === "error" && faults.push(`console: ${line.text()}`));
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    const own = url === address || url.startsWith("data:") || url.startsWith("blob:");
    if (!own) faults.push(`request: the page asks for ${url}`);
  });
  try {
    await page.goto(address, { waitUntil: "load" });
    faults.push(...(await page.evaluate(sidewaysFaults)));
    const charts = await page.evaluate(svgTextFaults);
    faults.push(...charts.map(({ rule, detail }) => `${rule}: ${detail}`));
    // In a forced theme the browser picks the colours of all text outside pictures, and axe misreads some of them.
    faults.push(...(await axeFaults(page, { "color-contrast": { enabled: !view.options.forcedColors } })));
  } finally {
    await context.close();
  }
  return faults;
}

async function axeFaults(page, rules) {
  // Evaluated rather than added as an element, which a page's own content policy would rightly refuse.
  await page.evaluate(AXE);
  const options = { runOnly: { type: "tag", values: AXE_TAGS }, rules, resultTypes: ["violations"] };
  const { violations } = await page.evaluate((given) => globalThis.axe.run(document, given), options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `axe/${id}: ${help}: ${node.target.join(" ")}`),
  );
}

// Runs inside the page: whether it must be scrolled sideways, and what pushes it out.
function sidewaysFaults() {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const contains = (element) => /auto|scroll|hidden/.test(getComputedStyle(element).overflowX);
  const scrolls = (element) => element && (contains(element) || scrolls(element.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > room + 1 && !scrolls(element.parentElement),
  );
  const names = wide.slice(0, 3).map((element) => element.tagName.toLowerCase() + (element.id && `#${element.id}`));
  return [`sideways: the page is ${document.documentElement.scrollWidth} px wide, pushed by ${names.join(", ")}`];
}
