package fr.predice.visio.platform.config;

/**
 * A variable that is missing or wrong: the start stops here. Its message never holds the value, which may be a secret.
 */
public class SettingRefused extends RuntimeException {
    private final String variable;

    public SettingRefused(String variable, String advice) {
        this(variable, advice, null);
    }

    SettingRefused(String variable, String advice, Throwable cause) {
        super(variable + ": " + advice, cause);
        this.variable = variable;
    }

    String variable() {
        return variable;
    }
}
