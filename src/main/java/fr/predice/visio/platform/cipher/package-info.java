/** What is stored so that the database alone gives it to nobody: the key is a setting. */
package fr.predice.visio.platform.cipher;
