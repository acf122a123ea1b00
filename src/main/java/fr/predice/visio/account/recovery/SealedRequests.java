package fr.predice.visio.account.recovery;

import fr.predice.visio.platform.cipher.SealedColumn;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What somebody typed who forgot something, until a worker looks. */
@Dependent
class SealedRequests {
    @Produces
    SealedColumn typed() {
        return new SealedColumn("recovery_request", "id", "typed", "typed");
    }
}
