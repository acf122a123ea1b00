/** Mobile numbers as people type them and as networks want them. */
package fr.predice.visio.platform.phone;
