/**
 * Pro Santé Connect, a way in by OpenID Connect: the authorization code flow with PKCE. Nimbus speaks the protocol;
 * what is here says what we ask, whom we believe and what becomes of the person.
 */
package fr.predice.visio.signin.prosante;
