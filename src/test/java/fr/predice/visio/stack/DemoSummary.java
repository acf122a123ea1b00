package fr.predice.visio.stack;

import java.util.List;

/** The box that says, in French and in English, where the demo is and how to use it. */
final class DemoSummary {
    private DemoSummary() {}

    static String of(Stack stack) {
        var calls = stack.relays()
                ? "Appels / Calls          direct, ou relayés par / or relayed by coturn"
                : "Appels / Calls          direct : coturn n'est pas installé / is not installed";
        var lines = List.of(
                "Visio sécurisée — démonstration / demo",
                "",
                "Portail / Portal        " + stack.publicAddress() + "/",
                "Identifiant / User      organisateur",
                "Mot de passe / Password Demo-visio-2026",
                "SMS et mails / Mailbox  " + stack.publicAddress() + "/demo/boite",
                calls,
                "",
                "Arrêter / Stop          Ctrl-C");
        var width = lines.stream().mapToInt(String::length).max().orElseThrow();
        var box = new StringBuilder("\n┌" + "─".repeat(width + 2) + "┐\n");
        lines.forEach(line -> box.append("│ ")
                .append(line)
                .append(" ".repeat(width - line.length()))
                .append(" │\n"));
        return box.append("└").append("─".repeat(width + 2)).append("┘\n").toString();
    }
}
