/**
 * What a hospital can know of its trust in cards from the server's console: {@code java -jar visio-securisee.war
 * --card-trust}. Runs without a server and without any library.
 */
package fr.predice.visio.signin.cps.console;
