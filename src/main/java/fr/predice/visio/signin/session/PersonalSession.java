package fr.predice.visio.signin.session;

import fr.predice.visio.account.Account;
import fr.predice.visio.signin.device.Arrival;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "personal_session")
class PersonalSession {
    static final Duration LONGEST = Duration.ofHours(12);

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    /** The account's count that it was opened under, see {@link Account#sessions}. */
    private int sessions;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "called_at")
    private Instant calledAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private String browser;
    private String system;
    private String address;

    protected PersonalSession() {}

    PersonalSession(Account account, Arrival arrival, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = account.id();
        this.sessions = account.sessions();
        this.openedAt = now;
        this.seenAt = now;
        this.endsAt = now.plus(LONGEST);
        this.browser = arrival.browser();
        this.system = arrival.system();
        this.address = arrival.address();
    }

    UUID id() {
        return id;
    }
}
