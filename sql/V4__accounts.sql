-- Accounts: how people come to have one, where they work, and what they may do.

CREATE TABLE establishment (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL,
    town       text        NOT NULL,
    finess     text        UNIQUE CHECK (finess ~ '^[0-9][0-9AB][0-9]{7}$'),
    created_at timestamptz NOT NULL
);
-- Without a number, the same name in the same town is the same establishment.
CREATE UNIQUE INDEX establishment_place ON establishment (lower(name), lower(town)) WHERE finess IS NULL;
CREATE INDEX establishment_name ON establishment (lower(name) text_pattern_ops);

-- An initial password serves until "password_until" and is changed at the first sign-in; one's own has no end.
-- A session is worth something while the number of "sessions" it was opened under is still the account's.
ALTER TABLE account
    ADD COLUMN role                text    NOT NULL DEFAULT 'ORGANIZER' CHECK (role IN ('ORGANIZER', 'SUPPORT', 'ADMIN')),
    ADD COLUMN profession          text,
    ADD COLUMN professional_number text    UNIQUE CHECK (professional_number ~ '^([0-9]{9}|[0-9]{11})$'),
    ADD COLUMN establishment_id    uuid    REFERENCES establishment,
    ADD COLUMN language            text    NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
    ADD COLUMN password_until      timestamptz,
    ADD COLUMN sessions            integer NOT NULL DEFAULT 0;
CREATE INDEX account_mail ON account (lower(mail));

-- A request for an account. Its address is proved by a link, of which only the hash is kept, before anybody reads it.
CREATE TABLE registration (
    id                  uuid        PRIMARY KEY,
    state               text        NOT NULL CHECK (state IN ('UNPROVEN', 'WAITING', 'ACCEPTED', 'REFUSED')),
    family_name         text        NOT NULL,
    given_name          text        NOT NULL,
    profession          text        NOT NULL,
    professional_number text        NOT NULL,
    establishment_name  text        NOT NULL,
    establishment_town  text        NOT NULL,
    finess              text,
    mail                text        NOT NULL,
    mobile              text        NOT NULL,
    language            text        NOT NULL,
    terms_version       text        NOT NULL,
    link_hash           text        NOT NULL UNIQUE,
    created_at          timestamptz NOT NULL,
    proof_until         timestamptz NOT NULL,
    proved_at           timestamptz,
    decided_at          timestamptz,
    decided_by          uuid        REFERENCES account,
    reason              text,
    account_id          uuid        REFERENCES account
);
CREATE INDEX registration_state ON registration (state, created_at);
CREATE INDEX registration_mail ON registration (lower(mail));
CREATE INDEX registration_number ON registration (professional_number);

-- Invitations to become an administrator. Whoever holds the link, of which only the hash is kept, opens the account once.
CREATE TABLE activation (
    id          uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    mail        text        NOT NULL,
    wished_at   timestamptz NOT NULL,
    hash        text        UNIQUE,
    valid_until timestamptz,
    used_at     timestamptz
);

-- For the server's console: mails this person a link, and the former ones open nothing any more.
CREATE FUNCTION invite_administrator(address text) RETURNS text LANGUAGE sql
BEGIN ATOMIC
    DELETE FROM activation WHERE lower(mail) = lower(address) AND used_at IS NULL;
    INSERT INTO activation (mail, wished_at) VALUES (address, now())
        RETURNING 'The mail to ' || mail || ' leaves within a minute.';
END;
REVOKE EXECUTE ON FUNCTION invite_administrator(text) FROM PUBLIC;
