/** How a node that is to stop does so kindly: it begins no call, and the calls in progress go on. */
package fr.predice.visio.platform.drain;
