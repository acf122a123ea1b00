import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { once } from 'node:events';
import { Faults } from './faults.js';
import { interact } from './people.js';
import { newKey, proSante, REALM, register, spendCodes } from './provider.js';

const DISCOVERY = '/.well-known/wallet-openid-configuration';
const STANDARD_DISCOVERY = '/.well-known/openid-configuration';

/** Pro Santé Connect's stand-in on loopback, over HTTPS if it is given a certificate. */
export class Server {
  #server;
  #provider;
  #client;
  #port = 0;

  /** Each request that came: { method, path, query, authorization, certificate }, the last whether one was shown. */
  seen = [];

  /** @param tls options of node:https, or nothing */
  constructor(client, tls) {
    const answer = (request, response) => this.#answer(request, response);
    const asking = { requestCert: true, rejectUnauthorized: false };
    this.#server = tls ? createSecureServer({ ...tls, ...asking }, answer) : createServer(answer);
    this.scheme = tls ? 'https' : 'http';
    this.#client = client;
  }

  async start() {
    await this.comeBack();
    this.#port = this.#server.address().port;
    this.issuer = `${this.scheme}://localhost:${this.#port}${REALM}`;
    const own = newKey('key-1');
    this.faults = new Faults({ own, other: newKey('key-2'), secret: this.#client.secret });
    this.#provider = proSante(this.issuer, own);
    return this;
  }

  /** @param where { redirect, afterSignOut, method } as {@link register} takes them */
  knows(where) {
    register(this.#client, where);
  }

  /** Nobody listens any more, until it comes back to the same port. */
  async goAway() {
    if (this.#server.listening) {
      const closed = once(this.#server, 'close');
      this.#server.close();
      this.#server.closeAllConnections();
      await closed;
    }
  }

  async comeBack() {
    if (!this.#server.listening) {
      this.#server.listen(this.#port, '127.0.0.1');
      await once(this.#server, 'listening');
    }
  }

  async #answer(request, response) {
    const { pathname, searchParams } = new URL(request.url, this.issuer);
    const path = pathname.startsWith(REALM) ? pathname.slice(REALM.length) : '';
    this.seen.push({
      method: request.method,
      path,
      query: Object.fromEntries(searchParams),
      authorization: request.headers.authorization?.split(' ')[0] ?? '',
      certificate: request.socket.authorized ?? false,
    });
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
    } else if (!path || path === STANDARD_DISCOVERY) {
      response.writeHead(404).end();
    } else if (path.startsWith('/signin/')) {
      await interact(this.#provider, request, response);
    } else if (!this.faults.silences(path, response)) {
      if (path === '/token' && this.faults.now === 'spent-code') {
        spendCodes();
      }
      this.faults.watch(path, response);
      request.url = request.url.slice(REALM.length).replace(DISCOVERY, STANDARD_DISCOVERY);
      request.originalUrl = REALM + request.url;
      this.#provider.callback()(request, response);
    }
  }
}
