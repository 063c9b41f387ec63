// A check that finds nothing is only good news when it could have found something: the page with one of each fault
// must give exactly these, each in the views where a reader would meet it.

import { fileURLToPath } from "node:url";
import { faultsOf, openBrowser } from "./page.mjs";

const EXPECTED = [
  "axe/color-contrast: ",
  "console: something went wrong",
  "html/no-implicit-button-type: ",
  "request: the page asks for https://peil.invalid/pixel.png",
  "script: undefinedFunction is not defined",
  "sideways: ",
  "svg-text-contrast: “dark on dark” ",
  "svg-text-covered: “under a box” ",
  "svg-text-cut-off: “cut off here” ",
  "svg-text-overlap: “one label here” runs into “runs into another”",
];

const browser = await openBrowser();
const faults = await faultsOf(browser, fileURLToPath(new URL("faults.html", import.meta.url)));
await browser.close();

const missed = EXPECTED.filter((start) => !faults.some((fault) => fault.startsWith(start)));
const wrong = faults.filter((fault) => fault.includes("“sound"));
for (const start of missed) console.log(`not found, though it is there: ${start}`);
for (const fault of wrong) console.log(`found, though nothing is wrong: ${fault}`);
console.log(`self-test: ${EXPECTED.length - missed.length} passed, ${missed.length + wrong.length} failed`);
process.exitCode = missed.length + wrong.length > 0 ? 1 : 0;
