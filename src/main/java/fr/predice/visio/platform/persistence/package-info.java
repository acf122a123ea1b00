/** The tables' life: migrated at start from {@code sql/}, before anything else of ours runs. */
package fr.predice.visio.platform.persistence;
