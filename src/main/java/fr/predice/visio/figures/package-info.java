/**
 * How the service is used, in numbers that are about nobody: so many of what, on which day, among the people of which
 * establishment. They are counted from what features keep anyway, before that is erased: the last days anew each time,
 * so that a count made twice, on two nodes, or after a stop says the same.
 */
package fr.predice.visio.figures;
