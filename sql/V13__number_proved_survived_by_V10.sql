-- Whether the account's owner showed that its number is theirs, by a card, by Pro Santé Connect or to an administrator:
-- otherwise it was typed, and the name is compared when somebody first comes with it.
ALTER TABLE account
    ADD COLUMN number_proved boolean NOT NULL DEFAULT FALSE;
UPDATE account SET number_proved = TRUE
    WHERE id IN (SELECT account_id FROM registration WHERE number_proved AND account_id IS NOT NULL);
