/**
 * What can be checked before the service starts, on its own server: {@code java -jar visio-securisee.war --check}. Runs
 * without a server and without any library, so nothing here may use Jakarta EE.
 */
package fr.predice.visio.platform.check;
