/** Rate limits that hold in a cluster and after a restart. Generous by address, since a whole hospital shares one. */
package fr.predice.visio.platform.limit;
