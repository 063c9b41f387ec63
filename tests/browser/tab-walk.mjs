// A walk through a page with the Tab key: everything that can be used is reached, what has the focus is seen to have it,
// nothing lies over it, and the key leads out again.

// Everything that is wrong on the way, as sentences.
export async function tabWalkFaults(page) {
  await page.evaluate(prepare);
  const expected = new Set(await page.evaluate(() => globalThis.walk.expected()));
  const seen = new Set();
  const faults = [];
  for (let pressed = 0; pressed < expected.size * 4 + 20; pressed += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => globalThis.walk.here());
    if (!stop) break;
    if (!seen.has(stop.name)) faults.push(...stop.faults);
    seen.add(stop.name);
  }
  const missed = [...expected].filter((name) => !seen.has(name));
  if (missed.length > 0) faults.push(`keyboard: Tab does not reach ${missed.slice(0, 5).join(", ")}`);
  // Past the last stop the focus is on the page itself, or on the browser.
  if (await page.evaluate(() => globalThis.walk.here() !== null)) faults.push("keyboard: Tab does not lead out again");
  return faults;
}

// Runs inside the page, so it may use nothing from outside its own braces.
function prepare() {
  const USABLE = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";
  // One button of a group of radio buttons takes the Tab key for all.
  const nameOf = (one) => {
    if (one.type === "radio") return `radio ${one.name}`;
    const twins = [...document.querySelectorAll(one.tagName)];
    return `${one.tagName.toLowerCase()} ${one.id || one.name || twins.indexOf(one)}`;
  };

  function expected() {
    const usable = [...document.querySelectorAll(USABLE)].filter(
      (one) => one.tabIndex >= 0 && !one.matches(":disabled") && one.checkVisibility({ visibilityProperty: true }),
    );
    return [...new Set(usable.map(nameOf))];
  }

  // A label that belongs to a field may lie over it; it takes the click to the field.
  const belongs = (hit, one) => !hit || hit === one || one.contains(hit) || hit.contains(one) || [...(one.labels ?? [])].includes(hit);

  function coveredBy(one) {
    // Of a link that runs over several lines, the first.
    const { left, right, top, bottom } = one.getClientRects()[0];
    const between = (from, to, share) => from + (to - from) * share;
    for (const across of [0.1, 0.5, 0.9]) {
      for (const down of [0.15, 0.5, 0.85]) {
        const [x, y] = [between(left, right, across), between(top, bottom, down)];
        if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return "the edge of the window";
        const hit = document.elementFromPoint(x, y);
        if (!belongs(hit, one) && !one.closest("svg")) return nameOf(hit);
      }
    }
    return null;
  }

  function here() {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return null;
    const name = nameOf(one);
    const style = getComputedStyle(one);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    const faults = [];
    if (!ring && style.boxShadow === "none") faults.push(`focus: nothing shows that ${name} has it`);
    // What is larger than the window cannot be seen whole.
    const fits = one.getBoundingClientRect().height < innerHeight * 0.6;
    const cover = fits ? coveredBy(one) : null;
    if (cover) faults.push(`focus: ${name} has it and lies under ${cover}`);
    return { name, faults };
  }

  globalThis.walk = { expected, here };
}
