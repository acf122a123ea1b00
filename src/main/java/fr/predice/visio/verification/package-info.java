/**
 * « Vérifier l'installation »: what this server can find out about how it is installed, one
 * {@link fr.predice.visio.verification.Check} a subject, and messages that an administrator sends to themselves. Checks
 * take what they look at in their constructors and know no container, so that a command can run them as well as the
 * page.
 */
package fr.predice.visio.verification;
