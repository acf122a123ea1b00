/**
 * What the law wants said: who publishes, what becomes of personal data, how accessible the site is. The words are
 * ours, the names are the site's; a page that lacks one says that it is a template, and names the variable.
 */
package fr.predice.visio.portal.legal;
