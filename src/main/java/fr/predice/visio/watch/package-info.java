/**
 * For whoever watches the servers: the checks of what every feature stands on, health as MicroProfile tells it, and
 * figures for Prometheus. Nobody in the house depends on it.
 */
package fr.predice.visio.watch;
