/**
 * The administrators' console: who asks for an account and what is decided, the accounts that are open, lists of
 * people, establishments, and how the service is used. Its pages are for the roles of administration alone (web.xml),
 * most of them for whoever decides, and open only from the site's own networks if it names them.
 */
package fr.predice.visio.admin;
