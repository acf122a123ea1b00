/**
 * What is stored so that the database alone gives it to nobody: the key is a setting. When the key changes, what the
 * former one sealed is sealed anew; each feature tells where it keeps such texts by a
 * {@link fr.predice.visio.platform.cipher.SealedColumn}.
 */
package fr.predice.visio.platform.cipher;
