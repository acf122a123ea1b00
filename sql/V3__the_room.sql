-- The room: which way a call may take between the two browsers.

-- By relays only, neither side learns the other's network address.
ALTER TABLE invitation
    ADD COLUMN route text NOT NULL DEFAULT 'ANY' CHECK (route IN ('ANY', 'RELAY_ONLY'));
