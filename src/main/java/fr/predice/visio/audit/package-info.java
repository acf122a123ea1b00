/**
 * The trail of who did what. Append-only: the application's database role can neither change nor delete it. It is
 * sealed each minute in a chain of hashes that the tables' owner cannot mend either, since each seal is signed under a
 * key outside the database; what a function of the owner does here, and why, is in {@code V5__the_trail.sql}.
 */
package fr.predice.visio.audit;
