/** The report as a plain text for the hospital's files: what the page says, no secret, nothing of a person. */

/**
 * @param {{label: string, value: string}[]} facts date, release, address, browser
 * @param {{title, of, state, says, todo}[]} lines
 * @param {Object<string, string>} states each state in words
 */
export function textOf(title, facts, lines, states) {
  const head = facts.map(({ label, value }) => `${label} ${value}`);
  const body = lines.map(({ title: name, of, state, says, todo }) =>
    [`[${states[state]}] ${of ? `${name} ${of}` : name}`, says, todo].filter(Boolean).join('\n    '),
  );
  return [title, '', ...head, '', ...body, ''].join('\r\n').replace(/\r?\n/g, '\r\n');
}

/** Browsers hand it to the person, as they do with any download. */
export function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
