/**
 * In by the card of a health professional (CPS). An address of its own reads the certificate, on a listener that opens
 * nothing else; a ticket of 30 seconds, good in the browser that asked alone, brings the person to the portal.
 */
package fr.predice.visio.signin.cps;
