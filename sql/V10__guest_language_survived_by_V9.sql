-- The invited person's language, and how their page is shown, as the organizer chose: no longer known than their number.
ALTER TABLE invitation
    ADD COLUMN language text NOT NULL DEFAULT 'FR' CHECK (language ~ '^[A-Z]{2}$'),
    ADD COLUMN display text NOT NULL DEFAULT 'ORDINARY' CHECK (display ~ '^[A-Z]{1,20}$');
