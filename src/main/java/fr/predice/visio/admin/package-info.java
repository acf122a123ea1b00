/**
 * The administrators' console: who asks for an account and what is decided, the accounts that are open, lists of
 * people, establishments, how the service is used, the journal, which shows the trail of who did what, hands it out and
 * verifies it, and the verification of the installation. Its pages are for the roles of administration alone (web.xml),
 * most of them for whoever decides, and open only from the site's own networks if it names them.
 */
package fr.predice.visio.admin;
