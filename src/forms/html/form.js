'use strict';
// The page works without this: then it is paper. This routes, keeps a copy in the browser, saves, opens and translates.
const Q = JSON.parse(document.getElementById('data').textContent);
for (const column of Q.columns) column.kind = Q.lists[column.list].kind;
// All pages opened from a disk share one store: the form's own id keeps two forms apart.
const KEY = ['peil', Q.questionnaire.id, Q.questionnaire.version, Q.form].join(':');
const $ = (id) => document.getElementById(id);
const form = $('form');
// The fields by name, looked up once: a search of the whole page per question at every letter makes typing slow.
const named = new Map();
function know(one) {
  if (named.has(one.name)) named.get(one.name).push(one);
  else named.set(one.name, [one]);
}
for (const one of form.querySelectorAll('[name]')) know(one);
const many = (name) => named.get(name) ?? [];
const field = (name) => many(name)[0];
let language = Q.tags[0];
let extra = {}; // Of an opened file: answers to questions that this form does not hold, and the classes of the council.
const stash = {}; // What stood in a field before "don't know" emptied it.

// Languages.

const shown = [...document.querySelectorAll('[data-t]')];
const first = {};
// The words of an element; beside them it may hold a field.
const wordsOf = (element) => [...element.childNodes].find((one) => one.nodeType === 3 && one.data.trim() !== '');
for (const element of shown) first[element.dataset.t] = wordsOf(element).data;
const primary = (tag) => tag.split('-')[0];
const ours = new Set(Q.ours.texts);

function words(number, tag) {
  for (const one of [tag, primary(tag)]) {
    if (one === Q.tags[0]) return first[number];
    const text = Q.texts[one]?.[number];
    if (text !== undefined) return text;
  }
  return first[number];
}

function remark(name, values = {}) {
  const text = Q.say[Q.ours.language[language]][name];
  return text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
}

function speak(tag) {
  language = tag;
  document.documentElement.lang = tag;
  const own = Q.ours.language[tag];
  for (const element of shown) {
    const number = Number(element.dataset.t);
    const text = words(number, tag);
    const node = wordsOf(element);
    if (node.data !== text) node.data = text;
    if (ours.has(number) && own !== primary(tag)) element.lang = own;
    else element.removeAttribute('lang');
  }
  document.title = document.querySelector('h1').textContent;
  if ($('language')) $('language').value = tag;
  for (const wrong of form.querySelectorAll('[aria-invalid]')) mark(wrong, true);
  refresh();
}

function wanted() {
  for (const tag of navigator.languages ?? []) {
    const found = Q.tags.find((one) => one === tag) ?? Q.tags.find((one) => one === primary(tag));
    if (found) return found;
  }
  return Q.tags[0];
}

const role = () => Q.settled.role ?? many('role').find((one) => one.checked)?.value ?? '';

// What the page shows of them.

const columnsOf = Q.questions.map((_, q) => Q.columns.flatMap((column, index) => (column.q === q ? [index] : [])));

function refresh() {
  const answers = Q.columns.map((_, column) => answer(column));
  const asked = route(answers, role());
  const open = [];
  let counted = 0;
  let parked = 0;
  Q.questions.forEach((question, q) => {
    if (question.left_out) return;
    $('q' + q).hidden = !asked[q];
    const answered = columnsOf[q].filter((column) => answers[column].is !== 'none').length;
    if (!asked[q]) parked += answered;
    else if (Q.columns[columnsOf[q][0]].kind !== 'text') {
      counted += 1;
      if (answered < columnsOf[q].length) open.push(q);
    }
    for (const column of columnsOf[q]) details(question, column, answers[column]);
  });
  for (const section of $('questions').querySelectorAll('section')) section.hidden = !section.querySelector('.q:not([hidden])');
  tell('count', remark('count', { n: counted - open.length, m: counted }));
  tell('parked', parked === 0 ? '' : remark(parked === 1 ? 'parked_one' : 'parked_many', { n: parked }));
  $('open').hidden = open.length === 0;
  const links = open.map((q) => Object.assign(document.createElement('a'), { href: '#q' + q, textContent: q + 1 }));
  $('list').replaceChildren(...links.flatMap((link) => [link, ' ']));
  return { answers, asked };
}

// Reason and evidence stand there when they are asked for, or hold something; a partner, who does what is answered.
function details(question, column, given) {
  const partner = field('v' + column);
  if (partner) partner.closest('label').hidden = given.is !== 'given';
  const reason = field('r' + column);
  if (reason) reason.closest('label').hidden = given.is !== 'na';
  const evidence = field('e' + column);
  if (!evidence) return;
  const worth = given.is === 'given' && value(column, given) >= question.evidence;
  evidence.closest('label').hidden = !worth && evidence.value === '';
}

// Our words, in the language that they are in. The same words again would be read out again at every letter typed.
function tell(id, text) {
  const element = $(id);
  const own = Q.ours.language[language];
  if (element.textContent !== text) element.textContent = text;
  if (own !== primary(language)) element.lang = own;
  else element.removeAttribute('lang');
}

function say(text) {
  tell('status', text);
}

// One answer excludes another where the browser does not see to it.

function settle(changed) {
  const column = /^[ct](\d+)$/.exec(changed.name)?.[1];
  if (column === undefined) return;
  const { kind, list } = Q.columns[column];
  if (kind === 'one') return;
  const all = many('c' + column);
  const typed = field('t' + column);
  const alone = (box) => {
    const at = Q.lists[list].ids.indexOf(box.value);
    return ['?', 'na', '-'].includes(box.value) || Q.lists[list].exclusive[at] === true;
  };
  if (changed === typed) {
    if (typed.value.trim() !== '') for (const box of all) box.checked = false;
  } else if (changed.checked) {
    for (const box of all) if (box !== changed && (alone(changed) || alone(box))) box.checked = false;
    if (typed && typed.value !== '') {
      stash[column] = typed.value;
      typed.value = '';
    }
  } else if (typed && stash[column] && !all.some((box) => box.checked)) {
    typed.value = stash[column];
    delete stash[column];
  }
}
