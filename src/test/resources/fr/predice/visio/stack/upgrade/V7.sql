INSERT INTO personal_session (id, account_id, sessions, opened_at, seen_at, ends_at, ended_at, browser, system, address)
    SELECT gen_random_uuid(), id, 0, now(), now(), now() + interval '1 hour', now(), 'Firefox', 'Linux', '192.0.2.7'
    FROM account;
INSERT INTO known_device (account_id, hash, seen_at) SELECT id, 'x', now() FROM account;
INSERT INTO sign_in_try (factor, subject, device, tries, last_at, closed_until)
    VALUES ('PASSWORD', 'x', '', 2, now(), now());
