/** QR codes that a page draws itself: no picture to fetch, and sharp at every size. */
package fr.predice.visio.platform.qr;
