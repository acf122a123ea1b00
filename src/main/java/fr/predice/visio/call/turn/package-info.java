/** The relay that helps where networks block: credentials for coturn, one user name a seat. */
package fr.predice.visio.call.turn;
