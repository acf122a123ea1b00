/** The application behind the reverse proxies that hospitals have, with the files that we give them. */
package fr.predice.visio.proxy;
