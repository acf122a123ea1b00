/**
 * The devices that an account signed in from, as far as a cookie tells. What happens from one of them is counted apart,
 * and a sign-in from another one is announced to the account's owner.
 */
package fr.predice.visio.signin.device;
