// Opening a file: the same way back, and a list of what found no place.

// A field has one kind of line break.
const lines = (words) => String(words).replace(/\r\n?/g, '\n');

function place(column, id, given, kept, strange) {
  const { kind, list } = Q.columns[column];
  const put = (prefix, words) => words !== undefined && (kept[prefix + column] = [lines(words)]);
  const map = given !== null && typeof given === 'object' && !Array.isArray(given) ? given : null;
  const name = map && ['choice', 'number', 'text', 'not-applicable'].find((one) => Object.hasOwn(map, one));
  const word = map ? (name === undefined ? undefined : map[name]) : given;
  put('v', map?.via);
  put('n', map?.comment);
  put('e', map?.evidence);
  if (word === undefined || word === null) return;
  const values = Array.isArray(word) ? word.map(String) : [lines(word)];
  if (name === 'not-applicable' || (word === 'not-applicable' && name !== 'text')) {
    if (name === 'not-applicable') put('r', word);
    kept['c' + column] = ['na'];
  } else if (word === 'dont-know' && name !== 'text') kept['c' + column] = ['?'];
  else if (kind === 'text' || kind === 'number') kept['t' + column] = typeof word === 'number' ? [digits(word, Q.lists[list].small)] : values;
  else if (kind === 'boxes' && (values.length === 0 || word === 'none')) kept['c' + column] = ['-'];
  else if (values.every((one) => Q.lists[list].ids.includes(one))) kept['c' + column] = values;
  else strange.push(id);
  const offered = (kept['c' + column] ?? []).every((one) => one !== 'na' || many('c' + column).some((box) => box.value === 'na'));
  if (!offered) {
    delete kept['c' + column];
    strange.push(id);
  }
}

function belongs(file) {
  const { id, version, hash } = file.questionnaire ?? {};
  if (id !== Q.questionnaire.id || String(version) !== Q.questionnaire.version) return 'other_questionnaire';
  if (hash !== undefined && hash !== Q.questionnaire.hash) return 'other_questionnaire';
  const consensus = Q.settled.role === 'consensus';
  const given = { council: file.council?.id, wave: file.wave, role: file.respondent?.role };
  if (((file.scan ?? 'full') !== 'full') !== Q.quick) return Q.quick ? 'full_file' : 'quick_file';
  if ((given.role === 'consensus') !== consensus) return consensus ? 'persons_file' : 'consensus_file';
  const differs = (name) => (Q.settled[name] ?? null) !== null && given[name] !== undefined && String(given[name]) !== Q.settled[name];
  return Object.keys(given).some(differs) ? 'other_form' : null;
}

function open(file, name) {
  const kept = {};
  const strange = [];
  const columns = new Map(Q.columns.map(({ id }, column) => [id, column]));
  const others = {};
  for (const [id, given] of Object.entries(file.answers ?? {})) {
    const column = columns.get(id);
    if (column === undefined) strange.push(id);
    else if (!Q.questions[Q.columns[column].q].left_out) place(column, id, given, kept, strange);
    else others[id] = given;
  }
  const heads = { council: file.council?.id, name: file.council?.name, wave: file.wave, keep: file.keep_until, role: file.respondent?.role };
  const given = Object.entries(heads).filter(([, words]) => words !== undefined && words !== null);
  for (const [key, words] of given) if (key !== 'role' || Q.roles.includes(words)) kept[key] = [String(words)];
  if (file.shown_by_role === true) kept.shown = ['on'];
  if (file.status !== 'draft') kept.done = ['on'];
  fill(kept);
  strange.push(...unlike(kept));
  const stands = { ...Object.fromEntries(['council', 'name', 'wave', 'keep'].map((key) => [key, head(key)])), role: role() };
  strange.push(...given.filter(([key, words]) => String(words).trim() !== stands[key]).map(([key, words]) => `${remark(key)} (${words})`));
  extra = { answers: others, ...(file.council?.classes && { classes: file.council.classes }) };
  respondent = file.respondent?.id === undefined ? '' : String(file.respondent.id);
  saves = Number.isInteger(file.saved) ? file.saved : 0;
  filed = respondent === '' ? null : { id: respondent, council: String(heads.council ?? ''), role: String(heads.role ?? '') };
  refresh();
  keep();
  $('earlier').hidden = false;
  say(remark(strange.length === 0 ? 'opened' : 'opened_part', { file: name, list: [...new Set(strange)].join(', ') }));
}

// The columns of which not all that was given stands in a field now.
function unlike(kept) {
  const stands = fields();
  const gone = ([name, values]) => !values.every((one) => one === '' || stands[name]?.includes(one));
  return Object.entries(kept).filter((one) => /\d$/.test(one[0]) && gone(one)).map(([name]) => Q.columns[name.slice(1)].id);
}

async function load(chosen) {
  let file;
  try {
    file = JSON.parse(await chosen.text());
    if (file.peil !== 'answers/1') throw new Error('another format');
  } catch {
    return say(remark('not_answers', { file: chosen.name }));
  }
  const other = belongs(file);
  if (other) return say(remark(other, { file: chosen.name }));
  if (Object.keys(fields()).length > 0 && !confirm(remark('sure_open'))) return;
  open(file, chosen.name);
}
