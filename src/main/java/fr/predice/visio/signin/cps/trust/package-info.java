/**
 * Whether a card's certificate is to be believed: its authorities, its purpose, its dates, its name, and that it is not
 * revoked. The JDK validates (RFC 5280, RFC 6960); what is ours is which rules apply, and what happens where lists and
 * answers are old, and responders silent.
 */
package fr.predice.visio.signin.cps.trust;
