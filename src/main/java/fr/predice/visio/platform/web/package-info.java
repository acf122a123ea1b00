/** What every page shares: headers, origin check, language, versioned assets, notices, error references. */
package fr.predice.visio.platform.web;
