package fr.predice.visio.call.signaling;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RoomSweep {
    @Inject
    private Rooms rooms;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        rooms.sweep();
    }
}
