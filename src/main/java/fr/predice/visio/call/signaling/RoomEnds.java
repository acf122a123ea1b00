package fr.predice.visio.call.signaling;

import fr.predice.visio.platform.watch.NeedsDatabase;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks for rooms of this node that were ended by way of another: one query for all of them. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@NeedsDatabase
public class RoomEnds {
    private static final System.Logger LOG = System.getLogger(RoomEnds.class.getName());

    @Inject
    private Rooms rooms;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void look() {
        try {
            rooms.endWhatIsOver();
        } catch (EJBException databaseAway) {
            // The calls go on meanwhile.
            LOG.log(System.Logger.Level.WARNING, "Rooms that are over could not be looked up");
        }
    }
}
