/** « Mon compte »: the pages where people see and change what is theirs. */
package fr.predice.visio.portal.profile;
