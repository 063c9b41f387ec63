// The copy in the browser: every field as it stands, so that a half-written number is kept too.

let respondent = '';
let filed = null; // Whose answers were last opened or saved: the id, and the council and role that went with it.
let saves = 0; // How often it was saved: of two files of one person the higher counts.
let seen = null; // The copy as this tab last read or wrote it.
let held = true; // Whether the copy is what stands here.
let dirty = false;

const head = (name) => Q.settled[name] ?? field(name)?.value.trim() ?? '';
const whose = (id) => ({ id, council: head('council'), role: role() });

function fields() {
  const kept = {};
  for (const [name, all] of named) {
    const given = all.filter((one) => (['radio', 'checkbox'].includes(one.type) ? one.checked : true) && one.value !== '');
    if (given.length > 0) kept[name] = given.map((one) => one.value);
  }
  return kept;
}

function fill(kept) {
  form.reset();
  for (const one of [...named.values()].flat()) {
    const values = Object.hasOwn(kept, one.name) ? kept[one.name] : [];
    if (one.type === 'radio' || one.type === 'checkbox') {
      one.checked = values.includes(one.value) || (one.type === 'radio' && one.value === '' && values.length === 0);
      if (!one.checked) continue;
      one.closest('label').hidden = false;
      one.closest('details')?.setAttribute('open', '');
    } else {
      one.value = values[0] ?? '';
      if (one.value !== '') one.closest('details')?.setAttribute('open', '');
    }
  }
  for (const key of Object.keys(stash)) delete stash[key];
  for (const wrong of form.querySelectorAll('[aria-invalid]')) mark(wrong, false);
}

// With another council or role than in the file this is someone else, and the page says so.
function isOther() {
  const now = whose();
  const other = filed !== null && (now.council !== filed.council || now.role !== filed.role);
  $('other').hidden = !other;
  return other;
}

const fresh = () => 'r-' + [...crypto.getRandomValues(new Uint8Array(4))].map((n) => n.toString(16).padStart(2, '0')).join('');

// Two people under one id would be one at import.
function identify() {
  if (filed !== null && !isOther()) respondent = filed.id;
  else if (respondent === '' || respondent === filed?.id) respondent = fresh();
}

// Whether another tab wrote or cleared the copy since this one last saw it.
const isNewer = () => localStorage.getItem(KEY) !== seen;

// Not over what another tab wrote and this one has not seen: that may be an hour's work.
function write() {
  try {
    if (isNewer()) {
      say(remark('newer'));
      return false;
    }
    seen = JSON.stringify({ fields: fields(), extra, respondent, filed, saves, language });
    localStorage.setItem(KEY, seen);
    return true;
  } catch {
    lost();
    return false;
  }
}

function keep() {
  dirty = true;
  identify();
  held = write();
  if (held) say(remark('kept'));
}

function lost() {
  held = false;
  $('no-storage').hidden = false;
  if (dirty) say(remark('lost'));
}

// Takes over a copy as it was written, or the lack of one; gives its language.
function take(written) {
  seen = written;
  const kept = JSON.parse(written) ?? {};
  ({ extra = {}, respondent = '', filed = null, saves = 0 } = kept);
  fill(kept.fields ?? {});
  isOther();
  if (Object.keys(fields()).length === 0) $('earlier').hidden = true;
  return kept.language;
}

function restore() {
  try {
    localStorage.setItem(KEY + ':try', '1');
    localStorage.removeItem(KEY + ':try');
    const tag = take(localStorage.getItem(KEY));
    $('earlier').hidden = Object.keys(fields()).length === 0;
    return tag;
  } catch {
    lost();
    return null;
  }
}

// Another tab of this form wrote or cleared the copy: what stands here was in it, so that nothing is lost by following.
function follow() {
  if (!held) return;
  try {
    if (!isNewer()) return;
    take(localStorage.getItem(KEY));
    refresh();
    say(remark('elsewhere'));
  } catch {
    lost();
  }
}

function clear() {
  if (!confirm(remark('sure_clear'))) return;
  try {
    if (isNewer()) return say(remark('newer'));
    localStorage.removeItem(KEY);
    held = true;
  } catch {
    lost();
  }
  take(null);
  dirty = false;
  refresh();
  say(remark('cleared'));
}
