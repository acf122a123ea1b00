/**
 * Another mail address or mobile for an account: what sign-in and recovery hang on. It is proved on the new one before
 * it counts, and announced on the old one.
 */
package fr.predice.visio.account.contact;
