import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { hideBehind, isRelay, relayedOnly } = await shipped('relayed');

const HOST = 'candidate:1 1 udp 2113937151 192.0.2.7 50001 typ host generation 0';
const REFLEXIVE = 'candidate:2 1 udp 1677729535 198.51.100.9 50001 typ srflx raddr 192.0.2.7 rport 50001';
const RELAY = 'candidate:3 1 udp 33562367 203.0.113.5 60001 typ relay raddr 198.51.100.9 rport 50001 generation 0';

test('knows a relay from an address of the browser', () => {
  assert.deepEqual([HOST, REFLEXIVE, RELAY, 'candidate:4 1 udp 1 203.0.113.5 1 typ relay'].map(isRelay), [
    false,
    false,
    true,
    true,
  ]);
});

test('hides the address behind a relay', () => {
  assert.equal(
    hideBehind(RELAY),
    'candidate:3 1 udp 33562367 203.0.113.5 60001 typ relay raddr 0.0.0.0 rport 0 generation 0',
  );
});

test('leaves nothing but relays in a description', () => {
  const lines = ['v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 111', `a=${HOST}`, `a=${REFLEXIVE}`, `a=${RELAY}`, 'a=mid:0', ''];

  const told = relayedOnly(lines.join('\r\n'));

  assert.deepEqual(told.split('\r\n'), [
    'v=0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    `a=${hideBehind(RELAY)}`,
    'a=mid:0',
    '',
  ]);
});
