/**
 * The invitation: one organizer, one number, one call, now. Its links are known only by their hash, its seats belong to
 * one account and one browser, and its number is erased a short time after. While the person is not there yet, its
 * organizer sends another SMS, copies the link, shows its QR code, corrects the number or cancels. The person reads SMS
 * and page in the language, and the page in the display, that the organizer chose; on the page they choose for
 * themselves.
 */
package fr.predice.visio.invitation;
