import { constants, createHmac, createPublicKey, createPrivateKey, sign } from 'node:crypto';

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part) => JSON.parse(Buffer.from(part, 'base64url'));
const seconds = () => Math.floor(Date.now() / 1000);

/** What an ID token says, before it is signed anew with the right key. */
const CLAIMS = {
  nonce: (claims) => ({ ...claims, nonce: 'of-another-sign-in' }),
  'no-nonce': (claims) => ({ ...claims, nonce: undefined }),
  issuer: (claims) => ({ ...claims, iss: 'https://issuer.example.org' }),
  audience: (claims) => ({ ...claims, aud: 'another-client' }),
  expired: (claims) => ({ ...claims, iat: seconds() - 7200, exp: seconds() - 3600 }),
  'no-acr': (claims) => ({ ...claims, acr: undefined }),
  'lower-acr': (claims) => ({ ...claims, acr: '0' }),
  'old-sign-in': (claims) => ({ ...claims, auth_time: seconds() - 3600 }),
  'no-auth-time': (claims) => ({ ...claims, auth_time: undefined }),
};

/** Who signs an ID token, and how. A renewed key is known beside the former one. */
const SIGNATURES = {
  signature: (header, claims, keys) => signed(header, claims, keys.other),
  'renewed-key': (header, claims, keys) => signed({ ...header, kid: keys.other.kid }, claims, keys.other),
  'alg-none': (header, claims) => `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`,
  'alg-hmac': (header, claims, keys) => {
    const content = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
    const secret = createPublicKey({ key: keys.own, format: 'jwk' }).export({ format: 'pem', type: 'spki' });
    return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
  },
  'alg-secret': (header, claims, keys) => {
    const content = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
    return `${content}.${createHmac('sha256', keys.secret).update(content).digest('base64url')}`;
  },
};

/** The address by which the browser comes back. */
const WAYS_BACK = {
  state: (back) => back.searchParams.set('state', 'of-another-browser'),
  'no-state': (back) => back.searchParams.delete('state'),
  'issuer-of-answer': (back) => back.searchParams.set('iss', 'https://issuer.example.org'),
  'no-issuer-of-answer': (back) => back.searchParams.delete('iss'),
  code: (back, former) => back.searchParams.set('code', former),
};

/** What is told of the person. */
const USERINFO = {
  'other-subject': (claims) => ({ ...claims, sub: `${claims.sub}-of-another` }),
  'no-number': (claims) => ({ ...claims, SubjectNameID: undefined }),
  'wrong-number': (claims) => ({ ...claims, SubjectNameID: '899700000001' }),
};

function signed(header, claims, jwk) {
  const content = `${encode(header)}.${encode(claims)}`;
  const key = { key: createPrivateKey({ key: jwk, format: 'jwk' }), padding: constants.RSA_PKCS1_PADDING };
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

function publicPart({ kty, n, e, kid, alg, use }) {
  return { kty, n, e, kid, alg, use };
}

/**
 * Lets answers through as they are, but for what is wrong at present.
 *
 * @param keys { own, other, secret }: the provider's key, one that takes its place, the client's secret
 */
export class Faults {
  #keys;
  #former = 'a-code-of-nobody';

  /** The name of one fault, or empty. */
  now = '';

  constructor(keys) {
    this.#keys = keys;
  }

  /** Changes what is answered at this path once it is complete. */
  watch(path, response) {
    const send = response.end.bind(response);
    response.end = (body) => {
      const changed = this.#changed(path, response, body);
      if (changed !== body) {
        response.setHeader('Content-Length', Buffer.byteLength(changed));
      }
      return send(changed);
    };
  }

  /** Whether there is to be no answer at this path, or a poor one. */
  silences(path, response) {
    if (path === '/token' && this.now === 'slow') {
      return true;
    }
    if ((path === '/token' && this.now === 'broken-token') || (path === '/me' && this.now === 'broken-userinfo')) {
      response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad Gateway</h1>');
      return true;
    }
    return false;
  }

  #changed(path, response, body) {
    if (path.startsWith('/auth')) {
      this.#wayBack(response);
    }
    if (response.statusCode !== 200) {
      return body;
    }
    if (path === '/token') {
      const answer = JSON.parse(body);
      return JSON.stringify({ ...answer, id_token: this.#token(answer.id_token) });
    }
    if (path === '/me' && USERINFO[this.now]) {
      return JSON.stringify(USERINFO[this.now](JSON.parse(body)));
    }
    if (path === '/jwks' && this.now === 'renewed-key') {
      return JSON.stringify({ keys: [this.#keys.own, this.#keys.other].map(publicPart) });
    }
    return body;
  }

  #wayBack(response) {
    const location = response.getHeader('Location');
    if (location?.includes('code=')) {
      const back = new URL(location);
      const code = back.searchParams.get('code');
      WAYS_BACK[this.now]?.(back, this.#former);
      this.#former = code;
      response.setHeader('Location', back.href);
    }
  }

  #token(token) {
    const [header, claims] = token.split('.').slice(0, 2).map(decode);
    if (CLAIMS[this.now]) {
      return signed(header, CLAIMS[this.now](claims), this.#keys.own);
    }
    return SIGNATURES[this.now] ? SIGNATURES[this.now](header, claims, this.#keys) : token;
  }
}
