// What two checkers say of the markup and the styles: html-validate by its rules, the Nu checker by the standard.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { HtmlValidate } from "html-validate";

const NU = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

// The Nu checker does not work out hashes, by which the policy of a form allows its script and its style; the browser
// does, and complains where one is wrong. Of a property that is newer than the checker, it says that there is none.
const NOT_FAULTS = [/violates Content Security Policy \(meta tag\)/, /^CSS: “field-sizing”: Property/];

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
    "attr-quotes": ["error", { unquoted: true }],
    // Ids come from the questionnaire, where a part of a question is written `id.part`.
    "valid-id": ["error", { relaxed: true }],
    // The boxes of one question share a name, as they should.
    "form-dup-name": ["error", { shared: ["radio", "checkbox"] }],
    // An offline form is saved to a file; there is nowhere to submit it to.
    "wcag/h32": "off",
  },
});

// The faults of each file, by its path. The Nu checker reads all files at once: starting it takes the most time.
export async function markupFaults(files) {
  const faults = new Map();
  for (const file of files) {
    const { results } = await MARKUP.validateFile(file);
    const messages = results.flatMap((result) => result.messages);
    const told = messages.map(({ ruleId, message, line, column }) => `html/${ruleId}: line ${line}:${column}: ${message}`);
    faults.set(file, told);
  }
  for (const { url, lastLine, message } of nuMessages(files)) {
    if (NOT_FAULTS.some((known) => known.test(message))) continue;
    faults.get(fileURLToPath(url)).push(`nu: line ${lastLine}: ${message}`);
  }
  return faults;
}

function nuMessages(files) {
  const java = process.env.JAVA;
  if (!java) throw new Error("set JAVA to the path of Java, or start these checks with run.sh");
  const flags = ["-jar", NU, "--format", "json", "--exit-zero-always", "--stdout"];
  const output = execFileSync(java, [...flags, ...files], { encoding: "utf8", maxBuffer: 2 ** 28 });
  return JSON.parse(output).messages;
}
