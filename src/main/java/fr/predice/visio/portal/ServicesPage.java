package fr.predice.visio.portal;

import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** The services launcher: the secure video first, then the site's own links. */
@Named
@RequestScoped
public class ServicesPage {
    @Inject
    private Settings settings;

    public List<Tile> getTiles() {
        var video = new Tile(settings.branding().videoTile(), "/pro/visio", false);
        var others = settings.ways().tiles().stream()
                .map(tile -> new Tile(tile.label(), tile.address().toString(), true));
        return Stream.concat(Stream.of(video), others).toList();
    }

    /** @param external opens another site */
    public record Tile(String label, String address, boolean external) {
        public String getLabel() {
            return label;
        }

        public String getAddress() {
            return address;
        }

        public boolean isExternal() {
            return external;
        }
    }
}
