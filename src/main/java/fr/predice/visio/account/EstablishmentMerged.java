package fr.predice.visio.account;

import java.util.UUID;

/** The first was the second under another name, and is known no more. Fired in the transaction of the deed. */
public record EstablishmentMerged(UUID from, UUID into) {}
