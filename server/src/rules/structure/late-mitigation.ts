import type { StructureRule } from '../rule';
import { moveSentence } from './moveSentence';

/** How probable the order must be: below this, on unseen text, most of what looks late is a sentence taken for what it is not. */
const probableEnough = 0.25;

export const lateMitigation: StructureRule = {
  kind: 'structure',
  id: 'late-mitigation',
  title: 'Late mitigation',
  summary: 'The damage is contained only after the cause or the fix has been told.',
  why: 'It sounds as if users had to wait for the diagnosis.',
  advice:
    'Contain first: tell the rollback, the flag or the fallback before the search for the cause. If it came first in time, tell it first.',
  source: ['003'],
  severity: 'information',
  check: ({ evidence, lateMitigation, story }) => {
    if (lateMitigation < probableEnough) return [];
    const cause = [evidence.get('root-cause')?.[0], evidence.get('fix')?.[0]]
      .filter((facts) => facts !== undefined)
      .sort((a, b) => a.span.start - b.span.start)[0];
    if (!cause) return [];
    // What looks like a mitigation before the cause was weighed in the probability, and is more likely none.
    const mitigation = evidence.get('mitigation')?.find(({ span }) => span.start > cause.span.start);
    if (!mitigation) return [];
    return [
      {
        span: mitigation.span,
        message: 'The damage is contained here, after the cause or the fix has been told; tell it before.',
        related: [{ span: cause.span, message: 'The cause or the fix is told here.' }],
        rewrites: () => {
          // A cause told in the setting is out of place itself: containing the damage belongs to Action.
          const staysInPlace = cause.section === mitigation.section || cause.section === 'action';
          const edits = staysInPlace ? moveSentence(story, mitigation, cause) : undefined;
          return edits ? [{ title: 'Tell it before the cause', edits, safe: false, preferred: true }] : [];
        },
      },
    ];
  },
  examples: { weak: [], strong: [] },
};
