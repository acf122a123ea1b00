/**
 * The call's rules as plain objects: a room, its two seats, and what waits for an empty one. No sockets, no tables, no
 * waiting.
 */
package fr.predice.visio.call.room;
