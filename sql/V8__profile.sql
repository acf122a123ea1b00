-- What one changes about one's own account, and how one gets back into it.

-- Who cannot get in asks here, known or not; the account is looked for later, so that the answer takes the same time.
-- What was typed is sealed: it may be a password.
CREATE TABLE recovery_request (
    id       uuid        PRIMARY KEY,
    lost     text        NOT NULL CHECK (lost IN ('PASSWORD', 'IDENTIFIER')),
    typed    bytea       NOT NULL,
    address  text        NOT NULL,
    asked_at timestamptz NOT NULL
);

-- The link by which a forgotten password is replaced: an account has one, of which only the hash is kept.
CREATE TABLE password_link (
    account_id  uuid        PRIMARY KEY REFERENCES account,
    hash        text        NOT NULL UNIQUE,
    valid_until timestamptz NOT NULL
);

-- A mail address or a mobile that waits for its proof: an account has one of each at most. "sessions" is the account's
-- count when it was asked for: what its owner asks is over with a new password or a suspension.
CREATE TABLE contact_change (
    account_id  uuid        NOT NULL REFERENCES account,
    channel     text        NOT NULL CHECK (channel IN ('SMS', 'MAIL')),
    id          uuid        NOT NULL UNIQUE,
    new_value   text        NOT NULL,
    proof_hash  text        NOT NULL,
    attempts    integer     NOT NULL CHECK (attempts BETWEEN 0 AND 5),
    asked_by    uuid        NOT NULL REFERENCES account,
    sessions    integer     NOT NULL,
    valid_until timestamptz NOT NULL,
    PRIMARY KEY (account_id, channel)
);
CREATE INDEX contact_change_proof ON contact_change (proof_hash);

-- Whoever reads the mailbox chose the password: until a code came by another way, none is mailed.
ALTER TABLE account ADD COLUMN password_mailed boolean NOT NULL DEFAULT FALSE;

-- An authenticator app: its secret is sealed. Until a first code confirmed it, it serves for nothing.
CREATE TABLE authenticator (
    account_id   uuid        PRIMARY KEY REFERENCES account,
    secret       bytea       NOT NULL,
    started_at   timestamptz NOT NULL,
    confirmed_at timestamptz,
    last_step    bigint      NOT NULL
);

-- Codes for whoever lost the phone that the app is on: each serves once, and is then no more.
CREATE TABLE rescue_code (
    account_id uuid NOT NULL REFERENCES authenticator ON DELETE CASCADE,
    hash       text NOT NULL,
    PRIMARY KEY (account_id, hash)
);

-- A code may come from an app; nothing is sent then.
ALTER TABLE sign_in_challenge
    DROP CONSTRAINT sign_in_challenge_channel_check,
    ADD CONSTRAINT sign_in_challenge_channel_check CHECK (channel IN ('SMS', 'MAIL', 'APP')),
    DROP CONSTRAINT sign_in_challenge_sends_check,
    ADD CONSTRAINT sign_in_challenge_sends_check CHECK (sends BETWEEN 0 AND 3);

-- Whether somebody has an account already is looked for later too: see registration.mailed.
ALTER TABLE registration ADD COLUMN mailed boolean NOT NULL DEFAULT TRUE;
CREATE INDEX registration_unmailed ON registration (created_at) WHERE NOT mailed;
