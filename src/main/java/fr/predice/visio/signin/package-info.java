/**
 * The ways in. Whatever the way, it ends in {@code SignInSession.signIn}, which alone gives the role of organizer; the
 * mechanism only reads what the session holds.
 */
package fr.predice.visio.signin;
