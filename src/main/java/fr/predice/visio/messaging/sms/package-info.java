/** SMS: the ways to send one, and the alphabet that keeps a text in one part. */
package fr.predice.visio.messaging.sms;
