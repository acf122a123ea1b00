/**
 * The tables' life: migrated at start from {@code sql/}, before anything else of ours runs. A version that goes back to
 * work after a newer one starts only where each migration in between says that it survives it: {@link NewerMigrations}.
 */
package fr.predice.visio.platform.persistence;
