package fr.predice.visio.admin;

import fr.predice.visio.account.AccountState;
import fr.predice.visio.account.Role;
import fr.predice.visio.account.administration.AccountSearch;
import fr.predice.visio.account.administration.Wanted;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for accounts. What was looked for last is there again when one comes back. */
@Named
@RequestScoped
public class AccountsPage {
    private static final String HERE = "/admin/comptes?faces-redirect=true";

    @Inject
    private AccountSearch search;

    @Inject
    private LastSearch last;

    private String words;
    private String state;
    private String role;
    private AccountSearch.Found found;

    @PostConstruct
    void read() {
        var wanted = last.wanted();
        words = wanted.words();
        state = word(wanted.state());
        role = word(wanted.role());
    }

    public String find() {
        last.keep(new Wanted(
                words == null ? "" : words.strip(), among(AccountState.values(), state), among(Role.values(), role)));
        return HERE;
    }

    public String forget() {
        last.keep(Wanted.all());
        return HERE;
    }

    private static String word(Enum<?> value) {
        return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E among(E[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElse(null);
    }

    /** "new", "late", "active", "suspended". */
    public List<String> getStates() {
        return Arrays.stream(AccountState.values()).map(AccountsPage::word).toList();
    }

    /** "organizer", "support", "admin". */
    public List<String> getRoles() {
        return Arrays.stream(Role.values()).map(AccountsPage::word).toList();
    }

    private AccountSearch.Found found() {
        if (found == null) {
            found = search.find(last.wanted());
        }
        return found;
    }

    public boolean isFiltered() {
        return !last.wanted().equals(Wanted.all());
    }

    public long getTotal() {
        return found().total();
    }

    public int getShown() {
        return found().lines().size();
    }

    public boolean isMore() {
        return getTotal() > getShown();
    }

    public List<Line> getLines() {
        return found().lines().stream()
                .map(line -> new Line(
                        line.id().toString(),
                        line.name(),
                        line.identifier(),
                        Optional.ofNullable(line.place())
                                .map(place -> place.name() + ", " + place.town())
                                .orElse(""),
                        word(line.role()),
                        word(line.state())))
                .toList();
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    /** One account: whose it is, where they work, and in which state it is. */
    public record Line(String id, String name, String identifier, String place, String role, String state) {
        public String getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public String getIdentifier() {
            return identifier;
        }

        public String getPlace() {
            return place;
        }

        public String getRole() {
            return role;
        }

        public String getState() {
            return state;
        }
    }
}
