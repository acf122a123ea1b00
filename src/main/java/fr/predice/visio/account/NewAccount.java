package fr.predice.visio.account;

import fr.predice.visio.platform.phone.PhoneNumber;
import java.util.Locale;
import java.util.Optional;

/** Who a new account is for. The identifier is lower case; the language is the one that mails to them are in. */
public record NewAccount(
        String identifier,
        String displayName,
        PhoneNumber mobile,
        String mail,
        Role role,
        Locale language,
        Optional<Practice> practice) {}
