/**
 * Personal data that outlives its use is erased, and a register says how much of what was erased when. Each feature
 * contributes a {@link fr.predice.visio.platform.retention.RetentionRule} for what it keeps.
 */
package fr.predice.visio.platform.retention;
