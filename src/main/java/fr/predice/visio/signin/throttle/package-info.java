/**
 * Wrong passwords and wrong codes make the next try wait, and then close the way in for a while: counted in the
 * database, apart for each factor, and apart for each device that the account knows. So whoever tries to get in from
 * elsewhere closes the way in from elsewhere, never that of the account's owner at their own device.
 */
package fr.predice.visio.signin.throttle;
