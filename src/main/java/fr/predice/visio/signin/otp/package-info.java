/**
 * The second factor: a code of six digits by SMS or mail, that five guesses at most are compared with, and that works
 * once.
 */
package fr.predice.visio.signin.otp;
