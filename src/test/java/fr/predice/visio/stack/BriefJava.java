package fr.predice.visio.stack;

import java.util.List;

/**
 * Options of a JVM that lives for seconds or minutes: neither its second compiler nor several collectors are worth what
 * they cost, which for the shortest is twice their work.
 */
public final class BriefJava {
    public static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private BriefJava() {}

    /** The command of WildFly that reads its environment, as an administrator's terminal may have it. */
    static void speedUp(ProcessBuilder tool) {
        tool.environment().put("JAVA_OPTS", String.join(" ", OPTIONS));
    }
}
