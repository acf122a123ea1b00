-- The tables of the first house: who signs in, who is invited, what must be sent, and what happened.
-- Run by the migration role in the schema "visio"; the application's role gets its rights from roles.sql.

CREATE TABLE account (
    id             uuid        PRIMARY KEY,
    identifier     text        NOT NULL UNIQUE CHECK (identifier ~ '^[a-z0-9._@+-]{1,100}$'),
    password_hash  text        NOT NULL,
    display_name   text        NOT NULL,
    mobile         text        NOT NULL,
    mail           text        NOT NULL,
    active         boolean     NOT NULL,
    created_at     timestamptz NOT NULL
);

-- One sign-in in progress. The code itself is never stored, only its HMAC.
CREATE TABLE sign_in_challenge (
    id              uuid        PRIMARY KEY,
    account_id      uuid        NOT NULL REFERENCES account,
    channel         text        NOT NULL CHECK (channel IN ('SMS', 'MAIL')),
    code_hmac       text        NOT NULL,
    code_expires_at timestamptz NOT NULL,
    last_sent_at    timestamptz NOT NULL,
    sends           integer     NOT NULL CHECK (sends BETWEEN 1 AND 3),
    attempts        integer     NOT NULL CHECK (attempts BETWEEN 0 AND 5),
    consumed_at     timestamptz
);
CREATE INDEX sign_in_challenge_age ON sign_in_challenge (code_expires_at);

-- Text and recipient wait encrypted under a key outside the database and are wiped once settled.
CREATE TABLE outgoing_message (
    id              uuid        PRIMARY KEY,
    about           uuid        NOT NULL,
    channel         text        NOT NULL CHECK (channel IN ('SMS', 'MAIL')),
    recipient       bytea,
    subject         text,
    content         bytea,
    state           text        NOT NULL CHECK (state IN ('WAITING', 'CLAIMED', 'SENT', 'FAILED', 'UNKNOWN')),
    attempts        integer     NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    lease_until     timestamptz,
    expires_at      timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    settled_at      timestamptz
);
CREATE INDEX outgoing_message_due ON outgoing_message (next_attempt_at) WHERE state IN ('WAITING', 'CLAIMED');
CREATE INDEX outgoing_message_about ON outgoing_message (about);

-- "request" is the form's own number: the same form sent twice for the same phone is one invitation.
CREATE TABLE invitation (
    id           uuid        PRIMARY KEY,
    organizer_id uuid        NOT NULL REFERENCES account,
    request      uuid        NOT NULL,
    phone        text,
    phone_hash   text        NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    ended_at     timestamptz,
    UNIQUE (organizer_id, request, phone_hash)
);
CREATE INDEX invitation_with_number ON invitation (expires_at) WHERE phone IS NOT NULL;

-- A link that opens an invitation: only its SHA-256 is kept.
CREATE TABLE invitation_token (
    hash          text PRIMARY KEY,
    invitation_id uuid NOT NULL REFERENCES invitation
);

-- Two seats an invitation. The organizer's is owned by the account, the participant's by the first browser that redeems.
CREATE TABLE seat (
    invitation_id uuid    NOT NULL REFERENCES invitation,
    side          text    NOT NULL CHECK (side IN ('ORGANIZER', 'PARTICIPANT')),
    owner_hash    text,
    grants        integer NOT NULL DEFAULT 0,
    PRIMARY KEY (invitation_id, side)
);

-- Admits one socket to one seat, once.
CREATE TABLE call_ticket (
    hash          text        PRIMARY KEY,
    invitation_id uuid        NOT NULL REFERENCES invitation,
    side          text        NOT NULL,
    expires_at    timestamptz NOT NULL
);

CREATE TABLE rate_limit (
    bucket       text        NOT NULL,
    window_start timestamptz NOT NULL,
    window_end   timestamptz NOT NULL,
    used         integer     NOT NULL,
    PRIMARY KEY (bucket, window_start)
);
CREATE INDEX rate_limit_age ON rate_limit (window_end);

CREATE TABLE audit_event (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    action  text        NOT NULL,
    actor   text        NOT NULL,
    subject text        NOT NULL,
    address text        NOT NULL
);

-- What happened stays as it was written.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'visio_app') THEN
        REVOKE UPDATE, DELETE, TRUNCATE ON audit_event FROM visio_app;
        REVOKE ALL ON flyway_schema_history FROM visio_app;
    END IF;
END
$$;
