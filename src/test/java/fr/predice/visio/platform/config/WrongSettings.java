package fr.predice.visio.platform.config;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/** For each setting, a value that somebody could give it by mistake. A new setting wants one here. */
final class WrongSettings {
    private static final String TAB = "deux\tmots";

    private static final Map<String, String> VALUES = Map.ofEntries(
            entry("VISIO_PUBLIC_URL", "http://visio.chu-exemple.fr"),
            entry("VISIO_ALLOWED_ORIGINS", "visio-secours.chu-exemple.fr"),
            entry("VISIO_PROFILE", "recette"),
            entry("VISIO_TIME_ZONE", "Amiens"),
            entry("VISIO_HTTP_PROXY", "http://proxy.chu-exemple.fr:3128"),
            entry("VISIO_PEPPER", "dHJvcCBjb3VydA=="),
            entry("VISIO_MESSAGE_KEY", "pas du base64"),
            entry("VISIO_PEPPER_PREVIOUS", "dHJvcCBjb3VydA=="),
            entry("VISIO_MESSAGE_KEY_PREVIOUS", "pas du base64"),
            entry("VISIO_DB_URL", "postgresql://bdd.chu-exemple.fr/visio"),
            entry("VISIO_DB_USER", "visio_application"),
            entry("VISIO_DB_PASSWORD", TAB),
            entry("VISIO_DB_OWNER_USER", "visio_app"),
            entry("VISIO_DB_OWNER_PASSWORD", TAB),
            entry("VISIO_DB_POOL", "vingt"),
            entry("VISIO_TLS_KEYSTORE", "/nulle/part.p12"),
            entry("VISIO_TLS_KEYSTORE_PASSWORD", TAB),
            entry("VISIO_TLS_KEYSTORE_TYPE", "PEM"),
            entry("VISIO_HTTPS_ADDRESS", "https://0.0.0.0"),
            entry("VISIO_BEHIND_PROXY", "oui"),
            entry("VISIO_SMS_GATEWAY", "pigeon"),
            entry("VISIO_OVH_APPLICATION_KEY", "clé d’application"),
            entry("VISIO_OVH_APPLICATION_SECRET", "deux mots"),
            entry("VISIO_OVH_CONSUMER_KEY", "deux mots"),
            entry("VISIO_OVH_SERVICE", "sms/ab12345"),
            entry("VISIO_OVH_SENDER", "Service de visio"),
            entry("VISIO_OVH_ENDPOINT", "http://eu.api.ovh.com/1.0"),
            entry("VISIO_OVH_NO_STOP_CLAUSE", "oui"),
            entry("VISIO_OVH_CONNECT_TIMEOUT", "PT21S"),
            entry("VISIO_OVH_READ_TIMEOUT", "10s"),
            entry("VISIO_OVH_LOW_CREDIT", "0"),
            entry("VISIO_SMS_RECEIPT_SECRET", "trop-court"),
            entry("VISIO_PHONE_REGIONS", "France"),
            entry("VISIO_SMS_PER_DAY", "-1"),
            entry("VISIO_SMS_PER_ACCOUNT_PER_HOUR", "soixante"),
            entry("VISIO_SMS_PER_ACCOUNT_PER_DAY", "0"),
            entry("VISIO_SMS_PER_NUMBER_PER_HOUR", "6,5"),
            entry("VISIO_SMS_PER_NUMBER_PER_DAY", "12/j"),
            entry("VISIO_SMS_PER_ADDRESS_PER_HOUR", "3 000"),
            entry("VISIO_SMS_PER_INVITATION", "10000000000"),
            entry("VISIO_MAIL_GATEWAY", "sendmail"),
            entry("VISIO_MAIL_FROM", "visio"),
            entry("VISIO_ADMIN_MAIL", "dsi chu-exemple.fr"),
            entry("VISIO_SMTP_HOST", "smtp://smtp.chu-exemple.fr"),
            entry("VISIO_SMTP_PORT", "65536"),
            entry("VISIO_SMTP_USER", TAB),
            entry("VISIO_SMTP_PASSWORD", TAB),
            entry("VISIO_TURN_URLS", "turn.chu-exemple.fr"),
            entry("VISIO_TURN_SECRET", "deux mots"),
            entry("VISIO_TURN_LIFETIME", "PT0S"),
            entry("VISIO_RELAY_ONLY", "oui"),
            entry("VISIO_INVITATION_LIFETIME", "PT13H"),
            entry("VISIO_NUMBER_KEPT", "une heure"),
            entry("VISIO_AUDIT_KEPT", "P5M29D"),
            entry("VISIO_ADMIN_NETWORKS", "10.20.0.0/33"),
            entry("VISIO_REGISTRATION_URL", "formulaires.chu-exemple.fr"),
            entry("VISIO_DIRECTORY_URL", "annuaire"),
            entry("VISIO_TERMS_FILE", "/nulle/part.txt"),
            entry("VISIO_TERMS_VERSION", "1".repeat(Variables.LONGEST_NAME + 1)),
            entry("VISIO_CARD_URL", "ftp://cps.chu-exemple.fr/"),
            entry("VISIO_ORGANIZER_ON_MOBILE", "peut-être"),
            entry("VISIO_PREREQUISITES", "/nulle/part"),
            entry("VISIO_BRAND", TAB),
            entry("VISIO_SERVICE_NAME", "Visio".repeat(11)),
            entry("VISIO_VIDEO_TILE", TAB),
            entry("VISIO_TILES", "Annuaire"),
            entry("VISIO_CALLER_NAME", "Centre".repeat(9)),
            entry("VISIO_SUPPORT_URL", "assistance"),
            entry("VISIO_SUPPORT_PHONE", "standard"),
            entry("VISIO_SUPPORT_HOURS", TAB),
            entry("VISIO_SUPPORT_HOURS_EN", TAB),
            entry("VISIO_PARTICIPANT_HELP_PHONE", "poste douze"),
            entry("VISIO_STORE_PASSWORD_FILE", "/nulle/part"),
            entry("VISIO_CONTEXT_PATH", "sous dossier"),
            entry("VISIO_CARD_PORT", "0"),
            entry("VISIO_CARD_PROXY_PROTOCOL", "oui"),
            entry("VISIO_CARD_TRUSTSTORE", "/nulle/part.p12"),
            entry("VISIO_CARD_TRUSTSTORE_PASSWORD", TAB),
            entry("VISIO_METRICS_TOKEN", "court"),
            entry("VISIO_DRAIN_FILE", "visio/arret"),
            entry("VISIO_LOG_LEVEL", "BAVARD"));

    private WrongSettings() {}

    static String of(String name) {
        return Optional.ofNullable(VALUES.get(name))
                .orElseThrow(() -> new AssertionError("Give " + name + " a wrong value in WrongSettings"));
    }
}
