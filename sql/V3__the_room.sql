-- The room: seats that change hands, and which way a call may take between the two browsers.

-- A seat freed for another device: its grants up to this one open nothing any more, nor do the tickets of those grants.
ALTER TABLE seat ADD COLUMN freed integer NOT NULL DEFAULT 0;
ALTER TABLE call_ticket ADD COLUMN granted integer NOT NULL DEFAULT 0;
-- Who had it until then stays out, however often they try.
ALTER TABLE seat ADD COLUMN former_hash text;

-- By relays only, neither side learns the other's network address.
ALTER TABLE invitation
    ADD COLUMN route text NOT NULL DEFAULT 'ANY' CHECK (route IN ('ANY', 'RELAY_ONLY'));
