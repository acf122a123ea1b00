-- Figures: how the service is used, in numbers that are about nobody.

-- How a call went, as the browser of each seat told; what connected once stays so.
CREATE TABLE call_outcome (
    invitation_id uuid        NOT NULL REFERENCES invitation ON DELETE CASCADE,
    side          text        NOT NULL CHECK (side IN ('ORGANIZER', 'PARTICIPANT')),
    told_at       timestamptz NOT NULL,
    way           text        CHECK (way IN ('DIRECT', 'RELAYED', 'UNTOLD')),
    millis        integer     CHECK (millis BETWEEN 0 AND 600000),
    cause         text        CHECK (cause IN ('REFUSED', 'MISSING', 'OCCUPIED', 'NO_CONNECTION', 'UNSUPPORTED')),
    PRIMARY KEY (invitation_id, side),
    CHECK ((way IS NULL) <> (cause IS NULL)),
    CHECK (millis IS NULL OR way IS NOT NULL)
);
CREATE INDEX call_outcome_age ON call_outcome (told_at);

-- How often what happened on a day of the site's zone, among the people of one establishment; of none where there are
-- few of them. "bucket" parts what is measured: milliseconds, to the tenth of a second above; 0 for what is only counted.
CREATE TABLE figure (
    day              date    NOT NULL,
    establishment_id uuid,
    name             text    NOT NULL CHECK (name ~ '^[A-Z_]{1,40}$'),
    bucket           integer NOT NULL CHECK (bucket BETWEEN 0 AND 60000),
    total            bigint  NOT NULL CHECK (total > 0),
    UNIQUE NULLS NOT DISTINCT (day, establishment_id, name, bucket)
);

-- What the last days are counted from.
CREATE INDEX invitation_created ON invitation (created_at);
CREATE INDEX outgoing_message_sms ON outgoing_message (created_at) WHERE channel = 'SMS';
