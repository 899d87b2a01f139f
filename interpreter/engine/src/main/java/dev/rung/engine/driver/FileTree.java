package dev.rung.engine.driver;

/** Files and folders that are data. */
public non-sealed interface FileTree extends Data {}
