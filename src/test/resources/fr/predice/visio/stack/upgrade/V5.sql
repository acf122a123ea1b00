SELECT seal_audit();
INSERT INTO audit_seal_signature SELECT number, now(), 'x' FROM audit_seal;
INSERT INTO audit_event (at, action, actor, subject, address, result)
    VALUES (now(), 'PASSWORD_REFUSED', '-', '-', '192.0.2.1', 'REFUSED');
