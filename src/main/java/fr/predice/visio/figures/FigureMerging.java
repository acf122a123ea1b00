package fr.predice.visio.figures;

import fr.predice.visio.account.EstablishmentMerged;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What was counted for an establishment goes with its people to the one that it turned out to be. */
@Stateless
public class FigureMerging {
    private static final String MOVE = """
            WITH gone AS (DELETE FROM figure WHERE establishment_id = :from RETURNING *)
            INSERT INTO figure (day, establishment_id, name, bucket, total)
            SELECT day, CAST(:into AS uuid), name, bucket, total FROM gone
            ON CONFLICT (day, establishment_id, name, bucket)
            DO UPDATE SET total = figure.total + excluded.total""";

    @PersistenceContext
    private EntityManager entities;

    public void move(@Observes EstablishmentMerged merged) {
        entities.createNativeQuery(MOVE)
                .setParameter("from", merged.from())
                .setParameter("into", merged.into())
                .executeUpdate();
    }
}
