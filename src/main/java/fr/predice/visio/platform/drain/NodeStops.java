package fr.predice.visio.platform.drain;

import jakarta.ejb.ApplicationException;

/** This node is about to stop, and begins nothing that would be cut off. The same is welcome once it is back. */
@ApplicationException(rollback = true)
public class NodeStops extends RuntimeException {}
