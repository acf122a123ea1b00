/**
 * Opening accounts for a list of people, as a hospital's own directory exports it. The list is read and judged line by
 * line first (dry run); what is good is opened in the background, one short transaction a line, so that a node that
 * dies midway leaves nothing half done and nothing twice.
 */
package fr.predice.visio.account.enrolment;
