package fr.predice.visio.signin.authenticator;

import fr.predice.visio.platform.token.KeyedHash;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ten codes on paper for whoever loses the app: eight letters and digits, 40 bits, each good once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RescueCodes {
    private static final String PURPOSE = "rescue-code";
    private static final int MANY = 10;
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String KEEP = "INSERT INTO rescue_code (account_id, hash) VALUES (:account, :hash)";
    private static final String USE = "DELETE FROM rescue_code WHERE account_id = :account AND hash IN (:hashes)";
    private static final String LEFT = "SELECT count(*) FROM rescue_code WHERE account_id = :account";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private KeyedHash hash;

    /** Told once: only their hashes are kept. */
    public List<String> make(UUID account) {
        var codes = Stream.generate(RescueCodes::random).distinct().limit(MANY).toList();
        for (var code : codes) {
            entities.createNativeQuery(KEEP)
                    .setParameter("account", account)
                    .setParameter("hash", hash.of(PURPOSE, account.toString(), letters(code)))
                    .executeUpdate();
        }
        return codes;
    }

    /** @return whether it was one of them; it is no more */
    public boolean use(UUID account, String typed) {
        return entities.createNativeQuery(USE)
                        .setParameter("account", account)
                        .setParameter("hashes", hash.each(PURPOSE, account.toString(), letters(typed)))
                        .executeUpdate()
                == 1;
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public int left(UUID account) {
        return (Integer) entities.createNativeQuery(LEFT, Integer.class)
                .setParameter("account", account)
                .getSingleResult();
    }

    private static String letters(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String random() {
        var letters = RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }
}
