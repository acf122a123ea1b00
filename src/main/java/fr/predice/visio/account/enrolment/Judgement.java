package fr.predice.visio.account.enrolment;

import fr.predice.visio.account.Finess;
import fr.predice.visio.account.MailAddress;
import fr.predice.visio.account.PersonName;
import fr.predice.visio.account.ProfessionalNumber;
import fr.predice.visio.account.Words;
import fr.predice.visio.account.Workplace;
import fr.predice.visio.account.registration.Applicant;
import fr.predice.visio.platform.phone.CountryRefused;
import fr.predice.visio.platform.phone.NotAMobile;
import fr.predice.visio.platform.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the rows of one list in order: each is a person whom an account can be opened for, or has faults. A fault is a
 * code such as {@code mail.refused} or, where another line has the same, {@code mail.twice:12}.
 */
final class Judgement {
    private static final int LONGEST_PROFESSION = 80;
    private static final int LONGEST_ESTABLISHMENT = 120;
    private static final int LONGEST_TOWN = 80;

    private final List<String> regions;
    private final Set<String> knownNumbers;
    private final Set<String> knownMails;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> mails = new HashMap<>();

    /** A row is good if it has no faults; only then is there a person. */
    record Verdict(Row row, Optional<Applicant> person, List<String> faults) {}

    /**
     * @param regions whose mobiles are taken, see {@link PhoneNumber#mobile}
     * @param knownNumbers digits that accounts have already
     * @param knownMails {@link MailAddress#key keys} that accounts have already
     */
    Judgement(List<String> regions, Set<String> knownNumbers, Set<String> knownMails) {
        this.regions = regions;
        this.knownNumbers = knownNumbers;
        this.knownMails = knownMails;
    }

    Verdict of(Row row) {
        var faults = new ArrayList<String>();
        var familyName = PersonName.read(row.get(Heading.FAMILY_NAME));
        var givenName = PersonName.read(row.get(Heading.GIVEN_NAME));
        var number = ProfessionalNumber.read(row.get(Heading.NUMBER));
        var finess = Finess.read(row.get(Heading.FINESS));
        var mail = MailAddress.read(row.get(Heading.MAIL));
        require(row, Heading.FAMILY_NAME, "familyName", familyName.isPresent(), faults);
        require(row, Heading.GIVEN_NAME, "givenName", givenName.isPresent(), faults);
        limit(row, Heading.PROFESSION, "profession", LONGEST_PROFESSION, faults);
        require(row, Heading.NUMBER, "number", number.isPresent(), faults);
        limit(row, Heading.ESTABLISHMENT, "establishment", LONGEST_ESTABLISHMENT, faults);
        limit(row, Heading.TOWN, "town", LONGEST_TOWN, faults);
        if (!row.get(Heading.FINESS).isEmpty() && finess.isEmpty()) {
            faults.add("finess.refused");
        }
        require(row, Heading.MAIL, "mail", mail.isPresent(), faults);
        var mobile = mobile(row.get(Heading.MOBILE), faults);
        number.ifPresent(found -> compare("number", found.digits(), knownNumbers, numbers, faults));
        mail.ifPresent(found -> compare("mail", found.key(), knownMails, mails, faults));
        if (!faults.isEmpty()) {
            return new Verdict(row, Optional.empty(), List.copyOf(faults));
        }
        numbers.put(number.orElseThrow().digits(), row.line());
        mails.put(mail.orElseThrow().key(), row.line());
        var place = new Workplace(row.get(Heading.ESTABLISHMENT), row.get(Heading.TOWN), finess);
        var person = new Applicant(
                familyName.orElseThrow().text(),
                givenName.orElseThrow().text(),
                row.get(Heading.PROFESSION),
                number.orElseThrow(),
                place,
                mail.orElseThrow(),
                mobile.orElseThrow());
        return new Verdict(row, Optional.of(person), List.of());
    }

    private static void require(Row row, Heading column, String code, boolean fits, List<String> faults) {
        if (row.get(column).isEmpty()) {
            faults.add(code + ".required");
        } else if (!fits) {
            faults.add(code + ".refused");
        }
    }

    private static void limit(Row row, Heading column, String code, int longest, List<String> faults) {
        var words = Words.read(row.get(column));
        require(
                row,
                column,
                code,
                words.filter(read -> read.text().length() <= longest).isPresent(),
                faults);
    }

    private Optional<PhoneNumber> mobile(String typed, List<String> faults) {
        if (typed.isEmpty()) {
            faults.add("mobile.required");
            return Optional.empty();
        }
        try {
            return Optional.of(PhoneNumber.mobile(typed, regions));
        } catch (NotAMobile refused) {
            faults.add("mobile.refused");
        } catch (CountryRefused refused) {
            faults.add("mobile.country");
        }
        return Optional.empty();
    }

    private static void compare(
            String code, String key, Set<String> known, Map<String, Integer> before, List<String> faults) {
        if (known.contains(key)) {
            faults.add(code + ".known");
        } else if (before.containsKey(key)) {
            faults.add(code + ".twice:" + before.get(key));
        }
    }
}
