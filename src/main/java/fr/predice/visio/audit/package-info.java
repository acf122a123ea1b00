/** The trail of who did what. Append-only: the application's database role can neither change nor delete it. */
package fr.predice.visio.audit;
