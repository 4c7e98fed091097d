import { describe, expect, it } from 'vitest';
import {
  createEvidenceReader,
  noEvidence,
  probabilityOfLater,
  type EvidenceReader,
  type SentenceEvidence,
} from '../../../server/src/evidence/evidenceReader';
import {
  blockSizes,
  featuresSum,
  type EvidenceModelFile,
  type EvidenceThresholds,
} from '../../../server/src/evidence/model';
import shippedModel from '../../../server/src/evidence/model.json';
import { readSentenceFigures } from '../../../server/src/figures/changes';
import { createReading } from '../../../server/src/prose/reading';
import { evidenceKinds, type EvidenceKind, type PhrasingRuleId } from '../../../server/src/rubric/ids';
import { shippedJudge } from '../judge';

/** A model that holds every kind for likely, whatever it reads. */
function eagerModel(): EvidenceModelFile {
  const [first, second, third, biases] = blockSizes(1) as [number, number, number, number];
  const levels = new Int8Array(first + second + third + biases);
  levels.fill(2, levels.length - evidenceKinds.length);
  const each: EvidenceThresholds = { alone: 0.5, story: 0.5, sentence: 0.5 };
  const thresholds = Object.fromEntries(evidenceKinds.map((kind) => [kind, each])) as Record<
    EvidenceKind,
    EvidenceThresholds
  >;
  return {
    features: featuresSum,
    hidden: 1,
    units: [1, 1, 1, 1],
    weights: btoa(String.fromCharCode(...new Uint8Array(levels.buffer))),
    thresholds,
  };
}

function read(reader: EvidenceReader, text: string, fired: readonly PhrasingRuleId[] = []): SentenceEvidence {
  const judgement = { certainty: () => 0.5, segments: () => [], explain: () => [] };
  return reader.readSentence(
    createReading(text, 'reflection'),
    judgement,
    readSentenceFigures(text),
    new Set(fired),
  );
}

describe('the evidence reader', () => {
  const reader = createEvidenceReader(eagerModel());

  it('shows the kinds that the model holds for likely', () => {
    const [shown] = reader.readStory([
      { section: 'reflection', shown: read(reader, 'We added a gate.') },
    ]).kinds;
    expect([...shown!]).toEqual([...evidenceKinds]);
  });

  it.each(['vague-prevention', 'generic-learning', 'no-change'] as const)(
    'takes no promise from what %s fires on',
    (rule) => {
      const [shown] = reader.readStory([
        { section: 'reflection', shown: read(reader, 'We will be more careful.', [rule]) },
      ]).kinds;
      expect(evidenceKinds.filter((kind) => !shown!.has(kind))).toEqual(['prevention', 'reflection']);
    },
  );

  it('sees nothing in a hole, wherever it stands', () => {
    const hole = { section: 'reflection', shown: noEvidence } as const;
    const told = { section: 'reflection', shown: read(reader, 'We added a gate.') } as const;
    expect(reader.readStory([hole]).kinds.map(({ size }) => size)).toEqual([0]);
    expect(reader.readStory([hole, told]).kinds.map(({ size }) => size)).toEqual([0, evidenceKinds.length]);
  });

  it('reads a story that changed around its sentences as a reader does that never saw it', () => {
    const newReader = (): EvidenceReader => createEvidenceReader(shippedModel);
    const judge = shippedJudge();
    const shipped = newReader();
    const placed = [
      'I rolled checkout back at 12:20.',
      'Every order had been written twice since the release.',
      'The cause was a missing index on the orders table.',
      'I turned the importer off and added the index.',
      'Priya from Payments checked the totals with me.',
      'I told support every ten minutes what we knew.',
      'I added a gate that refuses a migration without its index.',
    ].map((text) => ({
      section: 'action' as const,
      shown: shipped.readSentence(
        createReading(text, 'action'),
        judge.judge(text, 'action'),
        readSentenceFigures(text),
        new Set(),
      ),
    }));
    for (const [index] of placed.entries()) {
      const turned = [...placed.slice(index), ...placed.slice(0, index)];
      for (const story of [placed, turned, turned.toReversed(), turned.slice(3)])
        expect(shipped.readStory(story)).toEqual(newReader().readStory(story));
    }
  });

  it('shows nothing of a story without sentences', () => {
    expect(reader.readStory([])).toEqual({ kinds: [], lateMitigation: 0 });
  });

  it.each([
    ['other features', { features: 1 }, /other features/],
    ['missing weights', { weights: '' }, /cut short/],
  ])('refuses a model with %s', (_, wrong, message) => {
    expect(() => createEvidenceReader({ ...eagerModel(), ...wrong })).toThrow(message);
  });
});

describe('how probable it is that the second of two things is told later', () => {
  it.each<[string, number[], number[], number]>([
    ['both are certain, the second one later', [1, 0], [0, 1], 1],
    ['both are certain, the second one first', [0, 1], [1, 0], 0],
    ['one sentence tells both', [1], [1], 0],
    ['the second one is told before as well', [0, 1, 0], [1, 0, 1], 0],
    ['the first one is never told', [0, 0], [0, 1], 0],
    ['there is no sentence', [], [], 0],
    ['the first one may have been told or not', [0.5, 0], [0, 1], 0.5],
    ['the second one may have been told before', [0, 1, 0], [0.25, 0, 1], 0.75],
    ['either sentence may tell the first one', [0.5, 0.5, 0], [0, 0, 1], 0.75],
  ])('%s', (_, first, second, expected) => {
    expect(probabilityOfLater(first, second)).toBeCloseTo(expected, 12);
  });
});
