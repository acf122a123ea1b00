/**
 * The administrators' console: who asks for an account, and what is decided; and the journal, which shows the trail of
 * who did what, hands it out, and verifies it. Its pages are for the roles of administration alone (web.xml), and open
 * only from the site's own networks if it names them.
 */
package fr.predice.visio.admin;
