/** The call as its two people reach it: the participant's door, the organizer's room, and the page around it. */
package fr.predice.visio.call;
