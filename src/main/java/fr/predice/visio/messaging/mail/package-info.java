/** Mail: the ways to send one. */
package fr.predice.visio.messaging.mail;
