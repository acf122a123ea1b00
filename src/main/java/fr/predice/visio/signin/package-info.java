/**
 * The ways in: password and code, card, Pro Santé Connect. Whatever the way, it ends in {@code SignInSession}, which
 * alone gives a role; the mechanism asks at each request whether the session still stands.
 */
package fr.predice.visio.signin;
