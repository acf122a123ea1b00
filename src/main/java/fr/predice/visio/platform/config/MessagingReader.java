package fr.predice.visio.platform.config;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** The variables about SMS and mail. */
final class MessagingReader {
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
        var endpoint = "VISIO_OVH_ENDPOINT";
        return new Messaging.Ovh(
                Variables.web(endpoint, variables.text(endpoint, "https://eu.api.ovh.com/1.0")),
                variables.required("VISIO_OVH_APPLICATION_KEY"),
                variables.required("VISIO_OVH_APPLICATION_SECRET"),
                variables.required("VISIO_OVH_CONSUMER_KEY"),
                service(),
                sender(),
                variables
                        .oneOf("VISIO_OVH_NO_STOP_CLAUSE", "true", "true", "false")
                        .equals("true"),
                variables.duration("VISIO_OVH_CONNECT_TIMEOUT", Duration.ofSeconds(3)),
                variables.duration("VISIO_OVH_READ_TIMEOUT", Duration.ofSeconds(10)),
                variables.positive("VISIO_OVH_LOW_CREDIT", 200));
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
            return InetSocketAddress.createUnresolved(parts[0], Integer.parseInt(parts[1]));
        });
    }

    private static String mailAddress(String name, String value) {
        if (!value.matches(ADDRESS)) {
            throw new SettingRefused(name, "wants a mail address");
        }
        return value;
    }
}
