/**
 * The relay that helps where networks block: credentials for coturn, one user name a seat, and a probe that asks the
 * site's relays whether they work.
 */
package fr.predice.visio.call.turn;
