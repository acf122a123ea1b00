/**
 * Authenticator apps: a secret shared once by a QR code gives a code each 30 seconds, without any message. For whoever
 * loses the phone that the app is on, codes on paper that serve once.
 */
package fr.predice.visio.signin.authenticator;
