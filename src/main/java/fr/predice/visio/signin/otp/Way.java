package fr.predice.visio.signin.otp;

/** How a person gets the code: by a message, or from an app on their own phone, to which nothing is sent. */
public enum Way {
    SMS,
    MAIL,
    APP
}
