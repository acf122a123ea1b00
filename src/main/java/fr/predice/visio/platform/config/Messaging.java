package fr.predice.visio.platform.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How messages leave.
 *
 * @param caller who calls, as messages name it: neutral, since a house's name can say what a person suffers from
 * @param smsGateway {@code none}, {@code ovh} or {@code demo}
 * @param mailGateway {@code none}, {@code smtp} or {@code demo}
 * @param receiptSecret the last part of the path to which the provider sends delivery receipts; none are taken without
 * @param proxy for what this server asks of others by HTTP
 * @param mailFrom the address that mails come from
 * @param administrator the address that is warned
 */
public record Messaging(
        String caller,
        String smsGateway,
        String mailGateway,
        Optional<Ovh> ovh,
        Optional<String> receiptSecret,
        Optional<InetSocketAddress> proxy,
        Optional<String> mailFrom,
        Optional<String> administrator) {

    /**
     * An account at OVH, see <a href="https://eu.api.ovh.com/console/#/sms">its API</a>.
     *
     * @param endpoint e.g. {@code https://eu.api.ovh.com/1.0}
     * @param service the SMS account, e.g. {@code sms-ab12345-1}
     * @param sender what the phone shows as sender: eleven letters and digits at most, validated by OVH
     * @param noStopClause leaves out the "STOP" line that advertising needs
     * @param lowCredit the administrator is warned below this many credits
     */
    public record Ovh(
            URI endpoint,
            String applicationKey,
            String applicationSecret,
            String consumerKey,
            String service,
            String sender,
            boolean noStopClause,
            Duration connectTimeout,
            Duration readTimeout,
            int lowCredit) {
        @Override
        public String toString() {
            return "Ovh[" + service + "]";
        }
    }

    @Override
    public String toString() {
        return "Messaging[" + smsGateway + ", " + mailGateway + "]";
    }
}
