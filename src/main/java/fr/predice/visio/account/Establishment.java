package fr.predice.visio.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where professionals work. */
@Entity
@Table(name = "establishment")
public class Establishment {
    @Id
    private UUID id;

    private String name;
    private String town;
    private String finess;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Establishment() {}

    Establishment(Workplace place, Instant now) {
        this.id = UUID.randomUUID();
        this.createdAt = now;
        is(place);
    }

    /** So it is named from now on. */
    public final void is(Workplace place) {
        this.name = place.name();
        this.town = place.town();
        this.finess = place.finess().map(Finess::characters).orElse(null);
    }

    public UUID id() {
        return id;
    }

    public Workplace place() {
        return new Workplace(name, town, Optional.ofNullable(finess).map(Finess::new));
    }
}
