INSERT INTO enrolment (id, checked_by, checked_at, address) SELECT gen_random_uuid(), id, now(), '-' FROM account;
INSERT INTO enrolment_line (id, enrolment_id, line, state, faults, family_name, given_name)
    SELECT gen_random_uuid(), id, 2, 'FAULTY', 'mail', 'Blanc', 'Lou' FROM enrolment;
