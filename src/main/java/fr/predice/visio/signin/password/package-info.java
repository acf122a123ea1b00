/** The first factor: identifier and password, with the same answer and the same work whatever is wrong. */
package fr.predice.visio.signin.password;
