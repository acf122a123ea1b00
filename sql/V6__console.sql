-- Why and since when an account is suspended.
ALTER TABLE account
    ADD COLUMN suspended_at  timestamptz,
    ADD COLUMN suspended_for text;
CREATE INDEX account_establishment ON account (establishment_id);
CREATE INDEX account_name ON account (display_name, id);

-- A list of people to open accounts for: looked at first, then opened line by line by whichever node is free.
CREATE TABLE enrolment (
    id         uuid        PRIMARY KEY,
    checked_by uuid        NOT NULL REFERENCES account,
    checked_at timestamptz NOT NULL,
    address    text        NOT NULL,
    started_at timestamptz,
    started_by uuid        REFERENCES account
);
CREATE INDEX enrolment_age ON enrolment (checked_at);

-- "faults" are codes, one a word. What is good is kept whole until its account is open.
CREATE TABLE enrolment_line (
    id                  uuid    PRIMARY KEY,
    enrolment_id        uuid    NOT NULL REFERENCES enrolment ON DELETE CASCADE,
    line                integer NOT NULL,
    state               text    NOT NULL CHECK (state IN ('GOOD', 'FAULTY', 'OPENED')),
    faults              text    NOT NULL,
    family_name         text    NOT NULL,
    given_name          text    NOT NULL,
    profession          text,
    professional_number text,
    establishment_name  text,
    establishment_town  text,
    finess              text,
    mail                text,
    mobile              text,
    account_id          uuid    REFERENCES account,
    UNIQUE (enrolment_id, line)
);
CREATE INDEX enrolment_line_due ON enrolment_line (enrolment_id, line) WHERE state = 'GOOD';
