/**
 * Who is signed in, one row a session: seen at each request to any node, so that it is over when nobody used it for 30
 * minutes, after 12 hours, or as soon as somebody ends it. A call in progress keeps its room open whatever the hour.
 */
package fr.predice.visio.signin.session;
