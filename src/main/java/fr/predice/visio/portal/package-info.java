/** The pages around the services: the landing page and the launcher. */
package fr.predice.visio.portal;
