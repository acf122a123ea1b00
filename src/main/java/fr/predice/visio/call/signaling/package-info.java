/**
 * Signaling: how two browsers agree on a call. The server relays and never reads what they say.
 *
 * <h2>Frames</h2>
 *
 * <p>Text frames are talk with the server (JSON). Binary frames are envelopes (UTF-8 JSON, 64 KiB at most), relayed to
 * the other seat as they came. While that seat is empty the last 32 of them (256 KiB) wait: their sender replays what
 * was not acknowledged, so none is lost.
 *
 * <p>Browser to server: {@code {"type":"hello","ticket":"…"}} first, within 5 s, with a ticket used once within 30 s;
 * {@code {"type":"ping"}} every 15 s; {@code {"type":"leave"}};
 * {@code {"type":"failure","reason":"ice-failed","own":["host"],"far":["relay"],"browser":"chrome","version":156}} when
 * nothing came through, for the server's log (words of {@link Failure} alone);
 * {@code {"type":"outcome","way":"direct|relayed|untold","millis":1150}} (without {@code millis} for sound alone) once
 * the call is there, or {@code {"type":"outcome","cause":"refused|missing|occupied"}} when a device stands in the way,
 * for the figures (words of {@link fr.predice.visio.call.outcome.CallOutcome} alone). Failures and outcomes: ten a
 * seat, the rest is not heard. 1,024 characters at most.
 *
 * <p>Server to browser: {@code {"type":"welcome","peer":"absent|present|away|gone"}}; {@code {"type":"pong"}};
 * {@code {"type":"peer","state":"present|away|gone"}} (away: the socket dropped, the seat is kept 60 s; gone: left, or
 * the 60 s passed);
 * {@code {"type":"sms","state":"sent|delivered|failed|expired|unknown","since":"2026-11-24T08:15:46Z"}} to the
 * organizer; {@code {"type":"link","state":"opened|in-app|unsupported"}} to the organizer (the link's page was shown,
 * by that kind of browser); {@code {"type":"ended"}}.
 *
 * <p>A seat that the organizer frees for another device closes with the code of a replaced window; tickets of grants
 * before that admit nobody.
 *
 * <p>Close codes: see {@link fr.predice.visio.call.room.Closing}; 1009 for a frame that is too big.
 *
 * <h2>Envelopes</h2>
 *
 * <p>{@code {"epoch":3001,"number":1,"ack":0,"type":"offer","data":{"sdp":"…"}}}
 *
 * <ul>
 *   <li>{@code epoch}: one RTCPeerConnection of the organizer, always growing: the seat's grant × 1000 + a count within
 *       the page. A higher one makes the participant start anew; lower ones are ignored. 0: the participant has none
 *       yet.
 *   <li>{@code number}: 1, 2, 3… by epoch and sender; 0 is not counted. {@code ack}: the highest contiguous number
 *       received in this epoch.
 *   <li>Each side keeps its counted envelopes until acknowledged and replays them, in order, when the other side
 *       becomes present or after its own reconnect. The receiver drops duplicates and holds what came too early.
 * </ul>
 *
 * <p>Types and their {@code data}: organizer {@code offer {sdp}}; participant {@code answer {sdp}}, {@code ask {}}
 * (send me an offer), {@code restart {must}} (restart ICE, even after an offer that is on its way); both
 * {@code candidates {candidates:[…]}} (batched), {@code media {camera, microphone, devices, saving}} (what is on, what
 * is in the way: asking, refused, missing, occupied, taken or none, and whether a weak network pauses the picture),
 * {@code photo {}} (a photo of the other's video was taken), {@code ack {}} (number 0).
 *
 * <h2>Written text</h2>
 *
 * <p>What the two write beside the call goes from browser to browser, and never through this server: one ordered,
 * reliable data channel, {@code text}, in each RTCPeerConnection. The organizer opens it before the first offer, in
 * band: the offer has to hold it anyway, it shares the bundle's transport, and a page without it just leaves it alone.
 * Messages are JSON text, 2,048 characters at most (see {@code assets/call/lines.js}):
 *
 * <ul>
 *   <li>{@code {"type":"hello","me":"…","you":"…","read":2}}, once, first, from both: the name of this page (another
 *       after a reload), and that lines 1 to 2 of the other page {@code you} are here whole. The other side then sends
 *       what comes after, or all of its last 100 lines to a page that it does not know.
 *   <li>{@code {"type":"line","number":3,"text":"Bonj","ended":false}}: what line 3 is now, 300 characters at most; at
 *       most ten a second. A line is sent whole at each change: a correction anywhere is one more message, one that
 *       comes twice changes nothing, and a new connection loses none. Lines that ended, or that a later one followed,
 *       change no more.
 * </ul>
 *
 * <p>What is no such message, or comes faster (250 at once, then 20 a second), closes the channel until the next
 * connection.
 *
 * <p>Like RFC 8865 (T.140 over data channels): one ordered and reliable channel, letters as they are typed, kept
 * together for 100 ms (it allows 500), and sent again on the next channel when one is lost. Unlike it, no stream of
 * T.140 characters: there a correction inside the line erases and repeats all that follows, and what a lost connection
 * took is marked as missing instead of sent again. Both ends are our own pages; a gateway to a T.140 service would
 * translate.
 */
package fr.predice.visio.call.signaling;
