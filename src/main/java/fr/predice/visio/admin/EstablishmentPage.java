package fr.predice.visio.admin;

import fr.predice.visio.account.Finess;
import fr.predice.visio.account.Words;
import fr.predice.visio.account.Workplace;
import fr.predice.visio.account.administration.EstablishmentRegister;
import fr.predice.visio.account.administration.EstablishmentTaken;
import fr.predice.visio.account.administration.EstablishmentUnknown;
import fr.predice.visio.account.administration.NotYours;
import fr.predice.visio.account.administration.TwoNumbers;
import fr.predice.visio.admin.EstablishmentsPage.Line;
import fr.predice.visio.platform.web.FieldCheck;
import fr.predice.visio.platform.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** One establishment: its name, and another that it turns out to be. */
@Named
@RequestScoped
public class EstablishmentPage {
    private static final String LIST = "/admin/etablissements?faces-redirect=true";

    @Inject
    private EstablishmentRegister register;

    @Inject
    private CurrentOfficer current;

    @Inject
    private HttpServletRequest request;

    private Line found;
    private Line into;
    private String name;
    private String town;
    private String finess;

    /** The address names both, and the forms of the page do. */
    @PostConstruct
    void find() {
        found = named("id");
        into = named("dans");
        if (found != null) {
            name = found.name();
            town = found.town();
            finess = found.finess();
        }
    }

    private Line named(String parameter) {
        return Ids.read(request.getParameter(parameter))
                .flatMap(register::find)
                .map(EstablishmentsPage::line)
                .orElse(null);
    }

    /** For the view's own check before it renders. */
    public void checkFound() {
        if (found == null) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public void checkWords(FacesContext faces, UIComponent field, Object typed) {
        FieldCheck.refuseUnless(Words.read((String) typed).isPresent(), "registration.words.refused");
    }

    public void checkFiness(FacesContext faces, UIComponent field, Object typed) {
        FieldCheck.refuseUnless(
                typed == null || Finess.read((String) typed).isPresent(), "registration.finess.refused");
    }

    public String change() {
        try {
            var id = Ids.read(request.getParameter("id")).orElseThrow(EstablishmentUnknown::new);
            register.change(id, new Workplace(name.strip(), town.strip(), Finess.read(finess)), current.officer());
            Notices.info("console.establishment.changed");
            return "/admin/etablissement?faces-redirect=true&id=" + id;
        } catch (EstablishmentTaken taken) {
            Notices.error("console.establishment.taken");
            return null;
        } catch (EstablishmentUnknown late) {
            return gone();
        } catch (NotYours refused) {
            return refused();
        }
    }

    public String merge() {
        try {
            register.merge(
                    Ids.read(request.getParameter("id")).orElseThrow(EstablishmentUnknown::new),
                    Ids.read(request.getParameter("dans")).orElseThrow(EstablishmentUnknown::new),
                    current.officer());
            Notices.info("console.establishment.merged");
            return LIST;
        } catch (TwoNumbers two) {
            Notices.error("console.establishment.two");
            return null;
        } catch (EstablishmentUnknown late) {
            return gone();
        } catch (NotYours refused) {
            return refused();
        }
    }

    private static String gone() {
        Notices.error("console.establishment.gone");
        return LIST;
    }

    private static String refused() {
        Notices.error("console.notYours");
        return LIST;
    }

    public boolean isFound() {
        return found != null;
    }

    /** Another was chosen, and the person is asked whether they are sure. */
    public boolean isMerging() {
        return found != null && into != null && !into.id().equals(found.id());
    }

    public boolean isTwoNumbers() {
        return isMerging() && !found.finess().isEmpty() && !into.finess().isEmpty();
    }

    public Line getOne() {
        return found;
    }

    public Line getInto() {
        return into;
    }

    public List<Line> getOthers() {
        return register.all().stream()
                .map(EstablishmentsPage::line)
                .filter(other -> !other.id().equals(found.id()))
                .toList();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getTown() {
        return town;
    }

    public void setTown(String town) {
        this.town = town;
    }

    public String getFiness() {
        return finess;
    }

    public void setFiness(String finess) {
        this.finess = finess;
    }
}
