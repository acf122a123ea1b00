/* The pages that ours is measured beside, and the relays they need. Prints its port. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { ExpressPeerServer } from 'peer';

const require = createRequire(import.meta.url);

const page = (name) => readFileSync(new URL(`pages/${name}.html`, import.meta.url), 'utf8');
const send = (answer, type, text) =>
  answer.set({ 'Content-Type': type, 'Content-Encoding': 'gzip', 'Cache-Control': 'no-store' }).send(gzipSync(text));

const app = express();
const http = createServer(app);
const news = new EventEmitter();
let offer = '';
let answered = '';

app.use('/peer', ExpressPeerServer(http, { path: '/' }));
app.use(express.text({ type: '*/*', limit: '1mb' }));
for (const name of ['limit', 'minimal-caller', 'peerjs-caller', 'peerjs']) {
  app.get(`/${name}`, (ask, answer) => send(answer, 'text/html; charset=utf-8', page(name)));
}
app.get('/peerjs.min.js', (ask, answer) =>
  send(answer, 'text/javascript', readFileSync(require.resolve('peerjs').replace(/[^/]+$/, 'peerjs.min.js'))),
);
app.get('/favicon.ico', (ask, answer) => answer.status(204).end());

// The minimal page's whole relay: the offer comes with the page, the answer by one request.
app.post('/offer', (ask, answer) => {
  offer = ask.body;
  answered = '';
  answer.status(204).end();
});
app.get('/minimal', (ask, answer) =>
  send(
    answer,
    'text/html; charset=utf-8',
    page('minimal').replace("'OFFER'", () => JSON.stringify(offer)),
  ),
);
app.post('/answer', (ask, answer) => {
  answered = ask.body;
  news.emit('answer');
  answer.status(204).end();
});
app.get('/answer', (ask, answer) => {
  const tell = () => answer.send(answered);
  return answered ? tell() : news.once('answer', tell);
});

http.listen(0, '127.0.0.1', () => console.log(`port ${http.address().port}`));
process.stdin.resume();
process.stdin.on('end', () => process.exit());
