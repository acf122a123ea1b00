-- Messages with receipts, links of several kinds, and a register of what was erased.

-- A provider's own number for the message is how its receipts find it.
ALTER TABLE outgoing_message
    ADD COLUMN language           text        NOT NULL DEFAULT 'fr',
    ADD COLUMN provider_reference text,
    ADD COLUMN state_since        timestamptz NOT NULL DEFAULT now(),
    DROP CONSTRAINT outgoing_message_state_check,
    ADD CONSTRAINT outgoing_message_state_check CHECK (state IN (
        'WAITING', 'CLAIMED', 'SENT', 'DELIVERED', 'FAILED', 'EXPIRED', 'UNKNOWN', 'WITHDRAWN'));
CREATE UNIQUE INDEX outgoing_message_reference ON outgoing_message (provider_reference)
    WHERE provider_reference IS NOT NULL;
CREATE INDEX outgoing_message_settled ON outgoing_message (settled_at) WHERE settled_at IS NOT NULL;

-- Each SMS, copied link and QR code has a token of its own; all die with the invitation.
ALTER TABLE invitation_token
    ADD COLUMN via       text        NOT NULL DEFAULT 'SMS' CHECK (via IN ('SMS', 'LINK', 'QR')),
    ADD COLUMN minted_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX invitation_token_invitation ON invitation_token (invitation_id);

-- A number has served when the link of its last SMS has expired; a link that is copied needs none.
ALTER TABLE invitation ADD COLUMN phone_served_at timestamptz;
UPDATE invitation SET phone_served_at = expires_at;
ALTER TABLE invitation ALTER COLUMN phone_served_at SET NOT NULL;
DROP INDEX invitation_with_number;
CREATE INDEX invitation_with_number ON invitation (phone_served_at) WHERE phone IS NOT NULL;

CREATE INDEX invitation_of_organizer ON invitation (organizer_id, created_at);

-- What was erased when: how many of what, none of whom.
CREATE TABLE purge_register (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    what       text        NOT NULL,
    erased     bigint      NOT NULL CHECK (erased > 0),
    older_than timestamptz NOT NULL
);

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'visio_app') THEN
        REVOKE UPDATE, DELETE, TRUNCATE ON purge_register FROM visio_app;
    END IF;
END
$$;
