package fr.predice.visio.account;

import java.util.UUID;

/** As what, under which number, and where a professional works. */
public record Practice(String profession, ProfessionalNumber number, UUID establishment) {}
