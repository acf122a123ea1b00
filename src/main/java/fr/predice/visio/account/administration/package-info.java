/**
 * What is done at the console with accounts that are open: finding them, helping their owners, suspending them. Each
 * deed asks again who does it: the pages only hide what somebody may not do.
 */
package fr.predice.visio.account.administration;
