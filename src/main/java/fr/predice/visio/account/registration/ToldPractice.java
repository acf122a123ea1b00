package fr.predice.visio.account.registration;

import java.io.Serializable;

/**
 * As what and where somebody works, as Pro Santé Connect tells it: a first word for the form, which the person sets
 * right. Empty where it is not told, or more than one thing is.
 *
 * @param finess the establishment's number, well-formed
 */
public record ToldPractice(String profession, String establishment, String finess) implements Serializable {
    @Override
    public String toString() {
        return "ToldPractice";
    }
}
