-- The room: seats that change hands.

-- A seat freed for another device: its grants up to this one open nothing any more, nor do the tickets of those grants.
ALTER TABLE seat ADD COLUMN freed integer NOT NULL DEFAULT 0;
ALTER TABLE call_ticket ADD COLUMN granted integer NOT NULL DEFAULT 0;
