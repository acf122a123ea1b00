/**
 * Secrets handed out once and kept only as hashes: link tokens, seat cookies, tickets; and the keyed hash of guessable
 * values.
 */
package fr.predice.visio.platform.token;
