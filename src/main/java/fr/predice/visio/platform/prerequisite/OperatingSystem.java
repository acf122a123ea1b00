package fr.predice.visio.platform.prerequisite;

import java.util.regex.Pattern;

/** The systems that a table may name, in the order in which to look for them. */
public enum OperatingSystem implements Product {
    IOS("iOS", "(?:iPhone|iPad|iPod).*? OS (\\d{1,5}_\\d{1,5})"),
    ANDROID("Android", "Android (\\d{1,5}(?:\\.\\d{1,5})?)"),
    /** Windows 11 says 10 too; browsers froze that word. */
    WINDOWS("Windows", "Windows NT (\\d{1,5}\\.\\d{1,5})"),
    /** Frozen as well: macOS 11 and newer say 10.15. */
    MACOS("macOS", "Macintosh;.*Mac OS X (\\d{1,5}[._]\\d{1,5})"),
    CHROMEOS("ChromeOS", "CrOS \\S+ (\\d{1,5})"),
    LINUX("Linux", "(?:Linux|X11)()");

    private final String label;
    private final Pattern sign;

    OperatingSystem(String label, String sign) {
        this.label = label;
        this.sign = Pattern.compile(sign);
    }

    @Override
    public String label() {
        return label;
    }

    Pattern sign() {
        return sign;
    }

    /** Windows tells the version of its kernel: 6.1 is the one that people call 7. */
    Version version(String told) {
        if (told.isEmpty()) {
            return new Version(0, 0);
        }
        var version = Version.of(told);
        if (this != WINDOWS || version.major() != 6) {
            return version;
        }
        return switch (version.minor()) {
            case 1 -> new Version(7, 0);
            case 2 -> new Version(8, 0);
            case 3 -> new Version(8, 1);
            default -> version;
        };
    }
}
