-- Whether whoever came in by a card or Pro Santé Connect, or an administrator, showed that the account's number is its
-- owner's: until then it was typed, or told of somebody whose name was typed over, and the name is compared.
ALTER TABLE account
    ADD COLUMN number_proved boolean NOT NULL DEFAULT FALSE;
