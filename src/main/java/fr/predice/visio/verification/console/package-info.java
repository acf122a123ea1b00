/**
 * « Vérifier l'installation » from the server's console: {@code java -jar visio-securisee.war --verify WILDFLY_HOME}.
 * No container runs here; of WildFly, its libraries of mail, JSON and PostgreSQL are used.
 */
package fr.predice.visio.verification.console;
