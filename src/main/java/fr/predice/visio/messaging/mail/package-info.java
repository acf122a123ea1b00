/** Mail: the gateway's interface. */
package fr.predice.visio.messaging.mail;
