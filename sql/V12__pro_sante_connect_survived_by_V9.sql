-- Somebody is on the way to Pro Santé Connect and back: whichever node they come back to takes the row, once. Only
-- hashes: of the state, which goes along, and of the browser's cookie, which does not.
CREATE TABLE prosante_start (
    state_hash   text        PRIMARY KEY,
    browser_hash text        NOT NULL,
    return_to    text        NOT NULL,
    started_at   timestamptz NOT NULL
);
CREATE INDEX prosante_start_age ON prosante_start (started_at);

-- Whether Pro Santé Connect told the number that an account is asked for with.
ALTER TABLE registration
    ADD COLUMN number_proved boolean NOT NULL DEFAULT FALSE;
