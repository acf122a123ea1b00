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
import java.time.Instant;
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
    private InvitationClosing closing;

    @Inject
    private AuditTrail audit;

    /** Empty if the same form is being sent at the same time: the other one invites. */
    public Optional<UUID> open(UUID organizer, PhoneNumber to, Choices choices, UUID request) {
        hold(organizer);
        var id = UUID.randomUUID();
        var now = clock.instant();
        var until = now.plus(settings.invitations().lifetime());
        if (!insert(id, organizer, to, choices, request, now, until)) {
            return Optional.empty();
        }
        entities.createNativeQuery(
                        "INSERT INTO seat (invitation_id, side) VALUES (:id, 'ORGANIZER'), (:id, 'PARTICIPANT')")
                .setParameter("id", id)
                .executeUpdate();
        var token = SecretToken.random();
        entities.persist(new InvitationToken(token.hash(), id, Via.SMS, now));
        var link = Link.of(settings.publicAddress(), choices.language(), token, until);
        outbox.post(text.sms(id, to, choices.language(), link));
        audit.record(AuditAction.INVITED, organizer, id);
        return Optional.of(id);
    }

    /**
     * Opens an invitation in the place of one that went to a wrong number, whose links die in the same transaction. The
     * wrong one's id is its form's number, so that a correction sent twice invites once.
     *
     * @throws LinkRefused if the wrong one is not this organizer's, or is over: the same correction may have come first
     */
    public Optional<UUID> correct(UUID wrong, UUID organizer, PhoneNumber to) {
        hold(organizer);
        var choices = closing.correct(wrong, organizer);
        return open(organizer, to, choices, wrong);
    }

    /** Whoever suspends the account at this moment waits, and finds the invitation; or came first, and none is made. */
    private void hold(UUID organizer) {
        entities.createNativeQuery("SELECT 1 FROM account WHERE id = :organizer AND active FOR SHARE", Integer.class)
                .setParameter("organizer", organizer)
                .getSingleResult();
    }

    private boolean insert(
            UUID id, UUID organizer, PhoneNumber to, Choices choices, UUID request, Instant now, Instant until) {
        return entities.createNativeQuery("""
                        INSERT INTO invitation (id, organizer_id, request, phone, phone_hash, created_at, expires_at,
                            phone_served_at, route, language, display)
                        VALUES (:id, :organizer, :request, :phone, :hash, :now, :expires, :expires, :route, :language,
                            :display)
                        ON CONFLICT (organizer_id, request, phone_hash) DO NOTHING""")
                        .setParameter("id", id)
                        .setParameter("organizer", organizer)
                        .setParameter("request", request)
                        .setParameter("phone", to.e164())
                        .setParameter("hash", hash.of(Invitations.PHONE, to.e164()))
                        .setParameter("now", now)
                        .setParameter("expires", until)
                        .setParameter("route", choices.route().name())
                        .setParameter("language", choices.language().name())
                        .setParameter("display", choices.display().name())
                        .executeUpdate()
                == 1;
    }
}
