/**
 * The ways in. Whatever the way, it ends in {@code SignInSession.signIn}, which alone gives a role; the mechanism asks
 * at each request whether the session still stands.
 */
package fr.predice.visio.signin;
