package fr.predice.visio.verification;

import fr.predice.visio.call.turn.IceServers;
import fr.predice.visio.call.turn.TurnProbe;
import fr.predice.visio.messaging.mail.SmtpMail;
import fr.predice.visio.messaging.sms.ovh.OvhCredit;
import fr.predice.visio.platform.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * All checks of this server, in the order of the report. They wait for others, so outside any transaction, and for
 * several administrators at a time. An EJB, since WildFly gives a mere CDI bean the default data source in place of the
 * owner's.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InstallationChecks {
    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @Resource(name = "jdbc/visioMigration")
    private DataSource owner;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private TurnProbe relays;

    @Inject
    private IceServers iceServers;

    @Inject
    private SmtpMail mail;

    @Inject
    private OvhCredit sms;

    private List<Check> checks;

    @PostConstruct
    void list() {
        checks = List.of(
                new DatabaseCheck(database::getConnection, owner::getConnection, clock),
                new AddressCheck(settings.publicAddress(), settings.ways().card(), clock),
                new MessageCheck(settings.messaging(), mail::trouble, sms::look),
                new RelayCheck(relays::ask));
    }

    public List<String> names() {
        return checks.stream().map(Check::name).toList();
    }

    /** What one check finds now; nothing if there is no such check. */
    public Optional<List<Finding>> look(String name) {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .map(Check::look);
    }

    /** Each TURN address with credentials for the browser of this administrator. */
    public JsonArray relaysFor(UUID administrator) {
        return iceServers.of("verification " + administrator);
    }
}
