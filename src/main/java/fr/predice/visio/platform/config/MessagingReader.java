package fr.predice.visio.platform.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The variables about SMS and mail. */
final class MessagingReader {
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(20);
    private static final String ADDRESS = "[^@\\s]+@[^@\\s]+";

    private final Variables variables;

    MessagingReader(Variables variables) {
        this.variables = variables;
    }

    Messaging read(Settings.Profile profile, String service) {
        var sms = gateway("VISIO_SMS_GATEWAY", "ovh", profile);
        var mail = gateway("VISIO_MAIL_GATEWAY", "smtp", profile);
        return new Messaging(
                variables.name("VISIO_CALLER_NAME", service),
                sms,
                mail,
                sms.equals("ovh") ? Optional.of(ovh()) : Optional.empty(),
                receiptSecret(),
                proxy(),
                mail.equals("smtp")
                        ? Optional.of(mailAddress("VISIO_MAIL_FROM", variables.required("VISIO_MAIL_FROM")))
                        : Optional.empty(),
                variables.find("VISIO_ADMIN_MAIL").map(value -> mailAddress("VISIO_ADMIN_MAIL", value)));
    }

    private String gateway(String name, String real, Settings.Profile profile) {
        var gateway = variables.oneOf(name, "none", "none", real, "demo");
        if (gateway.equals("demo") && profile != Settings.Profile.DEMO) {
            throw new SettingRefused(name, "demo exists only under VISIO_PROFILE=demo");
        }
        return gateway;
    }

    private Messaging.Ovh ovh() {
        return new Messaging.Ovh(
                endpoint(),
                variables.secret("VISIO_OVH_APPLICATION_KEY"),
                variables.secret("VISIO_OVH_APPLICATION_SECRET"),
                variables.secret("VISIO_OVH_CONSUMER_KEY"),
                service(),
                sender(),
                variables
                        .oneOf("VISIO_OVH_NO_STOP_CLAUSE", "true", "true", "false")
                        .equals("true"),
                timeout("VISIO_OVH_CONNECT_TIMEOUT", Duration.ofSeconds(3)),
                timeout("VISIO_OVH_READ_TIMEOUT", Duration.ofSeconds(10)),
                variables.positive("VISIO_OVH_LOW_CREDIT", 200));
    }

    /** Texts and keys travel encrypted, but for a stand-in on this machine. */
    private URI endpoint() {
        var name = "VISIO_OVH_ENDPOINT";
        var endpoint = Variables.web(
                name, variables.text(name, "https://eu.api.ovh.com/1.0").replaceFirst("/+$", ""));
        if (!"https".equals(endpoint.getScheme()) && !endpoint.getHost().matches("localhost|127\\..*")) {
            throw new SettingRefused(name, "must start with https://");
        }
        return endpoint;
    }

    /** A message that takes longer than its lease counts as lost on the way. */
    private Duration timeout(String name, Duration standard) {
        var timeout = variables.duration(name, standard);
        if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new SettingRefused(name, "must be twenty seconds at most");
        }
        return timeout;
    }

    private String service() {
        var name = "VISIO_OVH_SERVICE";
        var service = variables.required(name);
        if (!service.matches("[A-Za-z0-9-]{1,64}")) {
            throw new SettingRefused(name, "wants the name of an SMS account, e.g. sms-ab12345-1");
        }
        return service;
    }

    private String sender() {
        var name = "VISIO_OVH_SENDER";
        var sender = variables.required(name);
        if (!sender.matches("[A-Za-z0-9 ]{3,11}")) {
            throw new SettingRefused(name, "wants 3 to 11 letters and digits, as validated by OVH");
        }
        return sender;
    }

    private Optional<String> receiptSecret() {
        var name = "VISIO_SMS_RECEIPT_SECRET";
        var secret = variables.find(name);
        if (secret.isPresent() && !secret.get().matches("[A-Za-z0-9_-]{22,100}")) {
            throw new SettingRefused(name, "wants 22 to 100 letters and digits, e.g. from: openssl rand -hex 16");
        }
        return secret;
    }

    private Optional<InetSocketAddress> proxy() {
        var name = "VISIO_HTTP_PROXY";
        return variables.find(name).map(value -> {
            if (!value.matches("[^:/\\s]+:[0-9]{1,5}")) {
                throw new SettingRefused(name, "wants host:port, e.g. proxy.example.org:3128");
            }
            var parts = value.split(":");
            var port = Integer.parseInt(parts[1]);
            if (port < 1 || port > HIGHEST_PORT) {
                throw new SettingRefused(name, "wants a port from 1 to " + HIGHEST_PORT);
            }
            return InetSocketAddress.createUnresolved(parts[0], port);
        });
    }

    private static String mailAddress(String name, String value) {
        if (!value.matches(ADDRESS)) {
            throw new SettingRefused(name, "wants a mail address");
        }
        return value;
    }
}
