package fr.predice.visio.signin.authenticator;

import fr.predice.visio.platform.cipher.SealedColumn;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What an app makes its codes from. */
@Dependent
class SealedSecrets {
    @Produces
    SealedColumn secret() {
        return new SealedColumn("authenticator", "account_id", "secret", "authenticator");
    }
}
