// Answers: per column `{is}`, one of `none`, `?`, `na` and `given`, the last with `at`, `ticked`, `number` or `text`.

function number(text, small) {
  const written = text.trim().replace(/^[−–]/, '-');
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(written)) return null;
  // 1.200 is twelve hundred to one and one and a fifth to another, but where nobody thinks of a thousand.
  if (!small && /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(written)) return null;
  const value = Number(written.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

// A number as it is typed, so that it reads back the same: all digits, and a zero behind three decimals.
function digits(value, small) {
  const [, sign, whole, part = '', power = 0] = /^(-?)(\d+)(?:\.(\d+))?(?:e(.+))?$/.exec(String(value));
  const point = whole.length + Number(power);
  const all = '0'.repeat(Math.max(0, 1 - point)) + (whole + part).padEnd(point, '0');
  const [units, decimals] = [all.slice(0, Math.max(point, 1)), all.slice(Math.max(point, 1))];
  const typed = sign + units + (decimals && remark('point') + decimals);
  return number(typed, small) === null ? typed + '0' : typed;
}

function answer(column) {
  const { kind, list } = Q.columns[column];
  if (Q.questions[Q.columns[column].q].left_out) return { is: 'none' };
  const picked = many('c' + column).filter((one) => one.checked).map((one) => one.value);
  for (const special of ['?', 'na']) if (picked.includes(special)) return { is: special };
  if (kind === 'one') {
    const at = Q.lists[list].ids.indexOf(picked[0]);
    return at < 0 ? { is: 'none' } : { is: 'given', at };
  }
  if (kind === 'boxes') {
    if (picked.length === 0) return { is: 'none' };
    return { is: 'given', ticked: picked.filter((id) => id !== '-').map((id) => Q.lists[list].ids.indexOf(id)) };
  }
  const text = field('t' + column).value.trim();
  if (text === '') return { is: 'none' };
  if (kind === 'text') return { is: 'given', text };
  const value = number(text, Q.lists[list].small);
  return value === null ? { is: 'none', wrong: true } : { is: 'given', number: value };
}

// Routing: the conditions of the questionnaire, with the same meaning as where the answers are scored.

// What an answer is worth as written.
function value(column, given) {
  const { values } = Q.lists[Q.columns[column].list];
  return given.number ?? given.ticked?.reduce((sum, at) => sum + values[at], 0) ?? values[given.at];
}

function holds(when, answers, asked) {
  if (when.all) return when.all.every((one) => holds(one, answers, asked));
  if (when.any) return when.any.some((one) => holds(one, answers, asked));
  if (when.not) return !holds(when.not, answers, asked);
  const one = answers[when.column];
  const given = asked[Q.columns[when.column].q] && one.is === 'given';
  if (when.answered !== undefined) return given === when.answered;
  if (!given) return false;
  if (when.is) return when.is.some((at) => (one.ticked ? one.ticked.includes(at) : one.at === at));
  if (when.at_least !== undefined) return value(when.column, one) >= when.at_least;
  return value(when.column, one) <= when.at_most;
}

function route(answers, role) {
  const asked = [];
  // Whoever has none of the roles, such as a consensus, is asked everything.
  const place = Q.roles.indexOf(role);
  for (const { left_out: leftOut, roles, when } of Q.questions) {
    const fits = place < 0 || !roles || roles.includes(place);
    asked.push(!leftOut && fits && (!when || holds(when, answers, asked)));
  }
  return asked;
}
