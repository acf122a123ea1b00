// Started by stack.OidcProvider: tells on its first line where it is, and is told there what to do.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { ageSessions } from './provider.js';
import { Server } from './server.js';

const { KEY_STORE, KEY_STORE_PASSWORD, CLIENT_ID, CLIENT_SECRET, CLIENT_CERTIFICATE } = process.env;

const tls = { pfx: readFileSync(KEY_STORE), passphrase: KEY_STORE_PASSWORD };
const client = { id: CLIENT_ID, secret: CLIENT_SECRET };
if (CLIENT_CERTIFICATE) {
  tls.ca = readFileSync(CLIENT_CERTIFICATE);
  client.subject = new X509Certificate(tls.ca).subject;
}
const server = await new Server(client, tls).start();

const ORDERS = {
  'POST /client': (body) => server.knows(JSON.parse(body)),
  'POST /fault': (body) => {
    server.faults.now = body;
  },
  'POST /away': () => server.goAway(),
  'POST /back': () => server.comeBack(),
  'POST /later': () => ageSessions(),
  'GET /seen': () => server.seen,
};

const orders = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) {
    body += part;
  }
  const done = await ORDERS[`${request.method} ${request.url}`](body);
  response.end(JSON.stringify(done ?? {}));
});

orders.listen(0, '127.0.0.1', () => {
  console.log(`ready ${server.issuer} http://127.0.0.1:${orders.address().port}`);
});
