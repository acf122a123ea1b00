package fr.predice.visio.account;

import fr.predice.visio.platform.phone.PhoneNumber;

/** Who a new account is for. The identifier is lower case. */
public record NewAccount(String identifier, String displayName, PhoneNumber mobile, String mail) {}
