/** Places as LSP writes them: zero-based lines and UTF-16 characters. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

export type ProtocolSeverity = 'error' | 'warning' | 'information' | 'hint';
export type ProtocolCounts = Readonly<Record<ProtocolSeverity, number>>;
