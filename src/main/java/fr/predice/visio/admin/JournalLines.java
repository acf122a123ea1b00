package fr.predice.visio.admin;

import fr.predice.visio.account.AccountName;
import fr.predice.visio.account.AccountNames;
import fr.predice.visio.audit.AuditEntry;
import fr.predice.visio.audit.AuditResult;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.Hours;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns events into lines: accounts get their names, words of the trail those of the page. */
@RequestScoped
public class JournalLines {
    /** What the trail notes beside a deed, and the texts know. */
    private static final Set<String> NOTES = Set.of(
            "SMS", "MAIL", "APP", "PASSWORD", "PASSWORD_AND_CODE", "CARD", "PRO_SANTE_CONNECT", "SOUND", "FAULTY");

    /** Why a card, or what brings its holder to the portal, was refused: a note each. */
    private static final Pattern REFUSED_CARD = Pattern.compile("(CARD|TICKET)[.][A-Z_]+");

    @Inject
    private AccountNames names;

    @Inject
    private Language language;

    @Inject
    private Hours hours;

    @Inject
    private Settings settings;

    public List<JournalLine> of(List<AuditEntry> entries) {
        var ids = entries.stream()
                .flatMap(entry -> Stream.of(entry.actor(), entry.subject()))
                .flatMap(text -> account(text).stream())
                .collect(Collectors.toSet());
        var known = names.of(ids);
        return entries.stream().map(entry -> line(entry, known)).toList();
    }

    private JournalLine line(AuditEntry entry, Map<UUID, AccountName> known) {
        var actor = account(entry.actor()).map(known::get);
        return new JournalLine(
                entry.id(),
                entry.at().atZone(settings.timeZone()),
                hours.day(entry.at()),
                said("journal.action.", entry.action()),
                actor.map(AccountName::displayName).orElse(told(entry.actor())),
                actor.map(AccountName::identifier).orElse(""),
                account(entry.actor()).map(UUID::toString).orElse(""),
                about(entry.subject(), known),
                told(entry.address()),
                entry.result() == AuditResult.REFUSED);
    }

    private String about(String subject, Map<UUID, AccountName> known) {
        if (NOTES.contains(subject) || REFUSED_CARD.matcher(subject).matches()) {
            return said("journal.note.", subject);
        }
        return account(subject)
                .map(known::get)
                .map(name -> name.displayName() + " (" + name.identifier() + ")")
                .orElse(told(subject));
    }

    private static String told(String text) {
        return text.equals(AuditTrail.NOBODY) ? "" : text;
    }

    private static Optional<UUID> account(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** What a newer version wrote has no text here: it is shown as it is. */
    private String said(String prefix, String word) {
        return Texts.find(language.getLocale(), prefix + word).orElse(word);
    }
}
