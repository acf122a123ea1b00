package fr.predice.visio.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * Where the call modules talk JSON. A foreign page's form cannot: the type would need a permission that we never give.
 */
@ApplicationPath("/api")
public class Api extends Application {}
