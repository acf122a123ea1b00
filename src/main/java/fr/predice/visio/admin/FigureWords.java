package fr.predice.visio.admin;

import fr.predice.visio.figures.Figure;
import fr.predice.visio.figures.Period;
import fr.predice.visio.figures.Tally;
import fr.predice.visio.platform.web.Texts;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Figures as a person says them, in the page's language. */
record FigureWords(Locale language) {
    String text(String key, Object... arguments) {
        return Texts.get(language, key, arguments);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    /** "1,4 s"; empty where nobody saw a picture. */
    Optional<String> median(Tally tally) {
        var seconds = NumberFormat.getNumberInstance(language);
        seconds.setMinimumFractionDigits(1);
        seconds.setMaximumFractionDigits(1);
        return tally.medianPicture().map(time -> seconds.format(time.toMillis() / 1000.0) + "\u00a0s");
    }

    /** "lun. 2 nov. 2026", or "novembre 2026". */
    String step(Period step) {
        return step.from().equals(step.to()) ? day(step.from(), "EEE d\u00a0MMM uuuu") : day(step.from(), "MMMM uuuu");
    }

    /** "Du 1er novembre 2026 au 30 novembre 2026". */
    String period(Period period) {
        var wide = "d\u00a0MMMM\u00a0uuuu";
        return text("figures.period", day(period.from(), wide), day(period.to(), wide));
    }

    private String day(LocalDate day, String pattern) {
        var first = day.getDayOfMonth() == 1 && language.getLanguage().equals("fr");
        var said = first ? pattern.replaceFirst("\\bd\\b", "'1er'") : pattern;
        return DateTimeFormatter.ofPattern(said, language).format(day);
    }

    /** The period in a few sentences. */
    List<String> sentences(Tally all) {
        var calls = all.of(Figure.CALLS);
        return Stream.of(
                        Optional.of(text("figures.said.activity", all.of(Figure.SIGN_IN), all.of(Figure.INVITATION))),
                        Optional.of(text(
                                "figures.said.sms",
                                all.of(Figure.SMS),
                                all.of(Figure.SMS_DELIVERED),
                                all.of(Figure.SMS_FAILED) + all.of(Figure.SMS_EXPIRED))),
                        Optional.of(text("figures.said.calls", calls + all.of(Figure.FAILURES), calls)),
                        Optional.of(text("figures.said.ways", all.of(Figure.CALL_DIRECT), all.of(Figure.CALL_RELAYED)))
                                .filter(said -> calls > 0),
                        median(all).map(time -> text("figures.said.median", time)))
                .flatMap(Optional::stream)
                .toList();
    }
}
