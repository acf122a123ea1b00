-- Sessions that can be ended one by one, devices that are known, and tries that are counted.

-- Stands while it was seen lately, neither over nor ended, and "sessions" is still the account's count. A call in
-- progress ("called_at") keeps its room's door open past the end.
CREATE TABLE personal_session (
    id         uuid        PRIMARY KEY,
    account_id uuid        NOT NULL REFERENCES account,
    sessions   integer     NOT NULL,
    opened_at  timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    called_at  timestamptz,
    ends_at    timestamptz NOT NULL,
    ended_at   timestamptz,
    browser    text        NOT NULL,
    system     text        NOT NULL,
    address    text        NOT NULL
);
CREATE INDEX personal_session_account ON personal_session (account_id, opened_at);
CREATE INDEX personal_session_age ON personal_session (seen_at);

-- A browser that this account signed in from, by the hash of its cookie.
CREATE TABLE known_device (
    account_id uuid        NOT NULL REFERENCES account,
    hash       text        NOT NULL,
    seen_at    timestamptz NOT NULL,
    PRIMARY KEY (account_id, hash)
);
CREATE INDEX known_device_hash ON known_device (hash);
CREATE INDEX known_device_age ON known_device (seen_at);

-- Tries that were not right, by keyed hash of whom they name; those of a device that the account knows apart.
CREATE TABLE sign_in_try (
    factor       text        NOT NULL CHECK (factor IN ('PASSWORD', 'CODE')),
    subject      text        NOT NULL,
    device       text        NOT NULL,
    tries        integer     NOT NULL,
    last_at      timestamptz NOT NULL,
    closed_until timestamptz NOT NULL,
    PRIMARY KEY (subject, factor, device)
);
CREATE INDEX sign_in_try_age ON sign_in_try (last_at);

-- The device that a code was asked from, if the account knows it: its hash, else empty. And the account's count of
-- "sessions" then: once the password is another one, the code is worth nothing.
ALTER TABLE sign_in_challenge
    ADD COLUMN device   text    NOT NULL DEFAULT '',
    ADD COLUMN sessions integer NOT NULL DEFAULT 0;
