import { createHash, randomBytes } from 'node:crypto';

export const CLIENT = { id: 'visio', secret: 'secret-of-the-client' };
export const BACK = 'https://visio.example.org/retour';
export const PERSON = { number: '810002813839', given: 'Anne-Lise', family: 'Étienne', answer: 'yes' };

/** Follows the provider's own redirects as a browser does, to the page where it asks or to the client's address. */
async function follow(url, options = {}, cookies = new Map()) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(url, { ...options, headers: { cookie }, redirect: 'manual' });
  for (const one of answer.headers.getSetCookie()) {
    const [name, value] = one.split(';')[0].split('=');
    cookies.set(name, value);
  }
  const next = answer.headers.get('location');
  if (!next) {
    return { url, answer, cookies };
  }
  return next.startsWith(BACK) ? { url: new URL(next), cookies } : follow(new URL(next, url), {}, cookies);
}

/** @return the client's address with the answer, and the secret that goes with it */
export async function signIn(metadata, person = PERSON) {
  const verifier = randomBytes(32).toString('base64url');
  const asked = new URL(metadata.authorization_endpoint);
  asked.search = new URLSearchParams({
    client_id: CLIENT.id,
    response_type: 'code',
    redirect_uri: BACK,
    scope: 'openid scope_all',
    acr_values: 'eidas1',
    state: 'state-of-this-browser',
    nonce: 'nonce-of-this-browser',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    max_age: '1800',
  });
  const page = await follow(asked);
  const answered = await follow(page.url, { method: 'POST', body: new URLSearchParams(person) }, page.cookies);
  return { back: answered.url.searchParams, verifier };
}

export function redeem(metadata, { back, verifier }) {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: back.get('code'),
    redirect_uri: BACK,
    client_id: CLIENT.id,
    client_secret: CLIENT.secret,
    code_verifier: verifier,
  });
  return fetch(metadata.token_endpoint, { method: 'POST', body });
}

export async function tokens(metadata) {
  return (await redeem(metadata, await signIn(metadata))).json();
}

export async function userinfo(metadata, { access_token }) {
  const headers = { authorization: `Bearer ${access_token}` };
  return fetch(metadata.userinfo_endpoint, { headers });
}
