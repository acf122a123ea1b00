INSERT INTO prosante_start (state_hash, browser_hash, return_to, started_at) VALUES ('x', 'x', '/pro/services', now());
