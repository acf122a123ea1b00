/**
 * Everything the application stands on, started for real: PostgreSQL, a certificate, coturn, WildFly or Payara. The
 * demo ({@code mvn -Pdemo}) and the integration tests share it, so what the tests prove is what the demo shows. What
 * stands around a site is here too, for the tests alone: reverse proxies, a provider of identities.
 */
package fr.predice.visio.stack;
