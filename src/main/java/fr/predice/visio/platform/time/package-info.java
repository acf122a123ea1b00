/** The one clock: whoever needs the time is given it, so that tests can hold it still. */
package fr.predice.visio.platform.time;
