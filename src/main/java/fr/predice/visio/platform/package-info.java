/** The ground floor: what every feature stands on and that knows none of them. */
package fr.predice.visio.platform;
