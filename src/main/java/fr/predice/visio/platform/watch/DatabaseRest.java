package fr.predice.visio.platform.watch;

import fr.predice.visio.platform.persistence.Outage;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Lets timers rest while the database is away: each of their traces would be of the same failure, every few seconds.
 * The check of the database has said so in one line, and says in another that it is back.
 */
@NeedsDatabase
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class DatabaseRest {
    @Inject
    private DatabaseAbsence absence;

    @AroundTimeout
    Object rest(InvocationContext timer) throws Exception {
        if (absence.lasts()) {
            return null;
        }
        try {
            return timer.proceed();
        } catch (Exception failure) {
            if (!Outage.isCauseOf(failure)) {
                throw failure;
            }
            absence.notice();
            return null;
        }
    }
}
