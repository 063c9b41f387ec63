// Checks every HTML file that it is given, or finds in the folders that it is given.
// Exit codes: 0 nothing found, 1 something found, 2 wrong use, 3 no HTML file there.

import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { faultsOf, openBrowser } from "./page.mjs";

function htmlFiles(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .flatMap((inside) => (statSync(inside).isDirectory() || inside.endsWith(".html") ? htmlFiles(inside) : []));
}

const paths = process.argv.slice(2);
const missing = paths.filter((path) => !existsSync(path));
if (paths.length === 0 || missing.length > 0) {
  for (const path of missing) console.error(`there is no ${path}`);
  console.error("usage: node check.mjs FILE-OR-FOLDER...");
  process.exit(2);
}
const files = paths.flatMap(htmlFiles);
if (files.length === 0) {
  console.error(`no HTML file in ${paths.join(", ")}`);
  process.exit(3);
}

const browser = await openBrowser();
let failed = 0;
for (const [file, faults] of await faultsOf(browser, files.map((file) => resolve(file)))) {
  const near = relative(process.cwd(), file);
  console.log(`${near.startsWith("..") ? basename(file) : near}: ${faults.length === 0 ? "ok" : `${faults.length} found`}`);
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0) failed += 1;
}
await browser.close();
console.log(`browser: ${files.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
