-- Somebody's card was read, and they pressed « Connexion »: a ticket to the portal, good once, for half a minute, in the
-- browser that asked. Only hashes are kept. "sessions" is the account's count then, see account.
CREATE TABLE card_ticket (
    hash         text        PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    browser_hash text        NOT NULL CHECK (browser_hash ~ '^[0-9a-f]{64}$'),
    account_id   uuid        NOT NULL REFERENCES account,
    sessions     integer     NOT NULL,
    valid_until  timestamptz NOT NULL,
    used_at      timestamptz
);
CREATE INDEX card_ticket_age ON card_ticket (valid_until);
