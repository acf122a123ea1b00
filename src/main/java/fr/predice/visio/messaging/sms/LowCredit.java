package fr.predice.visio.messaging.sms;

/** The provider's account will soon be empty: so many credits are left. */
public record LowCredit(double left) {}
