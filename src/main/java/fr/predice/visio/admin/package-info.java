/**
 * The administrators' console: who asks for an account, what is decided, and how the service is used. Its pages are for
 * the roles of administration alone (web.xml), and open only from the site's own networks if it names them.
 */
package fr.predice.visio.admin;
