/**
 * Passwords: how they are kept, which are refused, and the one that a new account starts with. The list of common ones
 * is the part of "10 million passwords" (M. Burnett, public domain; the first million as counted by SecLists, MIT) that
 * is long enough to be accepted here, in lower case.
 */
package fr.predice.visio.account.password;
