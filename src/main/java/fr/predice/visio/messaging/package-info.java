/**
 * Messages that leave the house. A message is written with the business row it belongs to, sent after the commit by one
 * node under a lease, and wiped once its fate is known; one of unknown outcome is never sent again by itself.
 */
package fr.predice.visio.messaging;
