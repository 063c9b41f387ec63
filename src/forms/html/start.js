// A ticked radio cannot be unticked: each group gets the way back to no answer, which paper does not need.
function addNoAnswer() {
  Q.columns.forEach(({ kind, q }, column) => {
    if (kind !== 'one' || Q.questions[q].left_out) return;
    const last = many('c' + column).at(-1).closest('label');
    const back = last.cloneNode(true);
    const input = Object.assign(back.querySelector('input'), { value: '', checked: true });
    back.dataset.t = $('no-answer').dataset.t;
    wordsOf(back).data = $('no-answer').textContent;
    back.className = 'none';
    back.hidden = false;
    last.after(back);
    know(input);
    shown.push(back);
  });
}

// Above the notes on every answer but a text. In the page itself it would weigh as much as a tenth of the questions.
function addPartner() {
  Q.columns.forEach(({ kind, q }, column) => {
    if (kind === 'text' || Q.questions[q].left_out) return;
    const label = document.createElement('label');
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'v' + column, value: 'partner' });
    label.append(box, $('partner').textContent);
    label.className = 'v';
    label.dataset.t = $('partner').dataset.t;
    field('n' + column).closest('label').before(label);
    know(box);
    shown.push(label);
  });
}

addNoAnswer();
addPartner();
document.documentElement.classList.add('js');
const before = restore();
speak(Q.tags.includes(before) ? before : wanted());
form.addEventListener('input', (event) => {
  settle(event.target);
  if (event.target.getAttribute('aria-invalid')) mark(event.target, false);
  refresh();
  keep();
});
form.addEventListener('submit', (event) => event.preventDefault());
// A key that is held down presses a button again and again: one file is enough.
form.parentElement.addEventListener('keydown', (event) => {
  if (event.repeat && event.target.tagName === 'BUTTON') event.preventDefault();
});
$('language')?.addEventListener('change', (event) => {
  speak(event.target.value);
  say('');
  held = write();
});
$('save').addEventListener('click', save);
$('load').addEventListener('click', () => $('file').click());
$('file').addEventListener('change', async (event) => {
  const [chosen] = event.target.files;
  if (chosen) await load(chosen);
  event.target.value = '';
});
for (const id of ['clear', 'afresh']) $(id).addEventListener('click', clear);
// A tab that was put away hears of no other.
for (const name of ['storage', 'focus', 'pageshow']) addEventListener(name, follow);
addEventListener('beforeunload', (event) => {
  if (dirty && !held) event.preventDefault();
});
