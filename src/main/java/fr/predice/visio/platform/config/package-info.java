/** What a site may choose. One typed, validated {@code Settings}; a wrong variable stops the start with its name. */
package fr.predice.visio.platform.config;
