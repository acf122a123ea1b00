package fr.predice.visio.messaging.sms.ovh;

import fr.predice.visio.platform.config.Messaging;
import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * What whoever watches the server should know of SMS. Always up: calls, mail and copied links go on without them, and
 * no other node would do better.
 */
@Readiness
@ApplicationScoped
class OvhHealth implements HealthCheck {
    @Inject
    private Settings settings;

    @Inject
    private OvhState state;

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("sms").up();
        settings.messaging().ovh().map(Messaging.Ovh::lowCredit).ifPresent(least -> {
            state.credits()
                    .ifPresent(left -> health.withData("credits", (long) left).withData("low", left < least));
            health.withData("problem", state.problem().map(OvhProblem::name).orElse("none"));
        });
        return health.build();
    }
}
