INSERT INTO call_outcome (invitation_id, side, told_at, way, millis)
    SELECT id, 'ORGANIZER', now(), 'RELAYED', 900 FROM invitation;
INSERT INTO figure (day, establishment_id, name, bucket, total)
    SELECT current_date - 40, id, 'INVITED', 0, 12 FROM establishment;
