// The hands of someone who fills in a form with the keyboard alone, in Chromium or in Firefox: the same keys, the same
// file picker, the same folder for downloads. Nothing here clicks, and nothing reaches into the page but to look.

import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const LAUNCH = {
  Chromium: (downloads) => ({
    browser: "chrome",
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--accept-lang=nl-NL"],
    downloadBehavior: { policy: "allow", downloadPath: downloads },
  }),
  Firefox: (downloads) => ({
    browser: "firefox",
    executablePath: process.env.FIREFOX,
    extraPrefsFirefox: {
      "browser.download.dir": downloads,
      "browser.download.folderList": 2,
      // The panel would take the focus, and the next key with it.
      "browser.download.alwaysOpenPanel": false,
      "intl.accept_languages": "nl-NL, nl",
    },
  }),
};

const PATIENCE = 20_000; // milliseconds
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Opens a form in a browser of its own, runs `use`, and gives what went wrong behind the scenes.
export async function withHand(name, form, use) {
  const downloads = mkdtempSync(join(tmpdir(), "peil-downloads-"));
  const browser = await puppeteer.launch({ headless: true, ...LAUNCH[name](downloads) });
  try {
    const page = await browser.newPage();
    const troubles = [];
    page.on("console", (line) => line.type() === "error" && troubles.push(line.text()));
    page.on("pageerror", (error) => troubles.push(String(error)));
    page.on("request", (request) => /^https?:/.test(request.url()) && troubles.push(`asks for ${request.url()}`));
    // "Clear all?", "Open?": yes. A page that asks whether it may be left would stop a reload here.
    page.on("dialog", (dialog) => (dialog.type() === "beforeunload" && troubles.push("asks before leaving"), dialog.accept()));
    await page.goto(pathToFileURL(form).href);
    await use(new Hand(page, downloads));
    return troubles;
  } finally {
    await browser.close();
    rmSync(downloads, { recursive: true });
  }
}

class Hand {
  constructor(page, downloads) {
    this.page = page;
    this.downloads = downloads;
  }

  // Where the focus is.
  focus() {
    return this.page.evaluate(() => {
      const { id, name, value, className } = document.activeElement;
      return { name: name || id || className, value, here: document.hasFocus() };
    });
  }

  async key(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  // Tabs on, or back, until the field with this name (and value) has the focus.
  async to(name, { value, back = false } = {}) {
    for (let pressed = 0; pressed < 400; pressed += 1) {
      const focus = await this.focus();
      if (focus.name === name && (value === undefined || focus.value === value)) return;
      // Beyond the last field are the browser's own buttons.
      if (!focus.here) break;
      if (back) await this.page.keyboard.down("Shift");
      await this.page.keyboard.press("Tab");
      if (back) await this.page.keyboard.up("Shift");
    }
    throw new Error(`Tab never reaches ${name}`);
  }

  // What stands on the page, to look at.
  text(selector) {
    return this.page.$eval(selector, (one) => one.innerText);
  }

  value(selector) {
    return this.page.$eval(selector, (one) => one.value);
  }

  visible(selector) {
    return this.page.$eval(selector, (one) => one.checkVisibility());
  }

  ticked(name) {
    return this.page.$$eval(`[name="${name}"]:checked`, (all) => all.map((one) => one.value));
  }

  async until(what, holds) {
    for (let waited = 0; waited < PATIENCE; waited += 50) {
      const found = await holds();
      if (found) return found;
      await pause(50);
    }
    throw new Error(`waited in vain for ${what}; the page says: ${await this.text("#status")}`);
  }

  // Presses the button that has the focus, and gives the file that then arrives.
  async download(to) {
    await this.key("Enter");
    return this.until("a file", () => {
      const [name, ...more] = readdirSync(this.downloads);
      // A browser that is still writing has the file under another name, or two.
      if (!name?.endsWith(".json") || more.length > 0) return null;
      const answers = parsed(readFileSync(join(this.downloads, name), "utf8"));
      if (answers) renameSync(join(this.downloads, name), to);
      return answers && { name, answers };
    });
  }

  // Presses the button that has the focus, and picks a file in the window that then opens.
  async pick(path) {
    const opens = this.page.waitForFileChooser({ timeout: PATIENCE });
    // A question to the page comes back when the browser is ready to hand over its window.
    await this.page.evaluate(() => 0);
    const [chooser] = await Promise.all([opens, this.key("Enter")]);
    await chooser.accept([path]);
  }

  paper(path) {
    return this.page.pdf({ path, preferCSSPageSize: true });
  }
}

// A file that is still being written is no whole JSON yet.
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
