// The file: the answers as peil reads them.

// A half of a pair of code units is no text in any file.
const text = (given) => given.trim().replace(/\p{Surrogate}/gu, '');
const plain = (id) => (/^(0|-?[1-9]\d{0,14})$/.test(id) ? Number(id) : id);

function entry(column, given) {
  const ids = Q.lists[Q.columns[column].list].ids;
  const bare = () => {
    if (given.text !== undefined) return text(given.text);
    if (given.ticked) return given.ticked.map((at) => plain(ids[at]));
    return given.number ?? plain(ids[given.at]);
  };
  const read = (name) => text(field(name + column)?.value ?? '');
  const [comment, evidence, reason] = [read('n'), read('e'), read('r')];
  const via = given.is === 'given' && field('v' + column)?.checked && 'partner';
  const notes = { ...(via && { via }), ...(evidence && { evidence }), ...(comment && { comment }) };
  const noted = Object.keys(notes).length > 0;
  if (given.is === 'none') return noted ? notes : undefined;
  if (given.is === 'na' && reason) return { 'not-applicable': reason, ...notes };
  const word = { '?': 'dont-know', na: 'not-applicable' }[given.is] ?? bare();
  const named = given.text !== undefined && ['dont-know', 'not-applicable'].includes(word);
  if (!noted && !named) return word;
  const name = given.text !== undefined ? 'text' : given.number !== undefined ? 'number' : 'choice';
  return { [name]: word, ...notes };
}

function sheet() {
  const { answers } = refresh();
  const typed = (name) => Q.settled[name] ?? text(field(name)?.value ?? '');
  const [name, wave, keepUntil] = [typed('name'), typed('wave'), typed('keep')];
  const all = {};
  Q.columns.forEach(({ id }, column) => {
    const one = !Q.questions[Q.columns[column].q].left_out ? entry(column, answers[column]) : extra.answers?.[id];
    if (one !== undefined) all[id] = one;
  });
  return {
    peil: 'answers/1',
    questionnaire: Q.questionnaire,
    scan: Q.quick ? 'quick' : 'full',
    council: { id: typed('council'), ...(name && { name }), ...(extra.classes && { classes: extra.classes }) },
    ...(wave && { wave: plain(wave) }),
    respondent: { id: respondent, ...(role() && { role: role() }) },
    shown_by_role: field('shown').checked,
    ...(keepUntil && { keep_until: keepUntil }),
    status: field('done').checked ? 'final' : 'draft',
    saved: saves,
    answers: all,
  };
}

const WRONG = { council: 'council', wave: 'wave', keep: 'keep', r: 'reason', t: 'number' };

// Says beneath a field what is wrong with it, or takes that away.
function mark(input, wrong) {
  const id = 'x-' + input.name;
  $(id)?.remove();
  for (const name of ['aria-invalid', 'aria-describedby']) input.removeAttribute(name);
  if (!wrong) return;
  const words = $('wrong-' + WRONG[input.name.replace(/\d+$/, '')]);
  const told = document.createElement('p');
  Object.assign(told, { id, className: 'err', textContent: words.textContent });
  if (words.lang) told.lang = words.lang;
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', id);
  input.closest('label').after(told);
}

function isWave(wave) {
  if (/^\d{1,4}$/.test(wave)) return true;
  if (!/^\d{4}-\d\d-\d\d$/.test(wave)) return false;
  const day = new Date(wave + 'T00:00:00Z');
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(wave);
}

// Every field that cannot be saved as it stands; each says what is wrong with it.
function check() {
  const { answers, asked } = refresh();
  const found = [];
  const test = (input, wrong) => {
    if (!input) return;
    mark(input, wrong);
    if (wrong) found.push(input);
  };
  test(field('council'), text(field('council')?.value ?? '') === '');
  const wave = text(field('wave')?.value ?? '');
  test(field('wave'), wave !== '' && !isWave(wave));
  // A day that is half typed, or in a year that nobody means.
  test(field('keep'), field('keep')?.validity.valid === false);
  answers.forEach((given, column) => {
    const question = Q.questions[Q.columns[column].q];
    const here = !question.left_out && asked[Q.columns[column].q];
    if (Q.columns[column].kind === 'number' && !question.left_out) test(field('t' + column), here && given.wrong === true);
    const missing = given.is === 'na' && question.reason && text(field('r' + column).value) === '';
    test(field('r' + column), here && missing);
  });
  return found;
}

const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

function fileName(answers) {
  const parts = [Q.questionnaire.id, answers.council.name ?? answers.council.id, answers.respondent.role, answers.respondent.id];
  const ascii = (part) =>
    part.toLowerCase().normalize('NFD').replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter])
      .replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
  return parts.filter(Boolean).map(ascii).filter(Boolean).join('-') + '.json';
}

// Controls that a text may hold are written as numbers: a reader of YAML refuses them bare.
function written(answers) {
  const odd = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
  return JSON.stringify(answers, null, 2).replace(odd, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')) + '\n';
}

function save() {
  const [wrong] = check();
  if (wrong) {
    say(remark('fix_first'));
    wrong.focus();
    return;
  }
  saves += 1;
  keep();
  const answers = sheet();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([written(answers)], { type: 'application/json' }));
  link.download = fileName(answers);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  filed = whose(respondent);
  keep();
  dirty = false;
  say(remark('saved', { file: link.download }));
}
