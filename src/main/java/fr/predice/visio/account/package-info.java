/**
 * The people known here, professionals who invite and those who administer: who they are, how to reach them, their
 * password's hash, and where they work.
 */
package fr.predice.visio.account;
