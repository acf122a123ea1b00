/**
 * Back into one's account: a forgotten identifier is mailed, a forgotten password is replaced by a link. Nobody learns
 * here who has an account: what is asked is kept and answered at once, and the account is looked for afterwards.
 */
package fr.predice.visio.account.recovery;
