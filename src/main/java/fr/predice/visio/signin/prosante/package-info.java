/**
 * Pro Santé Connect, a way in by OpenID Connect: the authorization code flow with PKCE. Nimbus speaks the protocol;
 * what is here says what we ask, whom we believe and for how long, and what becomes of the person, whose session at the
 * provider may go on after ours.
 */
package fr.predice.visio.signin.prosante;
