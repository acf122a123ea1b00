/**
 * How a professional comes to have an account: asks for it, proves the mail address by a link, and is accepted or
 * refused by an administrator who looked them up. Nobody learns here whether somebody else has an account.
 */
package fr.predice.visio.account.registration;
