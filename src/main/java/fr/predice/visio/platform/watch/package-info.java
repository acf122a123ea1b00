/**
 * What whoever runs the server should know of it. Each feature brings the checks of what it depends on; they are made
 * in the background, so that whoever asks is answered at once.
 */
package fr.predice.visio.platform.watch;
