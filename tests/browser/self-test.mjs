// A check that finds nothing is only good news when it could have found something: the page with one of each fault
// must give exactly these, each in the views where a reader would meet it.

import { fileURLToPath } from "node:url";
import { faultsOf, openBrowser } from "./page.mjs";

const EXPECTED = [
  "axe/color-contrast: ",
  "console: something went wrong",
  "axe/target-size: ",
  "focus: button under has it and lies under p ",
  "focus: nothing shows that button unseen has it",
  "html/no-implicit-button-type: ",
  "keyboard: Tab does not lead out again",
  "keyboard: Tab does not reach button beyond",
  "no scripts: the page does not say what to do",
  "no scripts: there is a button that does nothing",
  "nu: line 15: CSS: “colour”: ",
  "request: the page asks for https://peil.invalid/pixel.png",
  "script: undefinedFunction is not defined",
  "sideways: ",
  "svg-text-contrast: “dark on dark” ",
  "svg-text-covered: “under a box” ",
  "svg-text-cut-off: “cut off here” ",
  "svg-text-overlap: “one label here” runs into “runs into another”",
];

const browser = await openBrowser();
const page = fileURLToPath(new URL("faults.html", import.meta.url));
const faults = (await faultsOf(browser, [page])).get(page);
await browser.close();

const missed = EXPECTED.filter((start) => !faults.some((fault) => fault.startsWith(start)));
const wrong = faults.filter((fault) => fault.includes("“sound"));
for (const start of missed) console.log(`not found, though it is there: ${start}`);
for (const fault of wrong) console.log(`found, though nothing is wrong: ${fault}`);
console.log(`self-test: ${EXPECTED.length - missed.length} passed, ${missed.length + wrong.length} failed`);
process.exitCode = missed.length + wrong.length > 0 ? 1 : 0;
