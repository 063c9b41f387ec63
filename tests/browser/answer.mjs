// Random answers to a form, given as a person gives them, and the same answers written down as a row of a table.

// A small generator with a seed, so that a failure can be had again.
export function dice(seed) {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

// What can be answered: per column its fields, read from the page.
export function columnsOf(page) {
  return page.evaluate(() => {
    const { columns, questions, lists } = JSON.parse(document.getElementById("data").textContent);
    return columns.map(({ id, q, list }, column) => {
      const { kind } = lists[list];
      const values = [...document.querySelectorAll(`[name="c${column}"]`)].filter((one) => !one.closest("label[hidden]"));
      const options = values.map((one) => one.value).filter((value) => value !== "");
      const exclusive = lists[list].ids.filter((_, at) => lists[list].exclusive[at]);
      return { id, q, kind, options, exclusive, offered: !questions[q].left_out };
    });
  });
}

// One answer: what is ticked or typed, and how a table writes it.
function answer({ kind, options, exclusive }, throwDie) {
  const pick = () => options[throwDie(options.length)];
  if (throwDie(8) === 0) return { tick: [], cell: "" };
  if (kind === "number") {
    if (throwDie(6) === 0) return { tick: ["?"], cell: "?" };
    const [typed, cell] = [["7", "7"], ["0,5", "0.5"], ["12.5", "12.5"], ["-3", "-3"], ["1000", "1000"]][throwDie(5)];
    return { tick: [], type: typed, cell };
  }
  if (kind === "text") return { tick: [], type: "Meer tijd", cell: "Meer tijd" };
  const one = pick();
  if (kind === "one" || ["?", "na", "-", ...exclusive].includes(one)) return { tick: [one], cell: one === "-" ? "none" : one };
  const plain = options.filter((id) => !["?", "na", "-", ...exclusive].includes(id));
  const ticked = plain.filter((id) => id === one || throwDie(2) === 0);
  return { tick: ticked, cell: ticked.join("|") };
}

// Answers every column of the form, also where the question is not asked at that moment: such an answer is kept.
export async function answerAll(page, columns, throwDie) {
  const given = columns.map((column) => (column.offered ? answer(column, throwDie) : { tick: [], cell: "" }));
  await page.evaluate((all) => {
    const fire = (one) => one.dispatchEvent(new Event("input", { bubbles: true }));
    all.forEach(({ tick, type }, column) => {
      for (const value of tick) {
        const one = document.querySelector(`[name="c${column}"][value="${value}"]`);
        one.checked = true;
        fire(one);
      }
      if (type !== undefined) {
        const one = document.querySelector(`[name="t${column}"]`);
        one.value = type;
        fire(one);
      }
      const reason = document.querySelector(`[name="r${column}"]`);
      if (tick.includes("na") && reason) {
        reason.value = "geen bevoegdheid";
        fire(reason);
      }
    });
  }, given);
  return given.map(({ cell }) => cell);
}
