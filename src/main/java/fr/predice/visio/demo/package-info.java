/**
 * The demo: an organizer, and a mailbox in the place of phones and mail clients. It exists only under
 * VISIO_PROFILE=demo, which serves this machine or its own network and nothing else. Nobody imports it.
 */
package fr.predice.visio.demo;
