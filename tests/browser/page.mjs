// One page, opened in every way that a reader may have set up the screen, and everything that is wrong with it there.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { markupFaults } from "./markup.mjs";
import { svgTextFaults } from "./svg-text.mjs";
import { tabWalkFaults } from "./tab-walk.mjs";

const WIDE = { width: 1280, height: 900 };
// Each view in one of the languages that the built-in questionnaires have; a report has one language whatever is asked.
const VIEWS = [
  { name: "light", walk: true, options: { viewport: WIDE, colorScheme: "light", locale: "nl-NL" } },
  { name: "dark", options: { viewport: WIDE, colorScheme: "dark", locale: "en-GB" } },
  // WCAG 2.2, 1.4.10: no sideways scrolling at a width of 320 CSS pixels.
  { name: "320 px", walk: true, options: { viewport: { width: 320, height: 640 }, locale: "en-GB" } },
  // A window of 1280 by 1024 pixels, enlarged four times, with all that a form can say against what is filled in.
  { name: "enlarged", spoil: true, options: { viewport: { width: 320, height: 256 }, locale: "nl-NL" } },
  // The usual high-contrast theme is dark; the browser leaves the fills of a picture as they are.
  {
    name: "forced colours",
    spoil: true,
    options: { viewport: WIDE, forcedColors: "active", colorScheme: "dark", locale: "en-GB" },
  },
  { name: "no scripts", options: { viewport: WIDE, javaScriptEnabled: false } },
];
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Chromium without its own errands, so that every request is the page's.
const QUIET = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export function openBrowser() {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) throw new Error("set CHROMIUM to the browser's path, or start these checks with run.sh");
  return chromium.launch({ executablePath, args: [...QUIET, "--no-sandbox", "--disable-gpu", "--disable-quic"] });
}

// Everything wrong with each file, by its path, as sentences; the same fault in several views is told once.
export async function faultsOf(browser, files) {
  const markup = await markupFaults(files);
  const all = new Map();
  for (const file of files) {
    const views = new Map(markup.get(file).map((fault) => [fault, ["markup"]]));
    // All views at once: a browser has more than one core to use.
    const seen = await Promise.all(VIEWS.map((view) => viewFaults(browser, file, view)));
    seen.forEach((faults, at) => {
      for (const fault of faults) views.set(fault, [...(views.get(fault) ?? []), VIEWS[at].name]);
    });
    all.set(file, [...views].map(([fault, names]) => `${fault} (${[...new Set(names)].join(", ")})`));
  }
  return all;
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
    if (view.options.javaScriptEnabled === false) return [...faults, ...(await page.evaluate(bareFaults))];
    if (view.spoil) await page.evaluate(spoil);
    faults.push(...(await page.evaluate(sidewaysFaults)));
    const charts = await page.evaluate(svgTextFaults);
    faults.push(...charts.map(({ rule, detail }) => `${rule}: ${detail}`));
    // In a forced theme the browser picks the colours of all text outside pictures, and axe misreads some of them.
    faults.push(...(await axeFaults(page, { "color-contrast": { enabled: !view.options.forcedColors } })));
    if (view.walk) faults.push(...(await tabWalkFaults(page)));
  } finally {
    await context.close();
  }
  return faults;
}

// Runs inside the page: fills a form in wrongly and tries to save it, so that it shows what it asks for and complains of.
function spoil() {
  if (!document.getElementById("save")) return;
  for (const box of document.querySelectorAll('[value="na"]')) box.click();
  for (const typed of document.querySelectorAll('[name^="t"][inputmode], [name="wave"]')) {
    typed.value = "1.234,5";
    typed.dispatchEvent(new Event("input", { bubbles: true }));
  }
  document.getElementById("save").click();
}

// Runs inside a page without scripts: whether it can be read, says what to do, and offers nothing that does not work.
function bareFaults() {
  const faults = [];
  const seen = (one) => one.checkVisibility({ visibilityProperty: true });
  if (document.body.innerText.trim().length < 200) faults.push("no scripts: the page says next to nothing");
  if (document.querySelector("script:not([type])") === null) return faults;
  const words = [...document.querySelectorAll("noscript")].filter((one) => one.innerText.trim().length > 20 && seen(one));
  if (words.length === 0) faults.push("no scripts: the page does not say what to do");
  for (const one of document.querySelectorAll("button, select")) {
    if (seen(one)) faults.push(`no scripts: there is a ${one.tagName.toLowerCase()} that does nothing`);
  }
  for (const one of document.querySelectorAll(".q")) if (!seen(one)) faults.push(`no scripts: ${one.id} is not there`);
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
