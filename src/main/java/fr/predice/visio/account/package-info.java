/** The professionals who may invite: who they are, how to reach them, and their password's hash. */
package fr.predice.visio.account;
