INSERT INTO establishment VALUES (gen_random_uuid(), 'Les Tilleuls', 'Amiens', '800000017', now());
INSERT INTO account (id, identifier, password_hash, display_name, mobile, mail, active, created_at,
    profession, professional_number, establishment_id)
    SELECT gen_random_uuid(), 'camille.martin', '${password}', 'Camille Martin', '+33612349999',
    'camille.martin@example.org', TRUE, now(), 'Infirmier', '10002813839', id FROM establishment;
INSERT INTO sign_in_challenge SELECT gen_random_uuid(), id, 'SMS', 'x', now() + interval '10 minutes',
    now(), 1, 0 FROM account;
INSERT INTO invitation (id, organizer_id, request, phone, phone_hash, created_at, expires_at,
    phone_served_at)
    SELECT gen_random_uuid(), id, gen_random_uuid(), '+33612000000', 'x', now(), now() + interval '1 hour',
    now() + interval '1 hour' FROM account;
INSERT INTO invitation_token (hash, invitation_id) SELECT 'x', id FROM invitation;
INSERT INTO seat (invitation_id, side) SELECT id, 'ORGANIZER' FROM invitation;
INSERT INTO call_ticket (hash, invitation_id, side, expires_at)
    SELECT 'x', id, 'ORGANIZER', now() + interval '1 hour' FROM invitation;
INSERT INTO outgoing_message (id, about, channel, recipient, content, state, attempts, next_attempt_at,
    expires_at, created_at) SELECT gen_random_uuid(), id, 'SMS', 'x', 'x', 'WAITING', 0,
    now() + interval '30 minutes', now() + interval '1 hour', now() FROM invitation;
INSERT INTO rate_limit VALUES ('x', now(), now() + interval '1 hour', 1);
INSERT INTO audit_event (at, action, actor, subject, address)
    SELECT now(), action, '-', '-', '-' FROM unnest(ARRAY['PASSWORD_REFUSED', 'SIGNED_IN']) AS action;
INSERT INTO purge_register (at, what, erased, older_than) VALUES (now(), 'phone numbers', 1, now());
INSERT INTO registration (id, state, family_name, given_name, profession, professional_number,
    establishment_name, establishment_town, mail, mobile, language, terms_version, link_hash, created_at,
    proof_until, proved_at) VALUES (gen_random_uuid(), 'WAITING', 'Roux', 'Paul', 'Médecin', '10100473148',
    'Les Tilleuls', 'Amiens', 'paul@example.org', '+33612000001', 'fr', '1', 'x', now(), now(), now());
INSERT INTO activation (mail, wished_at, hash, valid_until) VALUES ('chef@example.org', now(), 'x',
    now() + interval '1 day');
