package fr.predice.visio.audit;

import fr.predice.visio.platform.token.KeyedHash;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

@Dependent
class AuditChainProducer {
    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @Produces
    @Singleton
    AuditSeals seals(KeyedHash keyed, Clock clock) {
        return new AuditSeals(database, new SealSignature(keyed), clock);
    }

    @Produces
    @Singleton
    AuditVerification verification(KeyedHash keyed) {
        return new AuditVerification(database, new SealSignature(keyed));
    }
}
