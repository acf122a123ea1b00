package fr.predice.visio.signin.cps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.CardSite;
import fr.predice.visio.support.Crawl;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All links of the pages that other sites of the tests do not have, or do not show. */
@ExtendWith(CardSite.Extension.class)
class CardSiteLinksIT {
    /** Before the sign-in; and that the support is closed. */
    @Test
    void leadNowhereInVainWhereCardsAreRead(CardSite site) {
        var visitor = new Visitor(site.address(), Desk.without(site.address()));
        var seen = new Crawl(visitor, site.address(), "", Tongue.FRENCH)
                .from("/", "/connexion", "/carte", "/carte/retour")
                .foundNothing()
                .pages();

        assertThat(seen).containsKeys("/aide/fiche-2", "/carte").hasSizeGreaterThan(15);
        assertThat(seen.get("/carte/retour"))
                .contains(
                        "class=\"support-now\">Fermé",
                        "Ouvre " + CardSite.SUPPORT_DAY.getDisplayName(TextStyle.FULL, Locale.FRENCH) + " à 8");
    }

    @Test
    void leadWhoeverOnlyHelpsNowhereInVain(CardSite site) {
        var server = site.stack().address();
        var helper = new Portal(server).signInToSupport(TestAccount.openSupport(site.stack()));
        var seen = new Crawl(helper.visitor(), server, "", Tongue.FRENCH)
                .from("/admin/comptes")
                .foundNothing()
                .pages();

        assertThat(seen).containsKeys("/admin/comptes", "/compte").doesNotContainKey("/admin/demandes");
    }
}
