package fr.predice.visio.messaging.sms.ovh;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the provider said of the site's account.
 *
 * @param problem the name of what stops SMS, e.g. {@code "CREDENTIALS"}; empty if they leave
 * @param credits unknown until it has answered once
 */
public record SmsAccount(Optional<String> problem, OptionalDouble credits) {}
