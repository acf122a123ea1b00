INSERT INTO recovery_request (id, lost, typed, address, asked_at)
    VALUES (gen_random_uuid(), 'PASSWORD', 'x', '-', now());
INSERT INTO password_link (account_id, hash, valid_until) SELECT id, 'x', now() + interval '1 hour' FROM account;
INSERT INTO contact_change (account_id, channel, id, new_value, proof_hash, attempts, asked_by, sessions, valid_until)
    SELECT id, 'MAIL', gen_random_uuid(), 'camille@example.org', 'x', 0, id, 0, now() + interval '1 hour' FROM account;
INSERT INTO authenticator (account_id, secret, started_at, last_step) SELECT id, 'x', now(), 0 FROM account;
INSERT INTO rescue_code (account_id, hash) SELECT id, 'x' FROM account;
