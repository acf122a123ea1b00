package fr.predice.visio.signin.throttle;

/**
 * What tries are counted under.
 *
 * @param subject whom they name: an identifier in lower case, known or not, or an account's id
 * @param device the hash of a device that the account knows; for all others together, the door they are at, or empty
 */
public record Bucket(Factor factor, String subject, String device) {
    @Override
    public String toString() {
        return "Bucket[" + factor + "]";
    }
}
