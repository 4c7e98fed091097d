/**
 * The custom requests between the server and its clients. The client imports this file alone.
 * Ranges and positions are LSP's: zero-based lines and UTF-16 characters.
 */
export * from './protocol/client';
export * from './protocol/library';
export * from './protocol/place';
export * from './protocol/preparing';
export * from './protocol/writing';
