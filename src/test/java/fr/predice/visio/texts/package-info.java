/** What holds for the words of every page and message: complete, used, translated, set as French is. */
package fr.predice.visio.texts;
