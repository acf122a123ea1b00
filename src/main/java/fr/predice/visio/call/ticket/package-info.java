/** How a browser gets from its cookie or session to its seat's socket: a ticket, used once. */
package fr.predice.visio.call.ticket;
