/**
 * What an answer of ours looks like once it has come through the proxies in between. Pure: takes the headers as a
 * `Headers` object, gives findings.
 *
 * @typedef {Object} Finding
 * @property {string} subject a word of the page's texts
 * @property {string} state WELL, CARE, WRONG, NONE, or ASK where only a person can tell
 * @property {string} word what was found
 * @property {(string|number)[]} figures for the text
 */

/** A header that came twice arrives as one, its values after each other with a comma. */
const WANTED = {
  'content-security-policy': (value) =>
    value.includes("frame-ancestors 'none'") && value.split('default-src').length === 2,
  'x-content-type-options': (value) => value === 'nosniff',
  'referrer-policy': (value) => value === 'same-origin',
  'cross-origin-opener-policy': (value) => value === 'same-origin',
  'permissions-policy': (value) => value.split('camera=').length === 2,
};

const A_YEAR = 31536000;

export function finding(subject, state, word, ...figures) {
  return { subject, state, word, figures };
}

function policies(headers) {
  const wrong = Object.keys(WANTED).filter((name) => !WANTED[name](headers.get(name) || ''));
  return wrong.length
    ? finding('headers', 'WRONG', 'changed', wrong.join(', '))
    : finding('headers', 'WELL', 'well', Object.keys(WANTED).length);
}

function onlyHttps(headers, secure) {
  const value = headers.get('strict-transport-security');
  if (!secure) {
    return finding('hsts', 'NONE', 'http');
  }
  if (!value) {
    return finding('hsts', 'WRONG', 'missing');
  }
  const ages = value.match(/max-age=\d+/g) || [];
  const long = ages.length === 1 && Number(ages[0].slice('max-age='.length)) >= A_YEAR;
  return long ? finding('hsts', 'WELL', 'well', value) : finding('hsts', 'CARE', 'other', value);
}

/** Whoever names its release tells which holes it has. */
function banner(headers) {
  const named = ['server', 'x-powered-by'].map((name) => headers.get(name)).filter(Boolean);
  if (!named.length) {
    return finding('banner', 'WELL', 'none');
  }
  const told = named.join(', ');
  return /\d/.test(told) ? finding('banner', 'CARE', 'release', told) : finding('banner', 'WELL', 'name', told);
}

/**
 * @param {Headers} headers
 * @param {boolean} secure whether the page came by HTTPS
 * @returns {Finding[]}
 */
export function judge(headers, secure) {
  return [policies(headers), onlyHttps(headers, secure), banner(headers)];
}
