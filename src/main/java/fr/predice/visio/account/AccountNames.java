package fr.predice.visio.account;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is meant by an account's id. Closed accounts still have their names. */
@Stateless
public class AccountNames {
    @PersistenceContext
    private EntityManager entities;

    /** Those that are known, by their ids. */
    public Map<UUID, AccountName> of(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("""
                        SELECT new fr.predice.visio.account.AccountName(a.id, a.displayName, a.identifier)
                        FROM Account a WHERE a.id IN :ids""", AccountName.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(AccountName::id, Function.identity()));
    }

    /** @param identifier as typed */
    public Optional<UUID> withIdentifier(String identifier) {
        return entities.createQuery("SELECT a.id FROM Account a WHERE a.identifier = :identifier", UUID.class)
                .setParameter("identifier", identifier.strip().toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }
}
