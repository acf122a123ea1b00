/**
 * The invitation: one organizer, one number, one call, now. Its links are known only by their hash, its seats belong to
 * one account and one browser, and its number is erased a short time after.
 */
package fr.predice.visio.invitation;
