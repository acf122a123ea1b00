package fr.predice.visio.support;

import fr.predice.visio.platform.config.Messaging;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.prerequisite.Prerequisites;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values that tests start from. */
public final class Some {
    private Some() {}

    public static Settings settings() {
        return settings("Visio sécurisée", List.of("turn:turn.example.org:3478"));
    }

    public static Settings settings(String service, List<String> turnUrls) {
        return settings(service, turn(turnUrls), messaging(service));
    }

    public static Settings settings(Settings.Turn turn) {
        return settings("Visio sécurisée", turn, messaging("Visio sécurisée"));
    }

    public static Settings settings(Settings.Keys keys) {
        return settings("Visio sécurisée", turn(List.of()), messaging("Visio sécurisée"), keys);
    }

    public static Settings settings(Messaging messaging) {
        return settings("Visio sécurisée", turn(List.of()), messaging);
    }

    private static Settings.Turn turn(List<String> urls) {
        return new Settings.Turn(urls, "secret", Duration.ofHours(4), false);
    }

    private static Settings settings(String service, Settings.Turn turn, Messaging messaging) {
        return settings(service, turn, messaging, new Settings.Keys(List.of(new byte[32]), List.of(new byte[32])));
    }

    private static Settings settings(String service, Settings.Turn turn, Messaging messaging, Settings.Keys keys) {
        var address = URI.create("https://visio.etablissement-exemple.fr");
        return new Settings(
                Settings.Profile.PRODUCTION,
                address,
                Set.of(address.toString()),
                ZoneId.of("Europe/Paris"),
                new Settings.Branding(
                        "Prédice",
                        service,
                        "Service de télé médecine 3",
                        address,
                        "03 22 80 31 70",
                        "heures",
                        "hours",
                        Optional.empty(),
                        Optional.empty()),
                new Settings.Ways(Optional.empty(), Optional.empty(), Optional.empty(), List.of()),
                new Settings.Cards(Optional.empty(), "", List.of(), List.of(), Duration.ofHours(24), Optional.empty()),
                Optional.empty(),
                keys,
                messaging,
                turn,
                new Settings.Invitations(Duration.ofHours(1), Duration.ofHours(1), List.of("FR")),
                new Settings.Limits(2000, 60, 200, 6, 12, 300, 5),
                new Prerequisites(Map.of(), Map.of(), false),
                new Settings.Terms("1", Optional.empty()),
                new Settings.Administration(List.of(), address),
                new Settings.Trail(Period.ofMonths(12)),
                new Settings.Watching(Optional.empty()),
                new Settings.Legal(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Settings.Films(Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty());
    }

    private static Messaging messaging(String caller) {
        return new Messaging(
                caller,
                "none",
                "none",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** SMS by this OVH, which may take a second to connect and one to answer. */
    public static Messaging ovh(String endpoint, String secret, Optional<InetSocketAddress> proxy) {
        var second = Duration.ofSeconds(1);
        var account = new Messaging.Ovh(
                URI.create(endpoint),
                "application",
                secret,
                "consumer-key-of-the-stand-in",
                "sms-ab12345-1",
                "Visio",
                true,
                second,
                second,
                200);
        return new Messaging(
                "Visio",
                "ovh",
                "none",
                Optional.of(account),
                Optional.empty(),
                proxy,
                Optional.empty(),
                Optional.empty());
    }

    /** Mail by SMTP. */
    public static Messaging smtp() {
        return new Messaging(
                "Visio",
                "none",
                "smtp",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("visio@example.org"),
                Optional.empty());
    }
}
