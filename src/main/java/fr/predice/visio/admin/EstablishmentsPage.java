package fr.predice.visio.admin;

import fr.predice.visio.account.Finess;
import fr.predice.visio.account.administration.EstablishmentRegister;
import fr.predice.visio.account.administration.Staffed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The establishments known here. */
@Named
@RequestScoped
public class EstablishmentsPage {
    @Inject
    private EstablishmentRegister register;

    private List<Line> lines;

    public List<Line> getLines() {
        if (lines == null) {
            lines = register.all().stream().map(EstablishmentsPage::line).toList();
        }
        return lines;
    }

    /** More are known than are shown. */
    public boolean isFull() {
        return getLines().size() == EstablishmentRegister.MOST_SHOWN;
    }

    static Line line(Staffed one) {
        var place = one.establishment().place();
        return new Line(
                one.establishment().id().toString(),
                place.name(),
                place.town(),
                place.finess().map(Finess::characters).orElse(""),
                one.accounts());
    }

    /** One establishment; its FINESS number is empty where nobody told it. */
    public record Line(String id, String name, String town, String finess, long accounts) {
        public String getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public String getTown() {
            return town;
        }

        public String getFiness() {
            return finess;
        }

        public long getAccounts() {
            return accounts;
        }
    }
}
