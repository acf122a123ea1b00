/**
 * The ways in: password and code, card, Pro Santé Connect. Whatever the way, it ends in {@code SignInSession}, which
 * alone gives a role, and begins with the trail's line; a number that was typed is compared by name until it is proved
 * ({@code NumberProof}). The mechanism asks at each request whether the session still stands.
 */
package fr.predice.visio.signin;
