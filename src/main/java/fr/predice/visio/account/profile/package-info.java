/** What people see of their own account, and change about it themselves. */
package fr.predice.visio.account.profile;
