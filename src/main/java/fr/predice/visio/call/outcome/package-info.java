/** How calls went, in a few words that each side's browser tells: what the site's figures are counted from. */
package fr.predice.visio.call.outcome;
