package fr.predice.visio.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "audit_event")
class AuditEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Instant at;

    /** As text: after a return to this version it may be one that only a newer version knows. */
    private String action;

    private String actor;
    private String subject;
    private String address;

    @Enumerated(EnumType.STRING)
    private AuditResult result;

    protected AuditEvent() {}

    AuditEvent(Instant at, AuditAction action, String actor, String subject, String address, AuditResult result) {
        this.at = at;
        this.action = action.name();
        this.actor = actor;
        this.subject = subject;
        this.address = address;
        this.result = result;
    }
}
