package fr.predice.visio.account.contact;

import fr.predice.visio.account.MailAddress;
import fr.predice.visio.messaging.Channel;
import fr.predice.visio.platform.phone.PhoneNumber;

/** Where a person wants to be reached from now on. */
public record NewContact(Channel channel, String value) {
    public static NewContact of(MailAddress mail) {
        return new NewContact(Channel.MAIL, mail.text());
    }

    public static NewContact of(PhoneNumber mobile) {
        return new NewContact(Channel.SMS, mobile.e164());
    }

    @Override
    public String toString() {
        return "NewContact[" + channel + "]";
    }
}
