/**
 * How somebody becomes an administrator: by a link, mailed to the address that the site's settings or the server's
 * console name. Nobody is one by asking.
 */
package fr.predice.visio.account.activation;
