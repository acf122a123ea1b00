/** The four help sheets and their films: what the pages under {@code /aide} say, with the site's own names in it. */
package fr.predice.visio.portal.help;
