/**
 * What a computer must have for a call: a site's table of browsers and systems, and what a browser says of itself.
 * Rules alone: the table is read by {@code platform.config}, and pages ask {@code platform.web.Computer}.
 */
package fr.predice.visio.platform.prerequisite;
