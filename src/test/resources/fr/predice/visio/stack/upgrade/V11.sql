INSERT INTO card_ticket (hash, browser_hash, account_id, sessions, valid_until)
    SELECT repeat('a', 64), repeat('b', 64), id, 0, now() + interval '1 hour' FROM account;
