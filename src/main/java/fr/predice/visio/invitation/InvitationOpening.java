package fr.predice.visio.invitation;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.token.KeyedHash;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The transaction that opens an invitation: its row, its two seats, its link and its SMS, or nothing. */
@Stateless
public class InvitationOpening {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    @Inject
    private KeyedHash hash;

    @Inject
    private Outbox outbox;

    @Inject
    private InvitationText text;

    @Inject
    private AuditTrail audit;

    /** Empty if the same form is being sent at the same time: the other one invites. */
    public Optional<UUID> open(UUID organizer, PhoneNumber to, UUID request) {
        var id = UUID.randomUUID();
        if (!insert(id, organizer, to, request)) {
            return Optional.empty();
        }
        entities.createNativeQuery(
                        "INSERT INTO seat (invitation_id, side) VALUES (:id, 'ORGANIZER'), (:id, 'PARTICIPANT')")
                .setParameter("id", id)
                .executeUpdate();
        outbox.post(text.sms(id, to, mintLink(id)));
        audit.record(AuditAction.INVITED, organizer, id);
        return Optional.of(id);
    }

    private boolean insert(UUID id, UUID organizer, PhoneNumber to, UUID request) {
        var now = clock.instant();
        return entities.createNativeQuery("""
                        INSERT INTO invitation (id, organizer_id, request, phone, phone_hash, created_at, expires_at)
                        VALUES (:id, :organizer, :request, :phone, :hash, :now, :expires)
                        ON CONFLICT (organizer_id, request, phone_hash) DO NOTHING""")
                        .setParameter("id", id)
                        .setParameter("organizer", organizer)
                        .setParameter("request", request)
                        .setParameter("phone", to.e164())
                        .setParameter("hash", hash.of(Invitations.PHONE, to.e164()))
                        .setParameter("now", now)
                        .setParameter("expires", now.plus(settings.invitations().lifetime()))
                        .executeUpdate()
                == 1;
    }

    private SecretToken mintLink(UUID invitation) {
        var token = SecretToken.random();
        entities.persist(new InvitationToken(token.hash(), invitation));
        return token;
    }
}
