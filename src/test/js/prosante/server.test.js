import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { BACK, CLIENT, PERSON, redeem, signIn, tokens, userinfo } from './client.js';
import { Server } from './server.js';

let server;
let metadata;

before(async () => {
  server = await new Server(CLIENT).start();
  server.knows({ redirect: [BACK], afterSignOut: [], method: 'client_secret_post' });
  metadata = await (await fetch(`${server.issuer}/.well-known/wallet-openid-configuration`)).json();
});

afterEach(() => {
  server.faults.now = '';
});

after(() => server.goAway());

const part = (token, place) => JSON.parse(Buffer.from(token.split('.')[place], 'base64url'));

async function proven(token) {
  const { keys } = await (await fetch(metadata.jwks_uri)).json();
  const key = createPublicKey({ key: keys.find(({ kid }) => kid === part(token, 0).kid), format: 'jwk' });
  const [header, claims, signature] = token.split('.');
  return verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'));
}

test('speaks as Pro Santé Connect does', async () => {
  const { id_token, ...others } = await tokens(metadata);
  assert.ok(await proven(id_token));
  const claims = part(id_token, 1);
  assert.equal(claims.iss, server.issuer);
  assert.equal(claims.aud, CLIENT.id);
  assert.equal(claims.nonce, 'nonce-of-this-browser');
  assert.equal(claims.acr, 'eidas1');
  assert.ok(claims.auth_time * 1000 > Date.now() - 60_000);

  const told = await (await userinfo(metadata, others)).json();
  assert.equal(told.sub, claims.sub);
  assert.equal(told.SubjectNameID, PERSON.number);
  assert.equal(told.family_name, PERSON.family);
  assert.ok(told.SubjectRefPro.exercices.length);

  assert.equal((await fetch(`${server.issuer}/.well-known/openid-configuration`)).status, 404);
});

test('refuses who has no proof of the challenge, and a code that comes twice', async () => {
  const first = await signIn(metadata);
  assert.equal((await redeem(metadata, { ...first, verifier: 'v'.repeat(43) })).status, 400);
  const second = await signIn(metadata);
  assert.equal((await redeem(metadata, second)).status, 200);
  assert.equal((await redeem(metadata, second)).status, 400);
  const third = await signIn(metadata);
  server.faults.now = 'spent-code';
  const answer = await redeem(metadata, third);
  assert.equal((await answer.json()).error, 'invalid_grant');
});

test('a person may leave', async () => {
  const { back } = await signIn(metadata, { answer: 'no' });
  assert.equal(back.get('error'), 'access_denied');
  assert.equal(back.get('state'), 'state-of-this-browser');
});

const CLAIMS = {
  nonce: ({ nonce }) => assert.equal(nonce, 'of-another-sign-in'),
  'no-nonce': ({ nonce }) => assert.equal(nonce, undefined),
  issuer: ({ iss }) => assert.notEqual(iss, server.issuer),
  audience: ({ aud }) => assert.notEqual(aud, CLIENT.id),
  expired: ({ exp }) => assert.ok(exp * 1000 < Date.now()),
  'no-acr': ({ acr }) => assert.equal(acr, undefined),
  'lower-acr': ({ acr }) => assert.equal(acr, '0'),
  'old-sign-in': ({ auth_time }) => assert.ok(auth_time * 1000 < Date.now() - 1800_000),
  'no-auth-time': ({ auth_time }) => assert.equal(auth_time, undefined),
};

test('tells something else under the right key', async () => {
  for (const [fault, check] of Object.entries(CLAIMS)) {
    server.faults.now = fault;
    const { id_token } = await tokens(metadata);
    check(part(id_token, 1));
    assert.ok(await proven(id_token), fault);
  }
});

test('signs with another key, with another algorithm, or not at all', async () => {
  server.faults.now = 'signature';
  assert.equal(await proven((await tokens(metadata)).id_token), false);
  server.faults.now = 'renewed-key';
  const renewed = (await tokens(metadata)).id_token;
  assert.equal(part(renewed, 0).kid, 'key-2');
  assert.ok(await proven(renewed));
  const algorithms = { 'alg-none': 'none', 'alg-hmac': 'HS256', 'alg-secret': 'HS256' };
  for (const [fault, algorithm] of Object.entries(algorithms)) {
    server.faults.now = fault;
    assert.equal(part((await tokens(metadata)).id_token, 0).alg, algorithm);
  }
});

test('sends the browser back with something else', async () => {
  const { back } = await signIn(metadata);
  const wrong = {};
  for (const fault of ['state', 'no-state', 'no-issuer-of-answer', 'issuer-of-answer', 'code']) {
    server.faults.now = fault;
    wrong[fault] = (await signIn(metadata)).back;
    if (fault === 'issuer-of-answer') {
      back.set('code', wrong[fault].get('code'));
    }
  }
  assert.equal(wrong.state.get('state'), 'of-another-browser');
  assert.equal(wrong['no-state'].get('state'), null);
  assert.equal(wrong['no-issuer-of-answer'].get('iss'), null);
  assert.notEqual(wrong['issuer-of-answer'].get('iss'), server.issuer);
  assert.equal(wrong.code.get('code'), back.get('code'));
});

test('tells of another person, or of nobody', async () => {
  const one = await tokens(metadata);
  const { sub } = await (await userinfo(metadata, one)).json();
  server.faults.now = 'other-subject';
  assert.notEqual((await (await userinfo(metadata, one)).json()).sub, sub);
  server.faults.now = 'no-number';
  assert.equal((await (await userinfo(metadata, one)).json()).SubjectNameID, undefined);
  server.faults.now = 'wrong-number';
  assert.notEqual((await (await userinfo(metadata, one)).json()).SubjectNameID, PERSON.number);
  server.faults.now = 'broken-userinfo';
  assert.equal((await userinfo(metadata, one)).status, 502);
});

test('is slow, broken, away, and back', async () => {
  const signedIn = await signIn(metadata);
  server.faults.now = 'slow';
  await assert.rejects(fetch(metadata.token_endpoint, { method: 'POST', signal: AbortSignal.timeout(300) }), {
    name: 'TimeoutError',
  });
  server.faults.now = 'broken-token';
  assert.equal((await redeem(metadata, signedIn)).status, 502);
  server.faults.now = '';
  await server.goAway();
  await assert.rejects(redeem(metadata, signedIn));
  await server.comeBack();
  assert.equal((await redeem(metadata, signedIn)).status, 200);
});
