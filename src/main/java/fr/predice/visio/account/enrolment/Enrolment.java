package fr.predice.visio.account.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A list of people, judged; accounts are opened for the good lines once an administrator says so. */
@Entity
@Table(name = "enrolment")
public class Enrolment {
    @Id
    private UUID id;

    @Column(name = "checked_by")
    private UUID checkedBy;

    @Column(name = "checked_at")
    private Instant checkedAt;

    /** Of who said so last, for the trail. */
    private String address;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "started_by")
    private UUID startedBy;

    protected Enrolment() {}

    Enrolment(UUID by, String address, Instant now) {
        this.id = UUID.randomUUID();
        this.checkedBy = by;
        this.checkedAt = now;
        this.address = address;
    }

    /** @return whether it had not started before */
    boolean start(UUID by, String from, Instant now) {
        if (startedAt != null) {
            return false;
        }
        startedAt = now;
        startedBy = by;
        address = from;
        return true;
    }

    UUID id() {
        return id;
    }

    UUID startedBy() {
        return startedBy;
    }

    String address() {
        return address;
    }

    public Instant checkedAt() {
        return checkedAt;
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }
}
